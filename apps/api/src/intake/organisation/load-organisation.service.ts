import { Inject, Injectable } from '@nestjs/common';
import { dateInAmsterdam, failure, success, type LocalDate, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { parseOrganisationFile, type OrganisationDescription, type OrganisationFileFault } from './organisation-file.js';
import { OrganisationStore, type RecordedPeriod } from './organisation.store.js';

/** What a load did. */
export interface OrganisationLoad {
  readonly code: string;
  readonly name: string;
  readonly regions: number;
  readonly teams: number;
}

export interface HistoryFault {
  readonly code: 'FROM_IN_FUTURE' | 'FROM_BEFORE_HISTORY';
  readonly message: string;
}

export interface KeyMismatchFault {
  readonly code: 'KEY_MISMATCH';
  readonly message: string;
}

/** Loads an organisation file: adds what is new, updates names, and ends teams that are no longer there. */
@Injectable()
export class LoadOrganisationService {
  constructor(
    private readonly store: OrganisationStore,
    private readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * @param text content of the file. A refused file changes nothing.
   * @param since the day from which changes count (a move to another region, another sibling, another number of
   * professionals, the end of a team that is no longer named); null is today. Closed months stay as they were, also
   * when it lies before them.
   */
  async load(text: string, since: LocalDate | null = null): Promise<Result<OrganisationLoad, OrganisationFileFault | KeyMismatchFault | HistoryFault>> {
    const parsed = parseOrganisationFile(text);
    if (!parsed.ok) return parsed;
    const description = parsed.value;
    const stored = await this.store.findOrganisation(description.code);
    if (stored !== null && Pseudonymiser.of(this.masterKey, description.code, stored.keyFingerprint) === null) {
      return failure(keyMismatch(description.code, this.masterKey.path));
    }
    const today = dateInAmsterdam(this.clock.now());
    const from = since ?? today;
    if (from > today) return failure(fromInFuture());
    const tooLate = stored === null ? [] : changedAfter(from, description.teams, await this.store.findLatestPeriods(stored.organisationId));
    if (tooLate.length > 0) return failure(fromBeforeHistory(tooLate));
    await this.store.save(description, new Pseudonymiser(this.masterKey, description.code).fingerprint, from);
    return success({
      code: description.code,
      name: description.name,
      regions: description.regions.length,
      teams: description.teams.length,
    });
  }
}

/** Teams that change from a day before the one from which something else about them is recorded already. */
function changedAfter(from: LocalDate, teams: OrganisationDescription['teams'], recorded: ReadonlyMap<string, RecordedPeriod>): string[] {
  return teams.flatMap((team) => {
    const latest = recorded.get(team.code);
    if (latest === undefined || latest.validFrom <= from) return [];
    const isSame = latest.region === team.region && latest.professionals === team.professionals && latest.publishWith === team.publishWith;
    return isSame ? [] : [team.code];
  });
}

function fromInFuture(): HistoryFault {
  return { code: 'FROM_IN_FUTURE', message: 'The day from which changes count lies in the future. Load the file on that day. Nothing was changed.' };
}

function fromBeforeHistory(teams: readonly string[]): HistoryFault {
  return {
    code: 'FROM_BEFORE_HISTORY',
    message: `Of ${teams.join(', ')} something is recorded from a later day already, and history stays as it was. Choose a day after it. Nothing was changed.`,
  };
}

/** Says that the key file belongs to another installation; going on would make every known case look new. */
export function keyMismatch(organisationCode: string, keyPath: string): KeyMismatchFault {
  return {
    code: 'KEY_MISMATCH',
    message: `The key file ${keyPath} is not the one with which organisation ${organisationCode} was loaded. Put that file back, or set ROLVAST_DATA_DIR to the folder that holds it; after a rotation of the key start Rolvast again. Nothing was changed.`,
  };
}
