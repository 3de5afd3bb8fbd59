import type { EntityManager } from 'typeorm';

/** What an audit tried and found; what the works council may read. No name of a unit, no figure. */
export interface AuditFigures {
  /** How it was attacked, for instance `structural`. */
  readonly method: string;
  readonly units: number;
  /** Statements that were tried. */
  readonly targets: number;
  /** Always 0 for what was released. */
  readonly disclosures: number;
  /** Statements that time did not allow to finish. */
  readonly unfinished: number;
}

/** Whether what was posted may go out. The reasons are for the administrator only. */
export type AuditVerdict =
  | { readonly outcome: 'passed'; readonly figures: AuditFigures }
  | { readonly outcome: 'held-back'; readonly figures: AuditFigures; readonly reasons: readonly [string, ...string[]] };

/** What is audited: everything that was posted for one organisation and not released yet. */
export interface AuditTask {
  readonly organisationId: number;
  /** Of the transaction in which the release goes out; nothing is posted meanwhile. Role publisher, schema `publish`. */
  readonly manager: EntityManager;
  /** Told how far it is. */
  readonly onProgress: (done: number, of: number) => void;
}

/** Attacks a release before it goes out. */
export abstract class ReleaseAudit {
  /** @returns a verdict about all rows of schema `publish` without a release number, together with what was released before. */
  abstract audit(task: AuditTask): Promise<AuditVerdict>;
}
