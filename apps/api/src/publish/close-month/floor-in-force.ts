import { BLOCK_FLOOR, type BlockFloor } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { FIND_POLICY } from './close-month.sql.js';

/** The publication policy of an organisation: its floor, and the day on which the month before closes. */
export interface PolicyInForce {
  /** 1 is the scheme's own, where the organisation never raised it. */
  readonly version: number;
  readonly floor: BlockFloor;
  readonly closingDay: number;
}

interface PolicyRow {
  readonly version: number;
  readonly professionals: number;
  readonly cases: number;
  readonly reflections: number;
  readonly largestPercent: number;
  readonly closingDay: number;
}

const SCHEME: PolicyInForce = { version: 1, floor: BLOCK_FLOOR, closingDay: 10 };

/** The policy in force for an organisation; the scheme's own where it never changed it. Never below the scheme's floor. */
export async function findPolicyInForce(manager: Pick<EntityManager, 'query'>, organisationId: number): Promise<PolicyInForce> {
  const [row] = await manager.query<PolicyRow[]>(FIND_POLICY, [organisationId]);
  if (row === undefined) return SCHEME;
  const { version, professionals, cases, reflections, largestPercent, closingDay } = row;
  return { version, floor: { professionals, cases, reflections, largestShare: largestPercent / 100 }, closingDay };
}
