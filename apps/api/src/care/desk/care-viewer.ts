import type { Scope } from '@rolvast/domain';
import type { Request } from 'express';
import type { CareOperation, CareRole } from './care-policy.js';

/** Who asks something of care, and as what, in one organisation. */
export interface CareViewer {
  readonly userNumber: number;
  readonly organisationId: number;
  /** The role in which it is done. */
  readonly role: CareRole;
  /** The units it may be about; null for a role that sees no unit. */
  readonly scope: Scope | null;
  /** Stands for the signed-in session, and lets nobody sign in. */
  readonly sessionKey: string;
  readonly requestId: string;
}

/** Finds out who asks. From the database at each request: what was taken away stops at once. */
export abstract class CareDoor {
  /**
   * @param operation of somebody with several roles the one that may do this is taken, if there is one.
   * @returns null when nobody is signed in.
   */
  abstract findViewer(request: Request, operation: CareOperation): Promise<CareViewer | null>;
}

/** The door as long as nobody can sign in: it lets nobody through. */
export class ClosedCareDoor extends CareDoor {
  findViewer(): Promise<null> {
    return Promise.resolve(null);
  }
}
