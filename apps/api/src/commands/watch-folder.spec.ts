import { appendFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { WatchedFolder, type FileOutcome } from './watch-folder.js';

let folder = '';
let taken: string[] = [];
let isAway = false;
let watched: WatchedFolder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-watch-'));
  taken = [];
  isAway = false;
  watched = watch();
  await watched.prepare();
});

function watch(): WatchedFolder {
  const take = async (path: string) => {
    const text = await readFile(path, 'utf8');
    taken.push(text);
    return takenAs(text);
  };
  return new WatchedFolder(folder, take, () => new Date('2026-06-20T12:00:00Z'));
}

function takenAs(text: string): FileOutcome {
  return isAway ? { kind: 'later' } : { kind: text === 'bad' ? 'failed' : 'done', report: { read: 1 } };
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

  it('leaves everything in place while nothing can be taken, and takes it at the first look at which it can', async () => {
    await drop('a.csv', 'one');
    await drop('b.csv', 'two');
    await watched.look();
    isAway = true;
    await watched.look();
    await watched.look();
    expect([taken, await namesIn('done'), await namesIn('failed')]).toEqual([['one', 'one'], [], []]);
    isAway = false;
    await watched.look();
    expect(taken.slice(2)).toEqual(['one', 'two']);
    expect(await namesIn('done')).toHaveLength(4);
  });

  it('makes its folders again when somebody removed them', async () => {
    await drop('a.csv', 'good');
    await watched.look();
    await rm(join(folder, 'done'), { recursive: true });
    await watched.look();
    expect(await namesIn('done')).toHaveLength(2);
  });

  it('reports nothing of a file that was taken away before it could be read', async () => {
    await drop('a.csv', 'bad');
    const gone = new WatchedFolder(folder, (path) => rm(path).then(() => ({ kind: 'failed', report: {} })), () => new Date());
    await gone.look();
    await gone.look();
    expect(await namesIn('failed')).toEqual([]);
  });

  it('finds after a restart what it had not moved', async () => {
    await drop('a.csv', 'good');
    await watched.look();
    const again = watch();
    await again.look();
    expect(await again.look()).toEqual(['a.csv']);
  });
});
