import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '@rolvast/domain';

/** The secret from which every pseudonym key is derived. Whoever has it can link pseudonyms to references. */
export interface MasterKey {
  readonly bytes: Buffer;
  /** Where it is kept, for messages. */
  readonly path: string;
}

export interface KeyFileFault {
  readonly code: 'KEY_FILE';
  readonly message: string;
}

const KEY_BYTES = 32;

/**
 * Reads the key file of a data folder, and makes one (readable by its owner only) when there is none.
 *
 * A new key can never do harm unnoticed: an organisation remembers the fingerprint of its key.
 */
export async function readOrCreateKeyFile(dataFolder: string): Promise<Result<MasterKey, KeyFileFault>> {
  const path = join(dataFolder, 'pseudonym-key');
  await createWhenMissing(dataFolder, path);
  const text = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    return failure({ code: 'KEY_FILE', message: `The key file ${path} is damaged: it must hold 64 hexadecimal digits. Put back the copy from your backup.` });
  }
  return success({ bytes: Buffer.from(text, 'hex'), path });
}

async function createWhenMissing(dataFolder: string, path: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  try {
    // 'wx' fails when another process was first: then its key is the one.
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
