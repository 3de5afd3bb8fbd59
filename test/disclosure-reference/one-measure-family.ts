import type { AttackedFamily, Context, Figure } from '@rolvast/api/release-audit/attacked-family.js';

/** A sample of the older reference: figures over the nodes of some dimensions, and one flag. */
export interface OneMeasureSample {
  readonly dimensions: Readonly<Record<string, { readonly leaves: readonly string[]; readonly groups?: Readonly<Record<string, readonly string[]>> | undefined }>>;
  readonly published: readonly { readonly measure: string; readonly at: Readonly<Record<string, string>>; readonly value?: number | undefined; readonly rounded?: unknown; readonly openTop?: boolean | undefined; readonly status?: string | undefined }[];
  readonly audit: { readonly records: readonly OneMeasureRecord[] };
}

/** A row of such a sample: a leaf of each dimension, who, which case and the flag. */
export type OneMeasureRecord = Readonly<Record<string, string | number>>;

/** A row with what an attack needs. */
export interface OneMeasureSubject {
  readonly contributor: string;
  readonly careCase: string;
  readonly record: OneMeasureRecord;
}

/** The one block in which all of a sample lies; its dimensions are characteristics like any other. */
export const WHOLE = 'whole';

/** A sample in the form that our attacker takes; who attacks knows which combinations of leaves occur. */
export function oneMeasureFamily({ dimensions, published, audit }: OneMeasureSample, flag: string): AttackedFamily<OneMeasureSubject> {
  const names = Object.keys(dimensions);
  const keyOf = (record: OneMeasureRecord) => names.map((name) => String(record[name])).join('|');
  const kinds = [...new Map(audit.records.map((record) => [keyOf(record), record])).values()];
  const cells = kinds.flatMap((record) => [0, 1].map((flagged) => ({ record, flagged })));
  const leavesOf = (name: string, node: string) => dimensions[name]?.groups?.[node] ?? [node];
  const where = (at: Readonly<Record<string, string>>, onlyFlagged: boolean) =>
    cells.flatMap(({ record, flagged }, index) => ((!onlyFlagged || flagged === 1) && Object.entries(at).every(([name, node]) => node === '*' || leavesOf(name, node).includes(String(record[name]))) ? [index] : []));
  const contexts = names.flatMap((name) => [...(dimensions[name]?.leaves ?? []), ...Object.keys(dimensions[name]?.groups ?? {})].map((node): Context => ({ characteristic: name, name: node, cells: where({ [name]: node }, false) }))).filter((context) => context.cells.length > 0);
  const figures = published.flatMap(({ measure, at, value, rounded, openTop, status }): Figure[] => {
    if (value === undefined || status === 'suppressed' || (measure !== 'reflections' && measure !== flag)) return [];
    const isOpen = openTop === true;
    return [{ key: measure, kind: rounded === undefined ? 'exact' : 'near', blocks: [WHOLE], cells: where(at, measure === flag), times: null, value, mayBeCut: { knowing: isOpen, guessing: isOpen }, isGuarded: false }];
  });
  const index = new Map(kinds.map((record, position) => [keyOf(record), 2 * position]));
  return {
    name: names.join(' x '),
    cells: cells.length,
    cellOf: ({ record }) => (index.get(keyOf(record)) ?? Number.NaN) + Number(record[flag]),
    figures,
    known: [],
    contexts,
    outcomes: [{ characteristic: flag, name: flag, cells: where({}, true), within: cells.map((_, at) => at), alsoWithin: [], isOfPart: false }],
  };
}
