import { open, rename, stat } from 'node:fs/promises';
import { unlessErrno } from './embedded-postgres.errors.js';

const largestBytes = 10 * 1024 * 1024;

/** The length of the log in bytes; 0 when there is none. An overlong log is first set aside as `<log>.old`. */
export async function prepareLog(log: string): Promise<number> {
  const size = (await unlessErrno(stat(log), 'ENOENT'))?.size ?? 0;
  if (size <= largestBytes) return size;
  await rename(log, `${log}.old`);
  return 0;
}

/** What was written to the log since it had this length (bytes). */
export async function readLogSince(log: string, fromByte: number): Promise<string> {
  const file = await unlessErrno(open(log, 'r'), 'ENOENT');
  if (file === undefined) return '';
  try {
    const length = Math.min(Math.max(0, (await file.stat()).size - fromByte), 256 * 1024);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, fromByte);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The line that tells a person most: the last error, else the last line, else a dash. Without time stamp and pid. */
export function mostUsefulLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const line = lines.findLast((text) => /FATAL|PANIC|error:|ERROR/.test(text)) ?? lines.at(-1) ?? '-';
  return line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '');
}

/** One line that names the shared library the machine lacks, when that is what a program complained of. */
export function missingLibraryIn(output: string): string | undefined {
  const name =
    /error while loading shared libraries: ([^:\s]+):/.exec(output)?.[1] ??
    /Library not loaded: (\S+)/.exec(output)?.[1] ??
    /version [`'](GLIBC\w*_[\d.]+)' not found/.exec(output)?.[1];
  if (name === undefined) return undefined;
  return `PostgreSQL cannot start because this machine lacks the shared library ${name}; install the system package that contains it, or use a PostgreSQL 18 server of your own.`;
}
