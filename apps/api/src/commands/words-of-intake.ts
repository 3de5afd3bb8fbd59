import { REFLECTION_COLUMNS, SUPPORT_SESSION_COLUMNS } from '@rolvast/domain';
import { Option, type Command } from 'commander';
import type { Finish, JsonOption, OutputOf } from './command-words.js';
import type { ImportOptions } from './import-file.js';
import type { WatchOptions } from './watch.js';

const SOURCE_HELP = 'registered source whose mapping to read the file with; see rolvast sources';

/** Adds `rolvast import` and `rolvast watch`. */
export function addImport(program: Command, finish: Finish, outputOf: OutputOf): void {
  program
    .command('import')
    .argument('<FILE>', 'reflections or support sessions (CSV or NDJSON); - reads standard input')
    .requiredOption('--organisation <CODE>', 'organisation the rows belong to')
    .option('--source <CODE>', SOURCE_HELP)
    .addOption(new Option('--kind <KIND>', 'what the file holds; by default its header decides').choices(['reflections', 'support-sessions']))
    .option('--strict', 'store nothing when one row is not right')
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--json', 'answer with one JSON object')
    .description('store the rows of a file; the same file twice changes nothing')
    .addHelpText('after', `\nColumns of reflections: ${REFLECTION_COLUMNS.join(', ')}.\nColumns of support sessions: ${SUPPORT_SESSION_COLUMNS.join(', ')}.`)
    .action(async (file: string, options: JsonOption & ImportOptions) => {
      const { importFile } = await import('./import-file.js');
      finish(await importFile(file, options, outputOf(options)));
    });
  program
    .command('watch')
    .argument('<DIR>', 'folder in which files are laid')
    .requiredOption('--organisation <CODE>', 'organisation the rows belong to')
    .option('--source <CODE>', SOURCE_HELP)
    .option('--strict', 'store nothing of a file when one row is not right')
    .description('import what is laid in a folder and move it to done/ or failed/ with its report beside it')
    .action(async (folder: string, options: WatchOptions) => {
      const { watch } = await import('./watch.js');
      finish(await watch(folder, options, outputOf({})));
    });
}

/** Adds `rolvast data-quality`. */
export function addDataQuality(program: Command, finish: Finish, outputOf: OutputOf): void {
  program
    .command('data-quality')
    .requiredOption('--organisation <CODE>', 'organisation to look at')
    .option('--json', 'answer with one JSON object')
    .description('say how timely recording is, and which units are late or silent')
    .action(async (options: JsonOption & { readonly organisation: string }) => {
      const { dataQuality } = await import('./data-quality.js');
      finish(await dataQuality(options.organisation, outputOf(options)));
    });
}

/** Adds `rolvast sources`. */
export function addSources(program: Command, finish: Finish, outputOf: OutputOf): void {
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
      const { saveSource } = await import('./sources.js');
      finish(await saveSource(code, options.organisation, { mappings: options.mapping ?? [], hasOwnNumbering: options.ownNumbering ?? null }, outputOf(options)));
    });
  sources
    .command('list')
    .requiredOption('--organisation <CODE>', 'organisation they deliver for')
    .option('--json', 'answer with one JSON object')
    .description('list the registered sources')
    .action(async (options: Options) => {
      const { listSources } = await import('./sources.js');
      finish(await listSources(options.organisation, outputOf(options)));
    });
}
