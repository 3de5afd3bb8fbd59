import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { goldenVectorSchema, judge, type Verdict } from './golden-vector.js';
import { RECIPES } from './recipes/recipes.js';

/** One file of a folder, by the name its vector gives itself. */
export interface GoldenOutcome {
  readonly name: string;
  readonly verdict: Verdict;
}

/** Puts every vector file of a folder and of the folders inside to the library, in the order of their paths. A file that is no vector fails. */
export async function runGolden(folder: string): Promise<readonly GoldenOutcome[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.name.endsWith('.json') && !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name)).sort();
  const outcomes: GoldenOutcome[] = [];
  for (const file of files) outcomes.push(judgeFile(basename(file), await readFile(file, 'utf8')));
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
