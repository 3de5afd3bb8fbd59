import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { failure, success } from '@rolvast/domain';
import type { ImportFileFault } from '../intake/import-files/import-files.service.js';
import { takeFile, type ImportOne } from './take-file.js';
import { WatchLog } from './watch-log.js';

const REPORT = { read: 2, accepted: 1, unchanged: 0, replaced: 0, withdrawn: 0, rejected: 1, rejections: [] };
const fault = (code: 'FILE_NOT_CSV' | 'KEY_CHANGED' | 'KEY_MISMATCH' | 'UNKNOWN_ORGANISATION' | 'UNKNOWN_SOURCE' | 'BUSY'): ImportFileFault => ({ code, message: 'What to do.' });

let said: string[] = [];
let written = '';
beforeEach(() => {
  [said, written] = [[], ''];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

function take(importOne: ImportOne, log = new WatchLog((line) => void said.push(line))): ReturnType<typeof takeFile> {
  return takeFile('/in/a.csv', importOne, log);
}

describe('taking a file of a watched folder', () => {
  it('says what was stored, and where to read about rejected rows', async () => {
    expect(await take(() => Promise.resolve(success(REPORT)))).toEqual({ kind: 'done', report: REPORT });
    expect(said).toEqual(['a.csv: 2 rows read: 1 accepted, 0 unchanged, 0 replaced, 0 withdrawn, 1 rejected. Which rows and why: in the report beside the file, in done/.']);
  });

  it('reports a file that is not right', async () => {
    expect(await take(() => Promise.resolve(failure(fault('FILE_NOT_CSV'))))).toEqual({ kind: 'failed', report: { error: fault('FILE_NOT_CSV') } });
  });

  it.each(['KEY_CHANGED', 'KEY_MISMATCH', 'UNKNOWN_ORGANISATION', 'UNKNOWN_SOURCE', 'BUSY'] as const)('leaves a file for later when %s says that nothing is wrong with it', async (code) => {
    expect(await take(() => Promise.resolve(failure(fault(code))))).toEqual({ kind: 'later' });
    expect(said).toEqual(['a.csv stays where it is and is tried again: What to do.']);
  });

  it('leaves a file for later while the database is away, and says so once', async () => {
    const log = new WatchLog((line) => void said.push(line));
    const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    for (let tries = 0; tries < 3; tries += 1) expect(await take(away, log)).toEqual({ kind: 'later' });
    expect(said).toHaveLength(1);
    await take(() => Promise.resolve(success(REPORT)), log);
    await take(away, log);
    expect(said).toHaveLength(3);
  });

  it('lays a file aside that meets a bug, with an id and nothing of what the bug says', async () => {
    const outcome = await take(() => Promise.reject(new Error('CANARY')));
    expect(outcome).toMatchObject({ kind: 'failed', report: { error: { code: 'INTERNAL', message: expect.stringMatching(/id [0-9a-f-]{36}/) } } });
    expect(`${JSON.stringify(outcome)}${said.join('')}`).not.toContain('CANARY');
    expect(written).toContain(/id ([0-9a-f-]{36})/.exec(said.join(''))?.[1]);
  });
});
