import 'reflect-metadata';
import { REFLECTION_COLUMNS, SUPPORT_SESSION_COLUMNS } from '@rolvast/domain';
import { Command, CommanderError, Option } from 'commander';
import { EXIT } from './commands/exit-codes.js';
import { masked } from './commands/masked.js';
import { createOutput, type Output } from './commands/output.js';
import type { FileKind } from './intake/source-file/file-contract.js';

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
  const outputOf = (options: JsonOption): Output => createOutput(options.json === true, process.stdout, process.stderr);
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
  addImport(program, finish, outputOf);
  addSources(program, finish, outputOf);
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

type Finish = (code: number) => void;
type OutputOf = (options: JsonOption) => Output;

function addImport(program: Command, finish: Finish, outputOf: OutputOf): void {
  interface Options extends JsonOption {
    readonly organisation: string;
    readonly source?: string;
    readonly kind?: FileKind;
  }
  program
    .command('import')
    .argument('<FILE>', 'reflections or support sessions (CSV or NDJSON)')
    .requiredOption('--organisation <CODE>', 'organisation the rows belong to')
    .option('--source <CODE>', 'registered source whose mapping to read the file with; see rolvast sources')
    .addOption(new Option('--kind <KIND>', 'what the file holds; by default its header decides').choices(['reflections', 'support-sessions']))
    .option('--json', 'answer with one JSON object')
    .description('store the rows of a file; the same file twice changes nothing')
    .addHelpText('after', `\nColumns of reflections: ${REFLECTION_COLUMNS.join(', ')}.\nColumns of support sessions: ${SUPPORT_SESSION_COLUMNS.join(', ')}.`)
    .action(async (file: string, options: Options) => {
      const { importFile } = await import('./commands/import-file.js');
      finish(await importFile(file, options.organisation, { source: options.source ?? null, kind: options.kind ?? null }, outputOf(options)));
    });
}

function addSources(program: Command, finish: Finish, outputOf: OutputOf): void {
  interface Options extends JsonOption {
    readonly organisation: string;
    readonly mapping?: readonly string[];
    readonly ownNumbering?: boolean;
  }
  const sources = program.command('sources').description('the systems that deliver, how their columns and values become ours');
  sources
    .command('save')
    .argument('<CODE>', 'code of the source, of your own choosing')
    .requiredOption('--organisation <CODE>', 'organisation it delivers for')
    .option('--mapping <FILE...>', 'mapping file (JSON); at most one for each kind of file')
    .option('--own-numbering', 'its numbers of eight or nine digits are its own, and no citizen numbers')
    .option('--no-own-numbering', 'a number that passes the 11-test of citizen numbers refuses the row (default)')
    .option('--json', 'answer with one JSON object')
    .description('register a source, or change what is given and leave the rest')
    .action(async (code: string, options: Options) => {
      const { saveSource } = await import('./commands/sources.js');
      finish(await saveSource(code, options.organisation, { mappings: options.mapping ?? [], hasOwnNumbering: options.ownNumbering ?? null }, outputOf(options)));
    });
  sources
    .command('list')
    .requiredOption('--organisation <CODE>', 'organisation they deliver for')
    .option('--json', 'answer with one JSON object')
    .description('list the registered sources')
    .action(async (options: Options) => {
      const { listSources } = await import('./commands/sources.js');
      finish(await listSources(options.organisation, outputOf(options)));
    });
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
