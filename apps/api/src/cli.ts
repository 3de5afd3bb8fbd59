import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { EXIT } from './commands/exit-codes.js';
import { masked } from './commands/masked.js';
import { addDataQuality, addImport, addSources } from './commands/words-of-intake.js';
import type { JsonOption } from './commands/command-words.js';
import { addLifetime } from './commands/words-of-lifetime.js';
import { addAudit, addTokens, addUsers } from './commands/words-of-access.js';
import { addPublish } from './commands/words-of-publish.js';
import { createOutput, type Output } from './commands/output.js';

const EXIT_CODES_HELP = `
Exit codes: 0 done, 1 refused (nothing was changed), 2 command line not understood,
            3 done but some rows were rejected, 70 a bug in Rolvast.
Settings:   DATABASE_URL (external PostgreSQL 15 or newer), ROLVAST_DATA_DIR, ROLVAST_PSEUDONYM_KEY_FILE,
            ROLVAST_PSEUDONYM_KEY, PORT, LOG_LEVEL, NODE_ENV; those of sign-in: docs/runbooks/sign-in.md.`;

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
    .option('--from <YYYY-MM-DD>', 'day from which changes count; by default today')
    .option('--json', 'answer with one JSON object')
    .action(async (file: string, options: JsonOption & { readonly from?: string }) => {
      const { organisationLoad } = await import('./commands/organisation-load.js');
      finish(await organisationLoad(file, options.from ?? null, outputOf(options)));
    });
  addImport(program, finish, outputOf);
  addSources(program, finish, outputOf);
  addDataQuality(program, finish, outputOf);
  addLifetime(program, finish, outputOf);
  addTokens(program, finish, outputOf);
  addPublish(program, finish, outputOf);
  addUsers(program, finish, outputOf);
  addAudit(program, finish, outputOf);
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
    .description('serve dashboard and API on 127.0.0.1, or on HOST, until Ctrl-C')
    .action(async () => {
      const { serve } = await import('./commands/serve.js');
      finish(await serve());
    });
  return program;
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
