import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure, success, type Result } from '@rolvast/domain';
import { errorCodeOf } from '../../platform/errors/error-code.js';

/** The secret from which every pseudonym key is derived. Whoever has it can link pseudonyms to references. */
export interface MasterKey {
  /** The first key; it stays part of every pseudonym. */
  readonly bytes: Buffer;
  /** The keys of later rotations, oldest first; none before the first rotation. See Pseudonymiser. */
  readonly wraps?: readonly Buffer[];
  /** Where it is kept, for messages. */
  readonly path: string;
}

/** Where the key is kept: in a file, or in a variable of the environment, whose text this is. */
export type KeyPlace = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'environment'; readonly variable: string; readonly text: string };

export interface KeyFileFault {
  readonly code: 'KEY_FILE';
  readonly message: string;
}

const KEY_BYTES = 32;
const KEYS = /^[0-9a-f]{64}(\s*[\n,]\s*[0-9a-f]{64})*\s*$/;
/** What an administrator can put right: rights, a full disk, a file where a folder should be. */
const OF_THE_SURROUNDINGS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EEXIST', 'ENOENT', 'EDQUOT']);

/**
 * Reads the key, all its rotations included: 64 hexadecimal digits for each, the oldest first.
 *
 * A file that anyone but its owner may read is refused: it would have been read already.
 *
 * @param mayMake whether a missing file may be made. Only before the first organisation: a new key beside pseudonyms of
 * another one would make every known case look new.
 */
export async function readKey(place: KeyPlace, mayMake: boolean): Promise<Result<MasterKey, KeyFileFault>> {
  if (place.kind === 'environment') {
    return parseKeys(place.text, place.variable) ?? keyFileFault(`${place.variable} must hold 64 hexadecimal digits, and as many for each rotation, separated by commas. Put back what it held.`);
  }
  const { path } = place;
  try {
    const text = (await readIfThere(path)) ?? (mayMake ? await create(path) : null);
    if (text === null) {
      return keyFileFault(`The key file ${path} is missing. Put it back from your backup, or say where it is: ROLVAST_PSEUDONYM_KEY_FILE, ROLVAST_PSEUDONYM_KEY or ROLVAST_DATA_DIR. For a new installation make one with: rolvast keys create.`);
    }
    const mode = (await stat(path)).mode & 0o777;
    if ((mode & 0o077) !== 0) return keyFileFault(`The key file ${path} may be read by others than its owner (mode ${mode.toString(8)}). Close it: chmod 600 ${path}`);
    return parseKeys(text, path) ?? keyFileFault(`The key file ${path} is damaged: it must hold 64 hexadecimal digits on each line. Put back the copy from your backup.`);
  } catch (error) {
    return faultOfSurroundings(path, error);
  }
}

/** Makes a key file where there is none, readable by its owner only. */
export async function createKeyFile(path: string): Promise<Result<MasterKey, KeyFileFault>> {
  try {
    if ((await readIfThere(path)) !== null) return keyFileFault(`The key file ${path} is there already. It was left as it is.`);
    await create(path);
  } catch (error) {
    return faultOfSurroundings(path, error);
  }
  return readKey({ kind: 'file', path }, false);
}

/**
 * Adds a new key to a key file: the file is replaced whole or not at all, and on the disk before this returns.
 *
 * @returns the key with one rotation more.
 */
export async function addRotation(master: MasterKey): Promise<Result<MasterKey, KeyFileFault>> {
  const keys = [master.bytes, ...(master.wraps ?? []), randomBytes(KEY_BYTES)];
  try {
    const draft = await writeDraft(master.path, keys);
    await rename(draft, master.path);
    await syncFolder(dirname(master.path));
  } catch (error) {
    return faultOfSurroundings(master.path, error);
  }
  return readKey({ kind: 'file', path: master.path }, false);
}

function parseKeys(text: string, path: string): Result<MasterKey, never> | null {
  if (!KEYS.test(text)) return null;
  const [bytes, ...wraps] = text.trim().split(/[\s,]+/).map((key) => Buffer.from(key, 'hex'));
  return bytes === undefined ? null : success({ bytes, wraps, path });
}

function keyFileFault(message: string): Result<never, KeyFileFault> {
  return failure({ code: 'KEY_FILE', message });
}

function faultOfSurroundings(path: string, error: unknown): Result<never, KeyFileFault> {
  const code = errorCodeOf(error);
  if (!OF_THE_SURROUNDINGS.has(code)) throw error;
  return keyFileFault(`The key file ${path} can't be read or made (${code}). Give the user that runs Rolvast the right to it, or set ROLVAST_DATA_DIR to a folder of its own.`);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Makes the file whole or not at all: written under another name, then linked, which fails when another process was first. */
async function create(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const draft = await writeDraft(path, [randomBytes(KEY_BYTES)]);
  try {
    await link(draft, path);
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

async function writeDraft(path: string, keys: readonly Buffer[]): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(keys.map((key) => `${key.toString('hex')}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
