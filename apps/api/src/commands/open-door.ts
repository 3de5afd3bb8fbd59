import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '@rolvast/domain';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { readGroupRoles, type GroupRole } from '../access/group-roles/group-role.js';
import type { DoorOptions } from '../app.module.js';
import type { Config } from '../config/config.js';
import { DEMO_ACCOUNTS, DEMO_PROVIDER } from '../demo/demo-accounts.js';
import type { ChoiceRemark } from '../platform/auth/embedded/choice-page.js';
import { EMBEDDED_CLIENT_ID, EMBEDDED_PROVIDER, embeddedProvider } from '../platform/auth/embedded/embedded-provider.js';
import { keepProviderKeys } from '../platform/auth/embedded/provider-keys.js';
import { errorCodeOf } from '../platform/errors/error-code.js';
import type { LineFault } from './surroundings.js';

/** Why there is nothing to serve with. */
export const NO_SIGN_IN =
  'In production people sign in at a provider: set ROLVAST_OIDC_ISSUER, ROLVAST_OIDC_CLIENT_ID and ROLVAST_OIDC_CLIENT_SECRET (docs/runbooks/sign-in.md), or ask for demonstration accounts without a password by name: ROLVAST_SIGN_IN=demo.';

/** How viewers come in, and the provider inside the process when it is that one. */
export interface Door extends DoorOptions {
  readonly provider: RequestHandler | null;
}

/**
 * Lays out sign-in as it was configured.
 *
 * @param importerToken of the demonstration, shown beside its accounts; null when there is none.
 */
export async function openDoor(config: Config, logger: Logger, importerToken: string | null): Promise<Result<Door, LineFault>> {
  const { signIn, publicUrl, sessionIdleMinutes } = config;
  const idleMs = sessionIdleMinutes * 60_000;
  switch (signIn.kind) {
    case 'none':
      return failure({ code: 'SIGN_IN', message: NO_SIGN_IN });
    case 'demo': {
      const keys = await keepProviderKeys(join(config.dataFolder, 'sign-in-keys.json'));
      return success({
        signIn: { publicUrl, idleMs, provider: { issuer: new URL(EMBEDDED_PROVIDER, publicUrl).href, clientId: EMBEDDED_CLIENT_ID, clientSecret: keys.clientSecret, scopes: 'openid' } },
        access: { providerName: DEMO_PROVIDER, linkClaim: 'sub', groupsClaim: 'groups', groupRoles: [], auditHeadFile: config.auditHeadFile },
        provider: embeddedProvider({ publicUrl, keys, accounts: DEMO_ACCOUNTS, remarks: importerToken === null ? [] : [importerRemark(importerToken)], logger }),
      });
    }
    case 'provider': {
      const { issuer, clientId, clientSecret, scopes, linkClaim, groupsClaim, groupRolesFile } = signIn;
      const groupRoles = groupRolesFile === null ? success([]) : await readGroupRolesFile(groupRolesFile);
      if (!groupRoles.ok) return groupRoles;
      return success({ signIn: { publicUrl, idleMs, provider: { issuer, clientId, clientSecret, scopes } }, access: { providerName: issuer, linkClaim, groupsClaim, groupRoles: groupRoles.value, auditHeadFile: config.auditHeadFile }, provider: null });
    }
  }
}

async function readGroupRolesFile(path: string): Promise<Result<readonly GroupRole[], LineFault>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'EACCES', 'EISDIR'].includes(errorCodeOf(error))) return null;
    throw error;
  });
  if (text === null) return failure({ code: 'GROUP_ROLES', message: `ROLVAST_GROUP_ROLES_FILE ${path} can't be read.` });
  const table = readGroupRoles(text);
  return table.ok ? table : failure({ code: 'GROUP_ROLES', message: `ROLVAST_GROUP_ROLES_FILE ${path} is not right: ${table.fault}.` });
}

function importerRemark(token: string): ChoiceRemark {
  return {
    title: { nl: 'Voor een bronsysteem', en: 'For a source system' },
    text: { nl: 'Met dit token levert een bronsysteem aan voor de voorbeeldorganisatie; een mens logt er niet mee in.', en: 'With this token a source system delivers for the demonstration organisation; people do not sign in with it.' },
    code: token,
  };
}
