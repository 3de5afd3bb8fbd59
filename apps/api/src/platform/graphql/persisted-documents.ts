import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { failure, success, type Result } from '@rolvast/domain';
import { z } from 'zod';

/** Documents by their id, `sha256:` and the hash of the text. */
export type PersistedDocuments = ReadonlyMap<string, string>;

export interface PersistedDocumentsFault {
  readonly code: 'PERSISTED_DOCUMENTS';
  readonly message: string;
}

const manifestSchema = z.record(z.string(), z.string());

/** The id of a document: what the dashboard sends instead of it. */
export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * Reads the documents that the dashboard was built with.
 *
 * @returns a fault when the file is not there or a text is not the one of its id: it was not made by this build.
 */
export async function readPersistedDocuments(path: string): Promise<Result<PersistedDocuments, PersistedDocumentsFault>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return failure(faultOf('the documents of the dashboard are not there. Build it: npx nx run dashboard:build'));
  const manifest = manifestSchema.safeParse(jsonOf(text));
  if (!manifest.success) return failure(faultOf('the documents of the dashboard can not be read. Build it again: npx nx run dashboard:build'));
  const documents = new Map(Object.entries(manifest.data));
  if ([...documents].some(([id, document]) => id !== documentId(document))) return failure(faultOf('a document of the dashboard was changed after the build. Build it again: npx nx run dashboard:build'));
  return success(documents);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function faultOf(what: string): PersistedDocumentsFault {
  return { code: 'PERSISTED_DOCUMENTS', message: `Rolvast can not start: ${what}.` };
}
