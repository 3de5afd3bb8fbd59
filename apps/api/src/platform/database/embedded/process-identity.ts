import { readFile } from 'node:fs/promises';
import { unlessErrno } from './embedded-postgres.errors.js';
import { runProgram } from './run-program.js';

const plainEnvironment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

let bootIdentity: Promise<string> | undefined;

/**
 * A text that tells a living process from any other that ever had or will have the same pid; undefined when no such
 * process lives.
 *
 * A pid alone is not enough: after a restart of a container the same small pids are soon taken by other programs.
 * A zombie counts as dead: in a container whose first process does not reap, a stopped server stays one for ever.
 */
export async function identifyProcess(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? identifyOnLinux(pid) : identifyByPs(pid);
}

/** The identity of this very process. */
export async function identifySelf(): Promise<string> {
  const identity = await identifyProcess(process.pid);
  if (identity === undefined) throw new Error(`this process (${process.pid}) cannot be found in the list of processes`);
  return identity;
}

async function identifyOnLinux(pid: number): Promise<string | undefined> {
  const stat = await unlessErrno(readFile(`/proc/${pid}/stat`, 'utf8'), 'ENOENT', 'ESRCH');
  if (stat === undefined) return undefined;
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startedAtTick = fields[19];
  if (state === 'Z' || state === 'X' || startedAtTick === undefined) return undefined;
  bootIdentity ??= readFile('/proc/sys/kernel/random/boot_id', 'utf8').then((text) => text.trim());
  return `${await bootIdentity}:${startedAtTick}`;
}

async function identifyByPs(pid: number): Promise<string | undefined> {
  const { exitCode, output } = await runProgram({
    file: 'ps',
    args: ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)],
    env: plainEnvironment,
  });
  const [state, ...started] = output.trim().split(/\s+/);
  if (exitCode !== 0 || state === undefined || state.startsWith('Z') || started.length === 0) return undefined;
  return started.join('-');
}

/** The command line of a process, as words where the system keeps them apart; empty when it cannot be read. */
export async function commandLineOf(pid: number): Promise<readonly string[]> {
  if (process.platform === 'linux') {
    const line = await unlessErrno(readFile(`/proc/${pid}/cmdline`, 'utf8'), 'ENOENT', 'ESRCH', 'EACCES');
    return (line ?? '').split('\0');
  }
  const { output } = await runProgram({
    file: 'ps',
    args: ['-ww', '-o', 'command=', '-p', String(pid)],
    env: plainEnvironment,
  });
  return output.trim().split(/\s+/);
}
