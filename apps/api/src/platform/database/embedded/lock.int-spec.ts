import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLock } from './lock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-lock-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the lock', () => {
  it('lets one work at a time, and everyone in the end', async () => {
    let working = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        withLock(folder, async () => {
          working += 1;
          most = Math.max(most, working);
          await delay(1);
          working -= 1;
          return turn;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(results.map((result) => result.ok)).toEqual(Array.from({ length: 40 }, () => true));
  });

  it('does not pile up files', async () => {
    for (let turn = 0; turn < 30; turn += 1) await withLock(folder, () => Promise.resolve());
    expect((await readdir(folder)).length).toBeLessThan(20);
  });

  it('is given back when the work throws', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await withLock(folder, () => Promise.resolve(1))).toEqual({ ok: true, value: 1 });
  });

  it.each([
    ['a dead process', '999999999 boot:1'],
    ['a process whose pid another one has now', `${process.pid} boot:1`],
    ['a text nobody understands', 'nonsense'],
  ])('is taken over from %s', async (_, holder) => {
    await symlink(holder, join(folder, 'lock.7'));
    expect(await withLock(folder, () => Promise.resolve(1))).toEqual({ ok: true, value: 1 });
  });
});
