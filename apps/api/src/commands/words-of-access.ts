import type { Command } from 'commander';
import type { Finish, JsonOption, OutputOf } from './command-words.js';

interface OfOrganisation extends JsonOption {
  readonly organisation: string;
}

/** Adds `rolvast tokens`. */
export function addTokens(program: Command, finish: Finish, outputOf: OutputOf): void {
  const tokens = program.command('tokens').description('tokens with which source systems deliver over HTTP');
  tokens
    .command('create')
    .requiredOption('--organisation <CODE>', 'organisation for which it delivers')
    .requiredOption('--label <TEXT>', 'which system delivers')
    .option('--days <N>', 'how long it works, at most 366', '90')
    .option('--json', 'answer with one JSON object')
    .description('make a token; it is shown this once')
    .action(async (options: OfOrganisation & { readonly label: string; readonly days: string }) => {
      const { createToken } = await import('./tokens.js');
      finish(await createToken(options.organisation, options.label, options.days, outputOf(options)));
    });
  tokens
    .command('list')
    .requiredOption('--organisation <CODE>', 'organisation whose tokens to list')
    .option('--json', 'answer with one JSON object')
    .action(async (options: OfOrganisation) => {
      const { listTokens } = await import('./tokens.js');
      finish(await listTokens(options.organisation, outputOf(options)));
    });
  tokens
    .command('revoke')
    .argument('<TOKEN>', 'number of the token, as list shows it')
    .requiredOption('--organisation <CODE>', 'organisation it belongs to')
    .option('--json', 'answer with one JSON object')
    .description('end a token at once')
    .action(async (tokenId: string, options: OfOrganisation) => {
      const { revokeToken } = await import('./tokens.js');
      finish(await revokeToken(options.organisation, tokenId, outputOf(options)));
    });
}
