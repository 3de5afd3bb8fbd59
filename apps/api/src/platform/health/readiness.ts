import { DatabaseWatch } from './database-watch.js';

/** Why requests should go elsewhere for now; null when they are welcome. */
export type Unready = 'stopping' | 'database-unreachable' | null;

/** Whether this process wants requests. */
export class Readiness {
  private isStopping = false;

  constructor(private readonly watch: DatabaseWatch) {}

  /** From now on the process only answers what it has begun. */
  stopping(): void {
    this.isStopping = true;
  }

  unready(): Unready {
    if (this.isStopping) return 'stopping';
    return this.watch.isAway ? 'database-unreachable' : null;
  }
}
