import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentId, readPersistedDocuments } from './persisted-documents.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string): Promise<unknown> {
  const path = join(folder, 'documents.json');
  await writeFile(path, text);
  const documents = await readPersistedDocuments(path);
  return documents.ok ? [...documents.value] : documents.fault.message;
}

describe('the documents of a build', () => {
  const text = 'query A { a }';

  it('are found by the hash of their text', async () => {
    expect(documentId('query Organisations { organisations { code name } }')).toBe('sha256:b96ad1f4abaffb97eeffa4300c81036fa2a2974460ddbbd3e17514f501d4534f');
    expect(await read(JSON.stringify({ [documentId(text)]: text }))).toEqual([[documentId(text), text]]);
  });

  it('are refused when a text is not the one of its id', async () => {
    expect(await read(JSON.stringify({ [documentId(text)]: 'query A { a b }' }))).toContain('was changed after the build');
  });

  it.each(['', 'null', '[]', '{"a":1}', '{'])('are refused when they are no documents: %s', async (manifest) => {
    expect(await read(manifest)).toContain('can not be read');
  });

  it('are refused when they are not there, with what to do', async () => {
    expect(await readPersistedDocuments(join(folder, 'nowhere.json'))).toMatchObject({ ok: false, fault: { code: 'PERSISTED_DOCUMENTS', message: expect.stringContaining('nx run dashboard:build') } });
  });
});
