import { Option, type Command } from 'commander';
import type { ErasedKind } from '../lifetime/erase.service.js';
import type { Finish, JsonOption, OutputOf } from './command-words.js';

/** Adds `rolvast keys`, `rolvast retention` and `rolvast erase`. */
export function addLifetime(program: Command, finish: Finish, outputOf: OutputOf): void {
  addKeys(program, finish, outputOf);
  addRetention(program, finish, outputOf);
  addErase(program, finish, outputOf);
}

function addKeys(program: Command, finish: Finish, outputOf: OutputOf): void {
  const keys = program.command('keys').description('the key from which pseudonyms are made; see docs/runbooks/key-rotation.md');
  keys
    .command('create')
    .option('--json', 'answer with one JSON object')
    .description('make a key file where there is none')
    .action(async (options: JsonOption) => {
      const { createKey } = await import('./keys.js');
      finish(await createKey(outputOf(options)));
    });
  keys
    .command('rotate')
    .option('--json', 'answer with one JSON object')
    .description('wrap every pseudonym in a new key, or finish a rotation that was broken off')
    .action(async (options: JsonOption) => {
      const { rotateKeys } = await import('./keys.js');
      finish(await rotateKeys(outputOf(options)));
    });
}

function addRetention(program: Command, finish: Finish, outputOf: OutputOf): void {
  interface RunOptions extends JsonOption {
    readonly organisation?: string;
    readonly dryRun?: true;
  }
  interface SetOptions extends JsonOption {
    readonly organisation: string;
    readonly pseudonymMonths?: string;
    readonly rowYears?: string;
  }
  const retention = program.command('retention').description('how long what came in is kept');
  retention
    .command('run')
    .option('--organisation <CODE>', 'only this organisation')
    .option('--dry-run', 'say what would go and change nothing')
    .option('--json', 'answer with one JSON object')
    .description('delete pseudonyms and rows that were kept long enough; closed blocks stay as they are')
    .action(async (options: RunOptions) => {
      const { runRetention } = await import('./retention.js');
      finish(await runRetention(options.organisation ?? null, options.dryRun === true, outputOf(options)));
    });
  retention
    .command('set')
    .requiredOption('--organisation <CODE>', 'organisation that decides')
    .option('--pseudonym-months <N>', 'months after which a row loses its pseudonyms: 1 to 18')
    .option('--row-years <N>', 'years after which a row goes: 2 to 10')
    .option('--json', 'answer with one JSON object')
    .description('change how long an organisation keeps things')
    .action(async (options: SetOptions) => {
      const { setRetention } = await import('./retention.js');
      finish(await setRetention(options.organisation, numberOf(options.pseudonymMonths), numberOf(options.rowYears), outputOf(options)));
    });
}

function addErase(program: Command, finish: Finish, outputOf: OutputOf): void {
  interface Options extends JsonOption {
    readonly organisation: string;
    readonly kind: ErasedKind;
    readonly dryRun?: true;
  }
  program
    .command('erase')
    .requiredOption('--organisation <CODE>', 'organisation whose rows to erase')
    .addOption(new Option('--kind <KIND>', 'what the reference is of').choices(['case', 'professional', 'reflection']).makeOptionMandatory())
    .option('--dry-run', 'say how much would go and change nothing')
    .option('--json', 'answer with one JSON object')
    .description('remove what is stored about one case, professional or reflection; its reference is read from standard input or asked for, never given as a word')
    .action(async (options: Options) => {
      const { erase } = await import('./erase.js');
      finish(await erase(options.organisation, options.kind, options.dryRun === true, outputOf(options)));
    });
}

/** A number as it was typed; NaN, which every range refuses, when it is none. */
function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
