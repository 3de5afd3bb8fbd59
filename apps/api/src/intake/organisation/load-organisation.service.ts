import { Inject, Injectable } from '@nestjs/common';
import { dateInAmsterdam, failure, success, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { parseOrganisationFile, type OrganisationDescription, type OrganisationFileFault } from './organisation-file.js';
import { OrganisationStore } from './organisation.store.js';

/** What a load did. */
export interface OrganisationLoad {
  readonly code: string;
  readonly name: string;
  readonly regions: number;
  readonly teams: number;
}

export interface PublishWithChangedFault {
  readonly code: 'PUBLISH_WITH_CHANGED';
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

  /** @param text content of the file. A refused file changes nothing. */
  async load(text: string): Promise<Result<OrganisationLoad, OrganisationFileFault | KeyMismatchFault | PublishWithChangedFault>> {
    const parsed = parseOrganisationFile(text);
    if (!parsed.ok) return parsed;
    const description = parsed.value;
    const stored = await this.store.findOrganisation(description.code);
    if (stored !== null && Pseudonymiser.of(this.masterKey, description.code, stored.keyFingerprint) === null) {
      return failure(keyMismatch(description.code, this.masterKey.path));
    }
    const moved = stored === null ? [] : await this.findMovedTeams(stored.organisationId, description.teams);
    if (moved.length > 0) return failure(publishWithChanged(moved));
    await this.store.save(description, new Pseudonymiser(this.masterKey, description.code).fingerprint, dateInAmsterdam(this.clock.now()));
    return success({
      code: description.code,
      name: description.name,
      regions: description.regions.length,
      teams: description.teams.length,
    });
  }

  private async findMovedTeams(organisationId: number, teams: OrganisationDescription['teams']): Promise<string[]> {
    const siblings = await this.store.findSiblingsOfDeliveringTeams(organisationId);
    return teams.filter((team) => siblings.has(team.code) && siblings.get(team.code) !== team.publishWith).map((team) => team.code);
  }
}

/** Says that figures were published for the unit a team is in, so that it can't be taken out of it. */
function publishWithChanged(teams: readonly string[]): PublishWithChangedFault {
  return {
    code: 'PUBLISH_WITH_CHANGED',
    message: `publishWith of ${teams.join(', ')} differs from what it was when reflections came in. Figures are published for teams together and stay as they were, so put the old value back. Nothing was changed.`,
  };
}

/** Says that the key file belongs to another installation; going on would make every known case look new. */
export function keyMismatch(organisationCode: string, keyPath: string): KeyMismatchFault {
  return {
    code: 'KEY_MISMATCH',
    message: `The key file ${keyPath} is not the one with which organisation ${organisationCode} was loaded. Put that file back, or set ROLVAST_DATA_DIR to the folder that holds it; after a rotation of the key start Rolvast again. Nothing was changed.`,
  };
}
