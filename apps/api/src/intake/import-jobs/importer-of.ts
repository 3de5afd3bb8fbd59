import type { Request } from 'express';
import type { CheckImporterTokenService, Importer } from '../../access/importer-tokens/check-importer-token.service.js';
import { Refusal } from '../../platform/graphql/refusal.js';

/** What the driver gives to resolvers. */
export interface RequestContext {
  readonly req: Request;
}

/** Who asks. @throws Refusal for a token that does not work, whatever is wrong with it. */
export async function importerOf(tokens: CheckImporterTokenService, { req }: RequestContext): Promise<Importer> {
  const importer = await tokens.check(req.headers.authorization);
  if (importer === null) throw new Refusal('UNAUTHENTICATED', 'Send an importer token that works: Authorization: Bearer <token>. An administrator makes one with rolvast tokens create.');
  return importer;
}
