import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { graphqlDoor, type AllowedDocuments } from '../graphql/graphql-door.js';
import type { DatabaseWatch } from '../health/database-watch.js';
import { OWN_NAMES, refuseOtherHosts } from './refuse-other-hosts.js';
import { refuseWhileAway } from './refuse-while-away.js';
import { securityHeaders } from './security-headers.js';
import { throttleRequests } from './throttle.js';

/** What stands between the network and the application. */
export interface ServerEdge {
  /** Names by which the server may be called, beside those of this machine itself. */
  readonly hostNames: readonly string[];
  /** Proxies that are believed, as addresses and networks or as a number of them; null believes nobody. */
  readonly trustedProxy: number | readonly string[] | null;
  /** Finds out who asks at /graphql, before anything of the question is read. */
  readonly sessionDoor: RequestHandler;
  /** What may be asked at /graphql. */
  readonly documents: AllowedDocuments;
}

/** Lays everything before the application that a request passes first, in this order. To be called before it listens. */
export function hardenServer(app: NestExpressApplication, watch: DatabaseWatch, { hostNames, trustedProxy, sessionDoor, documents }: ServerEdge): void {
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxy ?? false);
  app.use(securityHeaders, refuseOtherHosts([...OWN_NAMES, ...hostNames]), ...throttleRequests(), refuseWhileAway(watch));
  app.use('/graphql', sessionDoor, ...graphqlDoor(documents));
}
