import { Inject, Injectable } from '@nestjs/common';
import { dateInAmsterdam, failure, success, type LocalDate, type PitfallCatalogue, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { keyMismatch, type KeyMismatchFault } from '../organisation/load-organisation.service.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { unknownOrganisation, type UnknownOrganisationFault } from '../organisation/unknown-organisation.js';
import { TeamsUnknown, unknownTeam, UnknownTeams, type UnknownTeamFault } from '../organisation/unknown-teams.js';
import { KeyRotated } from '../pseudonymise/hold-key.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { toStagedRow, type StoredValue } from '../reflection-store/reflection-row.js';
import { ReflectionStore } from '../reflection-store/reflection.store.js';
import { UNREGISTERED_SOURCE, type SourceSettings } from '../source-file/source-settings.js';
import { MAX_REJECTIONS, type ImportReport, type Rejection } from './import-report.js';
import { IMPORT_PITFALLS } from './pitfalls.token.js';
import { FileRefused, openReflectionsFile, readReflections, type FileFault, type ReflectionsFile } from './reflections-file.js';

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
  async importFile(path: string, organisationCode: string, settings: SourceSettings = UNREGISTERED_SOURCE): Promise<Result<ImportReport, ImportFault>> {
    const file = await openReflectionsFile(path, settings);
    return file.ok ? this.importOpened(file.value, organisationCode) : file;
  }

  /** As {@link importFile}, for a file that was opened. */
  async importOpened(file: ReflectionsFile, organisationCode: string): Promise<Result<ImportReport, ImportFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    const pseudonymiser = Pseudonymiser.of(this.masterKey, organisation.code, organisation.keyFingerprint);
    if (pseudonymiser === null) return failure(keyMismatch(organisation.code, this.masterKey.path));
    const teamIds = await this.organisations.findTeamIds(organisation.organisationId);
    const intake = new FileIntake(file, teamIds, pseudonymiser, dateInAmsterdam(this.clock.now()), this.pitfalls, organisation.linkedFrom);
    try {
      const merged = await this.reflections.merge(organisation.organisationId, pseudonymiser.fingerprint, intake.rows());
      return success(intake.report(merged));
    } catch (error) {
      if (error instanceof FileRefused) return failure(error.fault);
      if (error instanceof KeyRotated) return failure(keyMismatch(organisation.code, this.masterKey.path));
      if (error instanceof TeamsUnknown) return failure(unknownTeam(error, organisation.code));
      throw error;
    }
  }
}

/** One file on its way in: counts, rejects, and hands on rows that hold pseudonyms only. */
class FileIntake {
  private read = 0;
  private rejected = 0;
  private readonly rejections: Rejection[] = [];
  private readonly unknownTeams = new UnknownTeams();

  constructor(
    private readonly file: ReflectionsFile,
    private readonly teamIds: ReadonlyMap<string, number>,
    private readonly pseudonymiser: Pseudonymiser,
    private readonly today: LocalDate,
    private readonly pitfalls: PitfallCatalogue,
    private readonly linkedFrom: LocalDate | null,
  ) {}

  async *rows(): AsyncGenerator<readonly StoredValue[]> {
    for await (const { line, parsed } of readReflections(this.file, this.today, this.pitfalls, this.linkedFrom)) {
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
    this.unknownTeams.throwIfAny();
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
