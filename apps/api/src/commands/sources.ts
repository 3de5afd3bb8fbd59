import { SourcesService, type SourceDescription } from '../intake/sources/sources.service.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import { fileMissing, readTextFile } from './text-file.js';

export interface SourceOptions {
  readonly mappings: readonly string[];
  /** Null leaves what was registered. */
  readonly hasOwnNumbering: boolean | null;
}

/** `rolvast sources save CODE --organisation CODE [--mapping FILE ...] [--own-numbering]`: registers a source or changes it. */
export async function saveSource(code: string, organisation: string, { mappings, hasOwnNumbering }: SourceOptions, output: Output): Promise<number> {
  const texts: string[] = [];
  for (const path of mappings) {
    const text = await readTextFile(path);
    if (text === null) return refuse(output, fileMissing(path));
    texts.push(text);
  }
  return runCommand(output, async (app) => {
    const saved = await app.get(SourcesService).save(organisation, code, texts, hasOwnNumbering);
    if (!saved.ok) return refuse(output, saved.fault);
    output.answer(saved.value, [`Source saved: ${lineOf(saved.value)}`]);
    return EXIT.done;
  });
}

/** `rolvast sources list --organisation CODE`. */
export async function listSources(organisation: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const found = await app.get(SourcesService).list(organisation);
    if (!found.ok) return refuse(output, found.fault);
    output.answer({ sources: found.value }, found.value.length === 0 ? ['No source is registered.'] : found.value.map(lineOf));
    return EXIT.done;
  });
}

function lineOf({ code, hasOwnNumbering, mapped }: SourceDescription): string {
  return `${code}: mapping of ${mapped.length === 0 ? 'nothing' : mapped.join(' and ')}, ${hasOwnNumbering ? 'numbers by itself' : 'no numbering of its own'}`;
}
