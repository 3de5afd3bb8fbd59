import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addRotation, createKeyFile, readKey } from './key-file.js';

const readOrMake = (dataFolder: string) => readKey({ kind: 'file', path: join(dataFolder, 'pseudonym-key') }, true);

const OWN = { mode: 0o600 };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-key-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function keyOf(dataFolder: string): Promise<string> {
  const result = await readOrMake(dataFolder);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value.bytes.toString('hex');
}

describe('readKey', () => {
  it('makes a key of 32 bytes, and the folder for it when there is none', async () => {
    const result = await readOrMake(join(folder, 'new', 'data'));
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
    await writeFile(join(folder, 'pseudonym-key'), '0123456789abcdef'.repeat(4), OWN);
    expect(await keyOf(folder)).toBe('0123456789abcdef'.repeat(4));
    await writeFile(join(folder, 'pseudonym-key'), `${'fe'.repeat(32)}\r\n`);
    expect(await keyOf(folder)).toBe('fe'.repeat(32));
  });

  it.each([
    ['too short', 'ab'.repeat(31)],
    ['too long', 'ab'.repeat(33)],
    ['not hexadecimal', 'zz'.repeat(32)],
    ['two keys without a break', `${'ab'.repeat(32)}${'cd'.repeat(32)}`],
    ['a key and a half', `${'ab'.repeat(32)}\n${'cd'.repeat(16)}`],
  ])('refuses a key file that is %s, and neither repeats nor replaces it', async (_, content) => {
    const path = join(folder, 'pseudonym-key');
    await writeFile(path, content, OWN);
    const result = await readOrMake(folder);
    expect(result).toEqual({
      ok: false,
      fault: { code: 'KEY_FILE', message: `The key file ${path} is damaged: it must hold 64 hexadecimal digits on each line. Put back the copy from your backup.` },
    });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('says in one line that a file stands in the place of the folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const result = await readOrMake(join(folder, 'file'));
    expect(result).toMatchObject({ ok: false, fault: { code: 'KEY_FILE' } });
    expect(result.ok ? '' : result.fault.message).toMatch(/ROLVAST_DATA_DIR/);
  });

  it.each([0o640, 0o604, 0o644, 0o660])('refuses a file of mode %o, which others may read', async (mode) => {
    const path = join(folder, 'pseudonym-key');
    await writeFile(path, 'ab'.repeat(32));
    await chmod(path, mode);
    expect(await readOrMake(folder)).toMatchObject({ ok: false, fault: { code: 'KEY_FILE', message: expect.stringContaining(`chmod 600 ${path}`) } });
  });

  it('refuses to go on without the file where none may be made', async () => {
    const path = join(folder, 'pseudonym-key');
    expect(await readKey({ kind: 'file', path }, false)).toMatchObject({ ok: false, fault: { message: expect.stringContaining('is missing') } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('reads a key with its rotations from a variable, and repeats nothing of a wrong one', async () => {
    const read = (text: string) => readKey({ kind: 'environment', variable: 'ROLVAST_PSEUDONYM_KEY', text }, false);
    expect(await read(`${'ab'.repeat(32)}, ${'cd'.repeat(32)}`)).toMatchObject({ ok: true, value: { bytes: Buffer.alloc(32, 0xab), wraps: [Buffer.alloc(32, 0xcd)] } });
    const refused = await read('ab'.repeat(31));
    expect(refused).toMatchObject({ ok: false, fault: { message: expect.stringContaining('ROLVAST_PSEUDONYM_KEY must hold') } });
    expect(JSON.stringify(refused)).not.toContain('abab');
  });
});

describe('createKeyFile', () => {
  it('makes a key that only its owner may read, and leaves one that is there as it is', async () => {
    const path = join(folder, 'key');
    expect(await createKeyFile(path)).toMatchObject({ ok: true, value: { wraps: [], path } });
    const before = await readFile(path, 'utf8');
    expect(await createKeyFile(path)).toMatchObject({ ok: false, fault: { message: expect.stringContaining('there already') } });
    expect(await readFile(path, 'utf8')).toBe(before);
  });
});

describe('addRotation', () => {
  it('adds a key at the end, keeps the ones before and leaves no draft behind', async () => {
    const first = await readOrMake(folder);
    if (!first.ok) throw new Error(first.fault.message);
    const second = await addRotation(first.value);
    if (!second.ok) throw new Error(second.fault.message);
    const third = await addRotation(second.value);
    expect(third).toMatchObject({ ok: true, value: { bytes: first.value.bytes, wraps: [...(second.value.wraps ?? []), expect.any(Buffer)] } });
    expect(await readOrMake(folder)).toEqual(third);
    expect(await readdir(folder)).toEqual(['pseudonym-key']);
    expect((await stat(join(folder, 'pseudonym-key'))).mode & 0o777).toBe(0o600);
  });
});
