import { Inject, Injectable } from '@nestjs/common';
import { dateInAmsterdam, failure, keepOfSupportSession, parseSupportSession, success, type LocalDate, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { MAX_REJECTIONS, type ImportReport, type Rejection } from '../import-reflections/import-report.js';
import { keyMismatch, type KeyMismatchFault } from '../organisation/load-organisation.service.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { unknownOrganisation, type UnknownOrganisationFault } from '../organisation/unknown-organisation.js';
import { TeamsUnknown, unknownTeam, UnknownTeams, type UnknownTeamFault } from '../organisation/unknown-teams.js';
import { KeyRotated } from '../pseudonymise/hold-key.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { FileRefused, type FileFault } from '../source-file/file-fault.js';
import type { SourceFile } from '../source-file/source-file.js';
import { SupportSessionStore, type StagedSupportSession, type SupportSessionMerge } from './support-session.store.js';

export type ImportSupportSessionsFault = FileFault | UnknownOrganisationFault | UnknownTeamFault | KeyMismatchFault;

/** Brings a file of support sessions in: of every good row what may be kept is stored, every bad one is reported. */
@Injectable()
export class ImportSupportSessionsService {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly sessions: SupportSessionStore,
    private readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * @returns the report, in which nothing is ever withdrawn; or a fault, and then nothing was stored. A file that names
   * a team the organisation does not have is refused whole.
   */
  async importOpened(file: SourceFile, organisationCode: string): Promise<Result<ImportReport, ImportSupportSessionsFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    const pseudonymiser = Pseudonymiser.of(this.masterKey, organisation.code, organisation.keyFingerprint);
    if (pseudonymiser === null) return failure(keyMismatch(organisation.code, this.masterKey.path));
    const teamIds = await this.organisations.findTeamIds(organisation.organisationId);
    const intake = new SessionIntake(file, teamIds, pseudonymiser, dateInAmsterdam(this.clock.now()), organisation.linkedFrom);
    try {
      return success(intake.report(await this.sessions.merge(organisation.organisationId, pseudonymiser.fingerprint, intake.sessions())));
    } catch (error) {
      if (error instanceof FileRefused) return failure(error.fault);
      if (error instanceof TeamsUnknown) return failure(unknownTeam(error, organisation.code));
      if (error instanceof KeyRotated) return failure(keyMismatch(organisation.code, this.masterKey.path));
      throw error;
    }
  }
}

/** One file on its way in: counts, rejects, and hands on sessions without their references. */
class SessionIntake {
  private read = 0;
  private rejected = 0;
  private readonly rejections: Rejection[] = [];

  constructor(
    private readonly file: SourceFile,
    private readonly teamIds: ReadonlyMap<string, number>,
    private readonly pseudonymiser: Pseudonymiser,
    private readonly today: LocalDate,
    private readonly linkedFrom: LocalDate | null,
  ) {}

  async *sessions(): AsyncGenerator<StagedSupportSession, void> {
    const unknownTeams = new UnknownTeams();
    const rules = { hasOwnNumbering: this.file.settings.hasOwnNumbering, linkedFrom: this.linkedFrom };
    for await (const { line, cells, faults } of this.file.rows()) {
      this.read += 1;
      const parsed = parseSupportSession(cells, this.today, rules);
      if (faults.length > 0 || !parsed.ok) {
        this.reject(line, faults.length > 0 || parsed.ok ? faults : parsed.fault);
        continue;
      }
      const teamId = this.teamIds.get(parsed.value.teamCode);
      if (teamId === undefined) unknownTeams.add(line);
      else yield { line, teamId, pseudonym: this.pseudonymiser.pseudonymOf('session', parsed.value.reference), ...keepOfSupportSession(parsed.value) };
    }
    unknownTeams.throwIfAny();
  }

  report({ accepted, replaced, conflictingLines }: SupportSessionMerge): ImportReport {
    const conflicts = conflictingLines.map((line): Rejection => ({ line, column: 'session_id', rule: 'SAME_SESSION_OTHER_CONTENT', expected: 'one row for each session' }));
    const rejected = this.rejected + conflicts.length;
    const rejections = [...this.rejections, ...conflicts].sort((one, other) => one.line - other.line).slice(0, MAX_REJECTIONS);
    return { read: this.read, accepted, unchanged: this.read - accepted - replaced - rejected, replaced, withdrawn: 0, rejected, rejections };
  }

  private reject(line: number, faults: readonly { readonly column: string; readonly code: Rejection['rule']; readonly expected: string }[]): void {
    this.rejected += 1;
    if (this.rejections.length < MAX_REJECTIONS) this.rejections.push(...faults.map(({ column, code, expected }) => ({ line, column, rule: code, expected })));
  }
}
