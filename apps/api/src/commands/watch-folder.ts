import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What became of a file: taken or refused, with the report to lay beside it; or nothing yet, and it stays for the next look. */
export type FileOutcome = { readonly kind: 'done' | 'failed'; readonly report: object } | { readonly kind: 'later' };

/** A file is whole when its size and time of change have stayed the same from one look to the next. */
interface Seen {
  readonly size: number;
  readonly changedMs: number;
}

const DELIVERY = /\.(csv|ndjson)$/i;

/**
 * Takes the files of a folder in, one after the other, and moves each to `done/` or `failed/` with its report beside it.
 *
 * A file that is still being written is left alone until two looks find it the same; one that is moved into the folder
 * is whole at the second look. It is moved after it was imported: a watcher that is killed in between finds it again
 * after a restart, imports it again, and that changes nothing.
 */
export class WatchedFolder {
  private seen = new Map<string, Seen>();

  constructor(
    private readonly folder: string,
    private readonly take: (path: string) => Promise<FileOutcome>,
    private readonly now: () => Date,
  ) {}

  /** Makes the folders that files are moved to. */
  async prepare(): Promise<void> {
    for (const place of ['done', 'failed']) await mkdir(join(this.folder, place), { recursive: true });
  }

  /**
   * Looks once and takes in what is whole.
   *
   * @returns the names of the files that were whole.
   * @throws what `take` throws, and when the folder can't be read or written; the next look finds what is left.
   */
  async look(): Promise<readonly string[]> {
    const looked = new Map<string, Seen>();
    const whole: string[] = [];
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      // Names that begin with a dot are how programs write before they rename.
      if (!entry.isFile() || entry.name.startsWith('.') || !DELIVERY.test(entry.name)) continue;
      const now = await seenOf(join(this.folder, entry.name));
      if (now === null) continue;
      const before = this.seen.get(entry.name);
      if (before?.size === now.size && before.changedMs === now.changedMs) whole.push(entry.name);
      looked.set(entry.name, now);
    }
    this.seen = looked;
    for (const name of whole.sort()) {
      // What keeps one file waiting keeps the others waiting as well.
      if (!(await this.takeOne(name))) break;
    }
    return whole;
  }

  /** @returns whether it was dealt with. */
  private async takeOne(name: string): Promise<boolean> {
    const outcome = await this.take(join(this.folder, name));
    if (outcome.kind === 'later') return false;
    // Somebody took it away before it could be read: there is nothing to report on.
    if (outcome.kind === 'failed' && (await seenOf(join(this.folder, name))) === null) return true;
    const stamp = this.now().toISOString().replace(/[:.]/g, '-');
    const place = join(this.folder, outcome.kind, `${stamp}-${name}`);
    await this.prepare();
    // The report first: a file that was moved always has one.
    await writeFile(`${place}.report.json`, `${JSON.stringify(outcome.report, null, 2)}\n`);
    await rename(join(this.folder, name), place);
    this.seen.delete(name);
    return true;
  }
}

/** Null when the file was taken away in the meantime. */
async function seenOf(path: string): Promise<Seen | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, changedMs: mtimeMs };
  } catch {
    return null;
  }
}
