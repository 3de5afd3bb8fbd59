import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateInAmsterdam, failure, findPolicyFaults, parseLocalDate, POLICY_LINES, SCHEME_POLICY, success, type LocalDate, type PolicyValues, type Result } from '@rolvast/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { ALREADY_PROPOSED, NO_NAME, notAPastDate, NOTHING_CHANGED, NOTHING_PROPOSED, outOfBounds, OWN_PROPOSAL, unknownOrganisation, type PolicyRefusal } from './policy.errors.js';
import * as sql from './policy.sql.js';

/** A version of the policy and what became of it. */
export interface PolicyVersion extends PolicyValues {
  readonly version: number;
  readonly state: 'proposed' | 'in-force' | 'refused' | 'superseded';
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** What was recorded before the first release to readers; dates as YYYY-MM-DD. */
export interface Readiness {
  readonly worksCouncilConsentOn: string;
  readonly impactAssessmentOn: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** The policy of an organisation as it stands. */
export interface PolicyState {
  readonly organisation: string;
  /** Version 1 is the scheme's own. */
  readonly inForce: PolicyValues & { readonly version: number };
  readonly proposed: PolicyVersion | null;
  /** Every version that was ever proposed, oldest first. */
  readonly history: readonly PolicyVersion[];
  readonly readiness: Readiness | null;
}

/** The policy of publication: proposed by one person, decided by another, in force for new blocks only, never below the floor. */
@Injectable()
export class PolicyService {
  constructor(
    @InjectDataSource('publisher') private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async show(organisation: string): Promise<Result<PolicyState, PolicyRefusal>> {
    return this.inTurn(organisation, '-', async (manager, id) => success(await this.stateOf(manager, id, organisation)));
  }

  /** Proposes other values; those left out stay as they are in force. Blocks that were posted stay as they are. */
  async propose(organisation: string, by: string, changes: Partial<PolicyValues>): Promise<Result<PolicyState, PolicyRefusal>> {
    return this.inTurn(organisation, by, async (manager, id, name) => {
      const { inForce, proposed } = await this.stateOf(manager, id, organisation);
      if (proposed !== null) return failure(ALREADY_PROPOSED);
      const values = { ...inForce, ...changes };
      const faults = findPolicyFaults(values);
      if (faults.length > 0) return failure(outOfBounds(faults));
      if (POLICY_LINES.every(({ code }) => values[code] === inForce[code])) return failure(NOTHING_CHANGED);
      await manager.query(sql.INSERT_PROPOSAL, [id, values.professionals, values.cases, values.reflections, values.largestPercent, values.closingDay, name, this.clock.now()]);
      return success(await this.stateOf(manager, id, organisation));
    });
  }

  /** Approves the proposal, from the next block on, or refuses it. */
  async decide(organisation: string, by: string, decision: 'in-force' | 'refused'): Promise<Result<PolicyState, PolicyRefusal>> {
    return this.inTurn(organisation, by, async (manager, id, name) => {
      const { proposed } = await this.stateOf(manager, id, organisation);
      if (proposed === null) return failure(NOTHING_PROPOSED);
      if (isSamePerson(proposed.proposedBy, name)) return failure(OWN_PROPOSAL);
      if (decision === 'in-force') await manager.query(sql.SUPERSEDE, [id]);
      await manager.query(sql.DECIDE, [id, decision, name, this.clock.now(), proposed.version]);
      return success(await this.stateOf(manager, id, organisation));
    });
  }

  /** Records that the works council consented and the impact was assessed. A correction replaces what was recorded. */
  async recordReadiness(organisation: string, by: string, worksCouncil: string, impactAssessment: string): Promise<Result<PolicyState, PolicyRefusal>> {
    return this.inTurn(organisation, by, async (manager, id, name) => {
      const [consented, assessed] = [this.pastDay(worksCouncil), this.pastDay(impactAssessment)];
      if (consented === null) return failure(notAPastDate('--works-council'));
      if (assessed === null) return failure(notAPastDate('--impact-assessment'));
      await manager.query(sql.RECORD_READINESS, [id, consented, assessed, name, this.clock.now()]);
      return success(await this.stateOf(manager, id, organisation));
    });
  }

  private pastDay(text: string): LocalDate | null {
    const day = parseLocalDate(text);
    return day === null || day > dateInAmsterdam(this.clock.now()) ? null : day;
  }

  private async inTurn<Value>(organisation: string, by: string, work: (manager: EntityManager, id: number, name: string) => Promise<Result<Value, PolicyRefusal>>): Promise<Result<Value, PolicyRefusal>> {
    const name = by.normalize('NFC').trim();
    if (name === '') return failure(NO_NAME);
    return this.source.transaction(async (manager) => {
      const [row] = await manager.query<{ id: number }[]>(sql.FIND_ORGANISATION, [organisation]);
      if (row === undefined) return failure(unknownOrganisation(organisation));
      // Two proposals at once would be told by the unique index; in turn they are told by a sentence.
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', ['publish.policy', row.id]);
      return work(manager, row.id, name);
    });
  }

  private async stateOf(manager: EntityManager, id: number, organisation: string): Promise<PolicyState> {
    const history = await manager.query<PolicyVersion[]>(sql.FIND_VERSIONS, [id]);
    const [readiness] = await manager.query<Readiness[]>(sql.FIND_READINESS, [id]);
    const own = history.find(({ state }) => state === 'in-force');
    return { organisation, inForce: own ?? { ...SCHEME_POLICY, version: 1 }, proposed: history.find(({ state }) => state === 'proposed') ?? null, history, readiness: readiness ?? null };
  }
}

/** Names are compared as people do; sign-in will compare people. */
function isSamePerson(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
