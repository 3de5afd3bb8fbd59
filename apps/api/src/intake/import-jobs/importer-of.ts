import type { Request } from 'express';
import type { CheckImporterTokenService, Importer } from '../../access/importer-tokens/check-importer-token.service.js';
import { Refusal } from '../../platform/graphql/refusal.js';

/** The same for a token that is missing, unknown, ended or revoked. */
export const NO_TOKEN = 'Send an importer token that works: Authorization: Bearer <token>. An administrator sees with rolvast tokens list which have ended, and makes one with rolvast tokens create.';

/** What the driver gives to resolvers. */
export interface RequestContext {
  readonly req: Request;
}

/** Who asks. @throws Refusal for a token that does not work, whatever is wrong with it. */
export async function importerOf(tokens: CheckImporterTokenService, { req }: RequestContext): Promise<Importer> {
  const importer = await tokens.check(req.headers.authorization);
  if (importer === null) throw new Refusal('UNAUTHENTICATED', NO_TOKEN);
  return importer;
}
