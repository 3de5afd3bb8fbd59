import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
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

export interface KeyFileFault {
  readonly code: 'KEY_FILE';
  readonly message: string;
}

const KEY_BYTES = 32;
/** What an administrator can put right: rights, a full disk, a file where a folder should be. */
const OF_THE_SURROUNDINGS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EEXIST', 'ENOENT', 'EDQUOT']);

/**
 * Reads the key file of a data folder, and makes one (readable by its owner only) when there is none.
 *
 * A new key can never do harm unnoticed: an organisation remembers the fingerprint of its key.
 */
export async function readOrCreateKeyFile(dataFolder: string): Promise<Result<MasterKey, KeyFileFault>> {
  const path = join(dataFolder, 'pseudonym-key');
  try {
    const text = (await readIfThere(path)) ?? (await create(dataFolder, path));
    if (/^[0-9a-f]{64}\s*$/.test(text)) return success({ bytes: Buffer.from(text.trim(), 'hex'), path });
    return keyFileFault(`The key file ${path} is damaged: it must hold 64 hexadecimal digits. Put back the copy from your backup.`);
  } catch (error) {
    const code = errorCodeOf(error);
    if (!OF_THE_SURROUNDINGS.has(code)) throw error;
    return keyFileFault(`The key file ${path} can't be read or made (${code}). Give the user that runs Rolvast the right to it, or set ROLVAST_DATA_DIR to a folder of its own.`);
  }
}

function keyFileFault(message: string): Result<never, KeyFileFault> {
  return failure({ code: 'KEY_FILE', message });
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
async function create(dataFolder: string, path: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}
