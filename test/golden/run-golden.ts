import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goldenVectorSchema, judge, type Verdict } from './golden-vector.js';
import { RECIPES } from './recipes/recipes.js';

/** One file of a folder, by the name its vector gives itself. */
export interface GoldenOutcome {
  readonly name: string;
  readonly verdict: Verdict;
}

/** Puts every vector file of a folder to the library, in the order of the file names; not those of folders inside. A file that is no vector fails. */
export async function runGolden(folder: string): Promise<readonly GoldenOutcome[]> {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.name.endsWith('.json') && !entry.isDirectory()).map(({ name }) => name).sort();
  const outcomes: GoldenOutcome[] = [];
  for (const file of files) outcomes.push(judgeFile(file, await readFile(join(folder, file), 'utf8')));
  return outcomes;
}

function judgeFile(file: string, content: string): GoldenOutcome {
  let name = file.replace(/\.json$/, '');
  try {
    const parsed = goldenVectorSchema.safeParse(JSON.parse(content));
    if (!parsed.success) return { name, verdict: { state: 'fail', difference: `the file is no golden vector: ${parsed.error.issues[0]?.message ?? 'unknown form'}` } };
    name = parsed.data.name;
    return { name, verdict: judge(parsed.data, RECIPES) };
  } catch (error) {
    // One vector that can't be worked out must not hide the verdict on the others.
    return { name, verdict: { state: 'fail', difference: error instanceof Error ? error.message : 'not worked out' } };
  }
}

/** The line that is printed for an outcome. */
export function lineOf({ name, verdict }: GoldenOutcome): string {
  return verdict.state === 'fail' ? `fail ${name}: ${verdict.difference}` : `${verdict.state} ${name}`;
}
