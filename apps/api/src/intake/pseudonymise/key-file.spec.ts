import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readOrCreateKeyFile } from './key-file.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-key-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function keyOf(dataFolder: string): Promise<string> {
  const result = await readOrCreateKeyFile(dataFolder);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value.bytes.toString('hex');
}

describe('readOrCreateKeyFile', () => {
  it('makes a key of 32 bytes, and the folder for it when there is none', async () => {
    const result = await readOrCreateKeyFile(join(folder, 'new', 'data'));
    expect(result).toMatchObject({ ok: true, value: { path: join(folder, 'new', 'data', 'pseudonym-key') } });
    expect(result.ok && result.value.bytes.length).toBe(32);
  });

  it('lets only the owner read the key', async () => {
    await keyOf(folder);
    expect((await stat(join(folder, 'pseudonym-key'))).mode & 0o777).toBe(0o600);
  });

  it('reads the same key every time after', async () => {
    const first = await keyOf(folder);
    expect(await keyOf(folder)).toBe(first);
    expect(await readdir(folder)).toEqual(['pseudonym-key']);
  });

  it('makes another key for another folder', async () => {
    expect(await keyOf(join(folder, 'one'))).not.toBe(await keyOf(join(folder, 'other')));
  });

  it('reads a key that was put back from a backup, with or without a line break', async () => {
    await writeFile(join(folder, 'pseudonym-key'), '0123456789abcdef'.repeat(4));
    expect(await keyOf(folder)).toBe('0123456789abcdef'.repeat(4));
    await writeFile(join(folder, 'pseudonym-key'), `${'fe'.repeat(32)}\r\n`);
    expect(await keyOf(folder)).toBe('fe'.repeat(32));
  });

  it.each([
    ['too short', 'ab'.repeat(31)],
    ['too long', 'ab'.repeat(33)],
    ['not hexadecimal', 'zz'.repeat(32)],
    ['two keys', `${'ab'.repeat(32)}\n${'cd'.repeat(32)}`],
  ])('refuses a key file that is %s, and neither repeats nor replaces it', async (_, content) => {
    const path = join(folder, 'pseudonym-key');
    await writeFile(path, content);
    const result = await readOrCreateKeyFile(folder);
    expect(result).toEqual({
      ok: false,
      fault: { code: 'KEY_FILE', message: `The key file ${path} is damaged: it must hold 64 hexadecimal digits. Put back the copy from your backup.` },
    });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('says in one line that a file stands in the place of the folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const result = await readOrCreateKeyFile(join(folder, 'file'));
    expect(result).toMatchObject({ ok: false, fault: { code: 'KEY_FILE' } });
    expect(result.ok ? '' : result.fault.message).toMatch(/ROLVAST_DATA_DIR/);
  });
});
