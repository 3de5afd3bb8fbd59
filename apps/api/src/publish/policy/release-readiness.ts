import type { EntityManager } from 'typeorm';
import { FIND_READINESS } from './policy.sql.js';

/** Whether this process publishes to real readers; elsewhere nothing has to be recorded first. */
export const PUBLISHES_TO_READERS = Symbol('publishes to readers');

/** Why nothing may go to readers yet; null when it may. For the administrator. */
export async function findMissingReadiness(manager: EntityManager, organisationId: number, isToReaders: boolean): Promise<string | null> {
  if (!isToReaders || (await manager.query<unknown[]>(FIND_READINESS, [organisationId])).length > 0) return null;
  return 'Before the first release goes to readers the data protection officer records the consent of the works council and the impact assessment: rolvast policy consent --organisation CODE --by NAME --works-council YYYY-MM-DD --impact-assessment YYYY-MM-DD';
}
