import {
  columnOf,
  REFLECTION_COLUMNS,
  REFLECTION_FIELDS,
  REQUIRED_COLUMNS,
  REQUIRED_SUPPORT_SESSION_COLUMNS,
  SUPPORT_SESSION_COLUMNS,
  SUPPORT_SESSION_FIELDS,
} from '@rolvast/domain';

export const FILE_KINDS = ['reflections', 'support-sessions'] as const;

/** What a file holds. */
export type FileKind = (typeof FILE_KINDS)[number];

/** What a kind of file looks like, whatever it is written in. */
export interface FileContract {
  readonly kind: FileKind;
  /** Every column it may have. */
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** The column that no other kind has. */
  readonly identity: string;
  /** Columns that hold references of the source system. */
  readonly references: readonly string[];
  /** Whether a coded column takes a code; null for a column whose values are no codes. */
  takes(column: string, code: string): boolean | null;
}

interface Readable {
  read(text: string): unknown;
}

const REFLECTION_CODES = new Map<string, Readable>([
  ['status', { read: (text) => (['final', 'withdrawn'].includes(text.toLowerCase()) ? text : null) }],
  ...Object.entries(REFLECTION_FIELDS).map(([field, rule]): [string, Readable] => [columnOf(field), rule]),
]);
const SUPPORT_SESSION_CODES = new Map<string, Readable>(Object.entries(SUPPORT_SESSION_FIELDS));

function takesOf(codes: ReadonlyMap<string, Readable>): FileContract['takes'] {
  return (column, code) => {
    const rule = codes.get(column);
    return rule === undefined ? null : rule.read(code) !== null;
  };
}

export const FILE_CONTRACTS: Readonly<Record<FileKind, FileContract>> = {
  reflections: {
    kind: 'reflections',
    columns: REFLECTION_COLUMNS,
    required: REQUIRED_COLUMNS,
    identity: 'reflection_id',
    references: ['reflection_id', 'professional', 'case'],
    takes: takesOf(REFLECTION_CODES),
  },
  'support-sessions': {
    kind: 'support-sessions',
    columns: SUPPORT_SESSION_COLUMNS,
    required: REQUIRED_SUPPORT_SESSION_COLUMNS,
    identity: 'session_id',
    references: ['session_id'],
    takes: takesOf(SUPPORT_SESSION_CODES),
  },
};
