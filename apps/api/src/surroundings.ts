import type { Logger } from 'pino';
import type { MasterKey } from './intake/pseudonymise/key-file.js';
import type { DatabaseAddress } from './platform/database/database-roles.js';

/** What the process needs from its surroundings. */
export interface Surroundings {
  readonly address: DatabaseAddress;
  readonly masterKey: MasterKey;
  readonly logger: Logger;
  readonly isProduction: boolean;
}
