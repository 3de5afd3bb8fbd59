import type { PoolClient } from 'pg';

/** What is written down of a deed: never a figure, and nothing of what was recorded. */
export interface AuditNote {
  readonly userNumber: number;
  readonly role: string;
  readonly deed: string;
  /** Code of a unit or team that exists; null when it was about none in particular. */
  readonly unit: string | null;
  /** The purpose somebody gave, where one is asked for. */
  readonly reason: string | null;
  readonly result: 'done' | 'refused';
  readonly requestId: string;
}

/** Writes down what was done, in the transaction in which it is done. */
export abstract class CareAudit {
  /** @throws when it can't be written; then what was done must not stand, and nothing may be shown. */
  abstract append(client: PoolClient, organisationId: number, note: AuditNote): Promise<void>;
}

/** The audit as long as there is none: nothing that needs one can be done. */
export class MissingCareAudit extends CareAudit {
  append(): Promise<void> {
    return Promise.reject(new Error('there is no audit to write to'));
  }
}
