import { readFile } from 'node:fs/promises';
import { errorCodeOf } from '../platform/errors/error-code.js';

/** The text of a small file of settings; null when it can't be read. */
export async function readTextFile(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === '') throw error;
    return null;
  }
}

export function fileMissing(path: string): { readonly code: 'FILE_MISSING'; readonly message: string } {
  return { code: 'FILE_MISSING', message: `The file ${path} can't be read: there is no such file, or it is a folder, or it may not be read. Check the name.` };
}
