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

interface OfRole extends OfOrganisation {
  readonly role: string;
  readonly team: readonly string[];
  readonly region: readonly string[];
  readonly until?: string;
}

/** Adds `rolvast users`. */
export function addUsers(program: Command, finish: Finish, outputOf: OutputOf): void {
  const users = program.command('users').description('people who look, and their roles');
  withRole(users.command('add'))
    .requiredOption('--name <NAME>', 'name for on screen')
    .requiredOption('--known-as <CLAIM>', 'what the provider says of this person, by default an e-mail address; forgotten at the first sign-in')
    .description('invite somebody and give a role')
    .action(async (options: OfRole & { readonly name: string; readonly knownAs: string }) => {
      const { addUser } = await import('./users.js');
      finish(await addUser(options.name, options.knownAs, options, outputOf(options)));
    });
  users
    .command('list')
    .requiredOption('--organisation <CODE>', 'organisation whose users to list')
    .option('--json', 'answer with one JSON object')
    .action(async (options: OfOrganisation) => {
      const { listUsers } = await import('./users.js');
      finish(await listUsers(options.organisation, outputOf(options)));
    });
  withRole(users.command('grant').argument('<USER>', 'number of the user, as list shows it'))
    .description('give a role; what the same role had before ends')
    .action(async (user: string, options: OfRole) => {
      const { grantRole } = await import('./users.js');
      finish(await grantRole(user, options, outputOf(options)));
    });
  users
    .command('revoke')
    .argument('<USER>', 'number of the user, as list shows it')
    .requiredOption('--organisation <CODE>', 'organisation in which to end it')
    .requiredOption('--role <ROLE>', 'role to end')
    .option('--json', 'answer with one JSON object')
    .description('end a role at once')
    .action(async (user: string, options: OfOrganisation & { readonly role: string }) => {
      const { revokeRole } = await import('./users.js');
      finish(await revokeRole(user, options.organisation, options.role, outputOf(options)));
    });
}

function withRole(command: Command): Command {
  const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];
  return command
    .requiredOption('--organisation <CODE>', 'organisation in which the role holds')
    .requiredOption('--role <ROLE>', 'team-manager, quality-staff, director, administrator or data-protection-officer')
    .option('--team <CODE>', 'team of a team manager; may be repeated', collect, [])
    .option('--region <CODE>', 'region of a team manager, with every team in it; may be repeated', collect, [])
    .option('--until <YYYY-MM-DD>', 'last day on which the role holds')
    .option('--json', 'answer with one JSON object');
}

/** Adds `rolvast audit`. */
export function addAudit(program: Command, finish: Finish, outputOf: OutputOf): void {
  const audit = program.command('audit').description('what was done and refused, and by whom');
  audit
    .command('verify')
    .requiredOption('--organisation <CODE>', 'organisation whose audit to check')
    .option('--through <NUMBER>', 'entry up to which it must reach, as an exported head says')
    .option('--json', 'answer with one JSON object')
    .description('recompute the chain and name the first entry that is broken')
    .action(async (options: OfOrganisation & { readonly through?: string }) => {
      const { verifyAudit } = await import('./audit.js');
      finish(await verifyAudit(options.organisation, options.through, outputOf(options)));
    });
  audit
    .command('export')
    .requiredOption('--organisation <CODE>', 'organisation whose audit to write out')
    .description('write every entry to standard output, a line of JSON each; that is written down too')
    .action(async (options: OfOrganisation) => {
      const { exportAudit } = await import('./audit.js');
      finish(await exportAudit(options.organisation, outputOf(options)));
    });
}
