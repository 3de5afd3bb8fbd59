import { KeepImporterTokensService, type ListedToken } from '../access/importer-tokens/keep-importer-tokens.service.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast tokens create`: makes a token for a source system and shows it once. */
export async function createToken(organisation: string, label: string, days: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const made = await app.get(KeepImporterTokensService).create(organisation, label, Number(days));
    if (!made.ok) return refuse(output, made.fault);
    const { tokenId, token, expiresAt } = made.value;
    output.answer(made.value, [token, `Token ${tokenId} works until ${dayOf(expiresAt)}. This is the only time it is shown: put it where the source system keeps its secrets.`]);
    return EXIT.done;
  });
}

/** `rolvast tokens list`: the tokens of an organisation, without their secrets. */
export async function listTokens(organisation: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const tokens = await app.get(KeepImporterTokensService).findTokens(organisation);
    output.answer({ tokens }, tokens.length === 0 ? ['There are no tokens.'] : tokens.map(lineOf));
    return EXIT.done;
  });
}

/** `rolvast tokens revoke`: ends a token at once. */
export async function revokeToken(organisation: string, tokenId: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const revoked = await app.get(KeepImporterTokensService).revoke(organisation, tokenId);
    if (!revoked.ok) return refuse(output, revoked.fault);
    output.answer({ revoked: tokenId }, [`Token ${tokenId} no longer works.`]);
    return EXIT.done;
  });
}

function lineOf({ tokenId, label, createdAt, expiresAt, revokedAt }: ListedToken): string {
  const end = revokedAt === null ? `until ${dayOf(expiresAt)}` : `revoked ${dayOf(revokedAt)}`;
  return `${tokenId}  ${label}  made ${dayOf(createdAt)}  ${end}`;
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
