import { readdir, readlink, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { success, type Result } from '@rolvast/domain';
import { errorCodeOf } from '../../errors/error-code.js';
import { fault, unlessErrno, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { identifyProcess, identifySelf } from './process-identity.js';

/*
 * The lock is a row of generations, lock.1, lock.2, …; the highest one says who holds it, or that it is free.
 * A generation is a symbolic link whose target is its text, because making one is atomic, exclusive and complete.
 * The usual "delete the dead holder's file, make my own" lets two processes through: the second deletes the first's
 * fresh file. Here nobody ever deletes or changes the highest generation; taking, giving back and taking over from
 * the dead are all "make the next one", and only one can.
 */
const generationName = /^lock\.(\d+)$/;
const freeText = 'free';
const kept = 16;
const longestWaitMs = 180_000;
const pollMs = 15;

interface Generation {
  readonly number: number;
  readonly text: string;
}

/**
 * Runs `work` while no other process, and no other caller in this process, runs work under the lock of this folder.
 *
 * A holder that died is taken over at once. When a living holder keeps the lock for three minutes: fault `busy`.
 * The folder must exist; ENOENT is thrown when it does not.
 */
export async function withLock<Value>(
  folder: string,
  work: () => Promise<Value>,
  onWaiting?: (pid: string) => void,
): Promise<Result<Value, EmbeddedPostgresFault>> {
  const taken = await takeLock(folder, onWaiting);
  if (!taken.ok) return taken;
  try {
    return success(await work());
  } finally {
    // Gone when the whole data folder was deleted meanwhile; there is nothing left to give back then.
    await unlessErrno(symlink(freeText, pathOf(folder, taken.value + 1)), 'EEXIST', 'ENOENT', 'ENOTDIR');
  }
}

async function takeLock(
  folder: string,
  onWaiting?: (pid: string) => void,
): Promise<Result<number, EmbeddedPostgresFault>> {
  const me = `${process.pid} ${await identifySelf()}`;
  const since = Date.now();
  let told = false;
  for (;;) {
    const highest = await readHighest(folder);
    if (await mayBeTaken(highest)) {
      const next = highest.number + 1;
      if ((await claim(folder, next, me)) && (await readHighest(folder)).number === next) {
        await removeOld(folder, next);
        return success(next);
      }
      continue;
    }
    const [holder = '?'] = highest.text.split(' ');
    if (!told && Date.now() - since > 2_000) {
      told = true;
      onWaiting?.(holder);
    }
    if (Date.now() - since > longestWaitMs) {
      return fault('busy', `Process ${holder} has been starting or stopping the database in ${folder} for three minutes; end that process and try again.`);
    }
    await delay(pollMs);
  }
}

/** Whether the lock may be taken: nobody holds it, or its holder is dead. */
async function mayBeTaken({ text }: Generation): Promise<boolean> {
  if (text === freeText) return true;
  const [pid = '', identity] = text.split(' ');
  return identity === undefined || (await identifyProcess(Number(pid))) !== identity;
}

/** Makes the generation; false when another was first. */
async function claim(folder: string, number: number, text: string): Promise<boolean> {
  try {
    await symlink(text, pathOf(folder, number));
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHighest(folder: string): Promise<Generation> {
  const number = Math.max(0, ...(await readGenerations(folder)));
  if (number === 0) return { number, text: freeText };
  const text = await unlessErrno(readlink(pathOf(folder, number)), 'ENOENT');
  // Vanished between the two calls: it was an old one, so look again.
  return text === undefined ? readHighest(folder) : { number, text };
}

async function readGenerations(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => {
    const digits = generationName.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

// A few old ones stay, so that a reader that lists the folder while the row moves on still meets a recent one.
async function removeOld(folder: string, current: number): Promise<void> {
  for (const number of await readGenerations(folder)) {
    if (number < current - kept) await unlessErrno(unlink(pathOf(folder, number)), 'ENOENT');
  }
}

function pathOf(folder: string, number: number): string {
  return join(folder, `lock.${number}`);
}
