import 'reflect-metadata';
import { REFLECTION_COLUMNS } from '@rolvast/domain';
import { Command, CommanderError } from 'commander';
import type { ImportOptions } from './commands/import-file.js';
import { EXIT } from './commands/exit-codes.js';
import { masked } from './commands/masked.js';
import { createOutput, type Output } from './commands/output.js';
import type { WatchOptions } from './commands/watch.js';

const EXIT_CODES_HELP = `
Exit codes: 0 done, 1 refused (nothing was changed), 2 command line not understood,
            3 done but some rows were rejected, 70 a bug in Rolvast.
Settings:   DATABASE_URL (external PostgreSQL 15 or newer), ROLVAST_DATA_DIR, PORT, LOG_LEVEL, NODE_ENV.`;

interface JsonOption {
  readonly json?: true;
}

/** Builds the command line; commands are imported when they run, so that --help need not wait for the server; `finish` gets the exit code of the command that ran. */
function createProgram(finish: (code: number) => void): Command {
  const program = new Command('rolvast')
    .description('Role clarity in outpatient care: from reflections to published figures.')
    .addHelpText('after', EXIT_CODES_HELP)
    .exitOverride();
    program
    .command('organisation')
    .description('the organisation, its regions and its teams')
    .command('load')
    .argument('<FILE>', 'organisation file (JSON)')
    .description('add an organisation or bring it up to date; teams no longer in the file are ended, never deleted')
    .option('--json', 'answer with one JSON object')
    .action(async (file: string, options: JsonOption) => {
      const { organisationLoad } = await import('./commands/organisation-load.js');
      finish(await organisationLoad(file, outputOf(options)));
    });
  program
    .command('import')
    .argument('<FILE>', 'reflections file (CSV); - reads standard input')
    .requiredOption('--organisation <CODE>', 'organisation the reflections belong to')
    .option('--strict', 'store nothing when one row is not right')
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--json', 'answer with one JSON object')
    .description('store the reflections of a file; the same file twice changes nothing')
    .addHelpText('after', `\nColumns: ${REFLECTION_COLUMNS.join(', ')}.`)
    .action(async (file: string, options: JsonOption & ImportOptions) => {
      const { importFile } = await import('./commands/import-file.js');
      finish(await importFile(file, options, outputOf(options)));
    });
  addWatchCommand(program, finish);
  addTokenCommands(program, finish);
  program
    .command('close')
    .requiredOption('--organisation <CODE>', 'organisation whose months to close')
    .option('--through <YYYY-MM>', 'last month to close; by default the last one that is due and was delivered')
    .option('--json', 'answer with one JSON object')
    .description('close months in order and publish the blocks that reach the floor')
    .action(async (options: JsonOption & { readonly organisation: string; readonly through?: string }) => {
      const { close } = await import('./commands/close.js');
      finish(await close(options.organisation, options.through, outputOf(options)));
    });
  program
    .command('serve')
    .description('serve dashboard and API on 127.0.0.1 until Ctrl-C')
    .action(async () => {
      const { serve } = await import('./commands/serve.js');
      finish(await serve());
    });
  return program;
}

interface OfOrganisation extends JsonOption {
  readonly organisation: string;
}

function addWatchCommand(program: Command, finish: (code: number) => void): void {
  program
    .command('watch')
    .argument('<DIR>', 'folder in which files are laid')
    .requiredOption('--organisation <CODE>', 'organisation the reflections belong to')
    .option('--strict', 'store nothing of a file when one row is not right')
    .description('import what is laid in a folder and move it to done/ or failed/ with its report beside it')
    .action(async (folder: string, options: WatchOptions) => {
      const { watch } = await import('./commands/watch.js');
      finish(await watch(folder, options, outputOf({})));
    });
}

function addTokenCommands(program: Command, finish: (code: number) => void): void {
  const tokens = program.command('tokens').description('tokens with which source systems deliver over HTTP');
  tokens
    .command('create')
    .requiredOption('--organisation <CODE>', 'organisation for which it delivers')
    .requiredOption('--label <TEXT>', 'which system delivers')
    .option('--days <N>', 'how long it works, at most 366', '90')
    .option('--json', 'answer with one JSON object')
    .description('make a token; it is shown this once')
    .action(async (options: OfOrganisation & { readonly label: string; readonly days: string }) => {
      const { createToken } = await import('./commands/tokens.js');
      finish(await createToken(options.organisation, options.label, options.days, outputOf(options)));
    });
  tokens
    .command('list')
    .requiredOption('--organisation <CODE>', 'organisation whose tokens to list')
    .option('--json', 'answer with one JSON object')
    .action(async (options: OfOrganisation) => {
      const { listTokens } = await import('./commands/tokens.js');
      finish(await listTokens(options.organisation, outputOf(options)));
    });
  tokens
    .command('revoke')
    .argument('<TOKEN>', 'number of the token, as list shows it')
    .requiredOption('--organisation <CODE>', 'organisation it belongs to')
    .option('--json', 'answer with one JSON object')
    .description('end a token at once')
    .action(async (tokenId: string, options: OfOrganisation) => {
      const { revokeToken } = await import('./commands/tokens.js');
      finish(await revokeToken(options.organisation, tokenId, outputOf(options)));
    });
}

function outputOf(options: JsonOption): Output {
  return createOutput(options.json === true, process.stdout, process.stderr);
}

/** Runs the command line. @returns the exit code. */
async function run(words: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  try {
    await createProgram((exitCode) => {
      code = exitCode;
    }).parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
}

process.exitCode = await masked(() => run(process.argv.slice(2)));
