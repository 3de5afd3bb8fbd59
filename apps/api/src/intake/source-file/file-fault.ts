import type { FileContract } from './file-contract.js';

/** Why a file as a whole is refused. The message is one line; it names columns and lines, never cells. */
export interface FileFault {
  readonly code: 'FILE_MISSING' | 'FILE_NOT_CSV' | 'FILE_NOT_NDJSON' | 'UNKNOWN_COLUMN' | 'MISSING_COLUMN' | 'OWN_NUMBERING_DOUBTED' | 'OTHER_KIND_OF_FILE';
  readonly message: string;
}

/** Thrown inside the stream of rows; callers turn it back into a typed result. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.message);
  }
}

const NAME_CHARACTERS = 40;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

export function fileMissing(path: string): FileFault {
  return { code: 'FILE_MISSING', message: `The file ${path} can't be read: there is no such file, or it is a folder, or it may not be read. Check the name.` };
}

export function notCsv(reason: string): FileFault {
  return { code: 'FILE_NOT_CSV', message: `The file can't be read as CSV: ${reason}. Export it again as CSV (UTF-8). Nothing was imported.` };
}

export function notNdjson(reason: string): FileFault {
  return { code: 'FILE_NOT_NDJSON', message: `The file can't be read as NDJSON: ${reason}. Write one JSON object a line, in UTF-8. Nothing was imported.` };
}

/** @param line where the names stand, when that is not the header. */
export function unknownColumns(names: readonly string[], line: number | null = null): FileFault {
  const named = names.map((name) => `"${shown(name)}"`).join(', ');
  const where = line === null ? 'The file has columns' : `Line ${line} has names`;
  return {
    code: 'UNKNOWN_COLUMN',
    message: `${where} that are not in the contract: ${named}. Correct a misspelt name (rolvast import --help lists them), map it with rolvast sources save, or remove it; free text and identities must not come in. Nothing was imported.`,
  };
}

export function missingColumns(names: readonly string[]): FileFault {
  return { code: 'MISSING_COLUMN', message: `The file lacks the columns ${names.join(', ')}. Add them. Nothing was imported.` };
}

export function otherKind(wanted: FileContract): FileFault {
  return {
    code: 'OTHER_KIND_OF_FILE',
    message: `The file holds no ${wanted.kind}: it lacks the column ${wanted.identity}. Choose another file, or leave out --kind to let the header decide. Nothing was imported.`,
  };
}

export function ownNumberingDoubted(): FileFault {
  return {
    code: 'OWN_NUMBERING_DOUBTED',
    message: 'More than 20 % of the references in this file pass the 11-test of citizen numbers (BSN), which numbers of a source\'s own do once in eleven times. Deliver the source\'s own numbers; when they are, and the file has only a few rows, this is chance: deliver it together with more rows. Nothing was imported.',
  };
}

/** A name of a column as it may stand in a message: cut short, with characters that can't be seen written out. */
export function shown(name: string): string {
  return name.slice(0, NAME_CHARACTERS).replace(HIDDEN, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
