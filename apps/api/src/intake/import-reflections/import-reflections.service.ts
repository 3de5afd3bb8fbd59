import { Inject, Injectable } from '@nestjs/common';
import { dateInAmsterdam, failure, success, type LocalDate, type PitfallCatalogue, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { keyMismatch, type KeyMismatchFault } from '../organisation/load-organisation.service.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { toStagedRow, type StoredValue } from '../reflection-store/reflection-row.js';
import { ReflectionStore } from '../reflection-store/reflection.store.js';
import { MAX_REJECTIONS, type ImportReport, type Rejection } from './import-report.js';
import { IMPORT_PITFALLS } from './pitfalls.token.js';
import { FileRefused, openReflectionsFile, readReflections, type FileFault, type ReflectionsFile } from './reflections-file.js';

export interface UnknownOrganisationFault {
  readonly code: 'UNKNOWN_ORGANISATION';
  readonly message: string;
}

export interface UnknownTeamFault {
  readonly code: 'UNKNOWN_TEAM';
  readonly message: string;
}

export type ImportFault = FileFault | UnknownOrganisationFault | UnknownTeamFault | KeyMismatchFault;

/** Brings a file of reflections in: every good row is pseudonymised and stored, every bad one is reported. */
@Injectable()
export class ImportReflectionsService {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly reflections: ReflectionStore,
    private readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(IMPORT_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {}

  /**
   * @returns the report; or a fault, and then nothing was stored. A file that names a team the organisation does
   * not have is refused whole: the organisation file has to be loaded first, and half a delivery helps nobody.
   */
  async importFile(path: string, organisationCode: string): Promise<Result<ImportReport, ImportFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    const pseudonymiser = new Pseudonymiser(this.masterKey, organisation.code);
    if (!pseudonymiser.hasFingerprint(organisation.keyFingerprint)) return failure(keyMismatch(organisation.code, this.masterKey.path));
    const file = await openReflectionsFile(path);
    if (!file.ok) return file;
    const teamIds = await this.organisations.findTeamIds(organisation.organisationId);
    const intake = new FileIntake(file.value, teamIds, pseudonymiser, dateInAmsterdam(this.clock.now()), this.pitfalls);
    try {
      const merged = await this.reflections.merge(organisation.organisationId, intake.rows());
      return success(intake.report(merged));
    } catch (error) {
      if (error instanceof FileRefused) return failure(error.fault);
      if (error instanceof TeamsUnknown) return failure(unknownTeam(error.found, organisation.code));
      throw error;
    }
  }
}

/** Counts rows with an unknown team and remembers the first few. */
class UnknownTeamRows {
  rows = 0;
  readonly firstLines: number[] = [];

  add(line: number): void {
    this.rows += 1;
    if (this.firstLines.length < 3) this.firstLines.push(line);
  }
}

class TeamsUnknown extends Error {
  constructor(readonly found: UnknownTeamRows) {
    super('the file names teams that the organisation does not have');
  }
}

/** One file on its way in: counts, rejects, and hands on rows that hold pseudonyms only. */
class FileIntake {
  private read = 0;
  private rejected = 0;
  private readonly rejections: Rejection[] = [];
  private readonly unknownTeams = new UnknownTeamRows();

  constructor(
    private readonly file: ReflectionsFile,
    private readonly teamIds: ReadonlyMap<string, number>,
    private readonly pseudonymiser: Pseudonymiser,
    private readonly today: LocalDate,
    private readonly pitfalls: PitfallCatalogue,
  ) {}

  async *rows(): AsyncGenerator<readonly StoredValue[]> {
    for await (const { line, parsed } of readReflections(this.file, this.today, this.pitfalls)) {
      this.read += 1;
      if (!parsed.ok) {
        this.rejected += 1;
        if (this.rejections.length < MAX_REJECTIONS) {
          this.rejections.push(...parsed.fault.map(({ column, code, expected }) => ({ line, column, rule: code, expected })));
        }
        continue;
      }
      const teamId = this.teamIds.get(parsed.value.teamCode);
      if (teamId === undefined) this.unknownTeams.add(line);
      else yield toStagedRow(line, parsed.value, teamId, this.pseudonymiser);
    }
    if (this.unknownTeams.rows > 0) throw new TeamsUnknown(this.unknownTeams);
  }

  report(merged: Awaited<ReturnType<ReflectionStore['merge']>>): ImportReport {
    const { accepted, replaced, withdrawn, conflictingLines } = merged;
    const rejected = this.rejected + conflictingLines.length;
    const conflicts = conflictingLines.map((line): Rejection => ({
      line,
      column: 'revision',
      rule: 'SAME_REVISION_OTHER_CONTENT',
      expected: 'a higher revision for a changed reflection',
    }));
    const rejections = [...this.rejections, ...conflicts].sort((one, other) => one.line - other.line).slice(0, MAX_REJECTIONS);
    const unchanged = this.read - accepted - replaced - withdrawn - rejected;
    return { read: this.read, accepted, unchanged, replaced, withdrawn, rejected, rejections };
  }
}

/** Says that an organisation has to be loaded first. */
export function unknownOrganisation(code: string): UnknownOrganisationFault {
  return {
    code: 'UNKNOWN_ORGANISATION',
    message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. Nothing was changed.`,
  };
}

function unknownTeam({ rows, firstLines }: UnknownTeamRows, organisationCode: string): UnknownTeamFault {
  const first = firstLines.join(', ');
  return {
    code: 'UNKNOWN_TEAM',
    message: `${rows === 1 ? '1 row names' : `${rows} rows name`} a team that organisation ${organisationCode} does not have (first on line ${first}). Correct the team code, or add the team with rolvast organisation load FILE. Nothing was imported.`,
  };
}
