import { appendFile, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { WatchedFolder } from './watch-folder.js';

let folder = '';
let taken: string[] = [];
let watched: WatchedFolder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-watch-'));
  taken = [];
  watched = watch();
  await watched.prepare();
});

function watch(): WatchedFolder {
  const take = async (path: string) => {
    const text = await readFile(path, 'utf8');
    taken.push(text);
    return { isDone: text !== 'bad', report: { read: 1 } };
  };
  return new WatchedFolder(folder, take, () => new Date('2026-06-20T12:00:00Z'));
}

const drop = (name: string, text: string) => writeFile(join(folder, name), text);
const namesIn = (place: string) => readdir(join(folder, place));

describe('a watched folder', () => {
  it('takes a file once it has stayed the same from one look to the next, and moves it with its report', async () => {
    await drop('a.csv', 'good');
    expect(await watched.look()).toEqual([]);
    expect(await watched.look()).toEqual(['a.csv']);
    expect(await namesIn('done')).toEqual(['2026-06-20T12-00-00-000Z-a.csv', '2026-06-20T12-00-00-000Z-a.csv.report.json']);
    expect([taken, await watched.look()]).toEqual([['good'], []]);
  });

  it('leaves a file alone while it is being written', async () => {
    await drop('a.csv', 'half');
    await watched.look();
    await appendFile(join(folder, 'a.csv'), ' and half');
    expect(await watched.look()).toEqual([]);
    await watched.look();
    expect(taken).toEqual(['half and half']);
  });

  it('moves a file that is refused to failed', async () => {
    await drop('a.csv', 'bad');
    await watched.look();
    await watched.look();
    expect(await namesIn('failed')).toHaveLength(2);
    expect(await namesIn('done')).toEqual([]);
  });

  it('passes over hidden files, folders and other kinds, and takes a file that was renamed into place', async () => {
    await drop('.a.csv', 'hidden');
    await drop('notes.txt', 'notes');
    await watched.look();
    await watched.look();
    expect(taken).toEqual([]);
    await rename(join(folder, '.a.csv'), join(folder, 'a.csv'));
    await watched.look();
    await watched.look();
    expect(taken).toEqual(['hidden']);
  });

  it('finds after a restart what it had not moved', async () => {
    await drop('a.csv', 'good');
    await watched.look();
    const again = watch();
    await again.look();
    expect(await again.look()).toEqual(['a.csv']);
  });
});
