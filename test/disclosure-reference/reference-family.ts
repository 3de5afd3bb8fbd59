import type { AttackedFamily, Context, Figure, Outcome } from '@rolvast/api/release-audit/attacked-family.js';

/** A row of a reference sample: who, which case, and a value for each characteristic. */
export interface ReferenceRow {
  readonly prof: string;
  readonly case: string;
  readonly [characteristic: string]: string | number;
}

/** A posted block of the reference publisher. */
export interface ReferenceBlock {
  readonly i: number;
  readonly recs: readonly ReferenceRow[];
}

/** A figure of the reference publisher. */
export interface ReferenceFigure {
  readonly id: string;
  readonly kind: 'cum' | 'exact' | 'min' | 'near';
  readonly seq?: string | undefined;
  readonly blocks: readonly number[];
  readonly sel: Readonly<Record<string, readonly (string | number)[]>>;
  readonly value: number;
  readonly open?: boolean | undefined;
  readonly guard?: number | undefined;
  readonly N?: number | undefined;
}

/** A row with what an attack needs. */
export interface ReferenceSubject {
  readonly contributor: string;
  readonly careCase: string;
  readonly row: ReferenceRow;
}

type Values = readonly (string | number)[];
type Sets = Readonly<Record<string, Values>>;

/** What the samples can hold: sets worth asking about, what a knowing attacker counts, outcomes, and the part they are asked in. */
const CONTEXTS: Readonly<Record<string, Sets>> = {
  child: { minors: ['complete', 'no', 'nk'], 'm-no': ['m-no'], 'm-unk': ['m-unk'] },
  q: { known: ['ok', 'mism', 'notcomp'], compared: ['ok', 'mism'], unk: ['unk'] },
  flag: { considered: ['none', 'br', 'nb'], unk: ['unk'] },
  felt: { felt: ['ack', 'notack'], rest: ['no', 'unans', 'unk'] },
  role: { scored: ['low', 'high'], unk: ['unk'] },
};
const KNOWN: Readonly<Record<string, readonly string[]>> = { child: ['minors', 'm-no', 'm-unk'], q: ['known', 'unk'], flag: ['considered', 'unk'], felt: ['felt', 'rest'], role: ['scored', 'unk'] };
const OUTCOMES: Readonly<Record<string, Sets>> = {
  child: { complete: ['complete'], no: ['no'], nk: ['nk'], short: ['no', 'nk'] },
  q: { notcomp: ['notcomp'], mism: ['mism'] },
  flag: { flagged: ['br', 'nb'], nb: ['nb'], br: ['br'] },
  felt: { ack: ['ack'], notack: ['notack'] },
  role: { low: ['low'] },
  p3: { p3: [1] },
  p8: { p8: [1] },
};
const PART: Readonly<Record<string, string>> = { child: 'minors', q: 'known', flag: 'considered', felt: 'felt', role: 'scored' };
const PITFALLS = ['p3', 'p8'];
const BREAKDOWN = 'legal';

type Cell = Readonly<Record<string, string | number>>;

/** A family of a reference sample in the form that our attacker takes. */
export function referenceFamily(characteristics: readonly string[], blocks: readonly ReferenceBlock[], figures: readonly ReferenceFigure[], isExact: boolean): AttackedFamily<ReferenceSubject> {
  const contextsOf = (name: string): Sets => CONTEXTS[name] ?? (name === BREAKDOWN ? Object.fromEntries(valuesOf(name, blocks).map((value) => [value, [value]])) : {});
  const cells = cross(characteristics, blocks).filter(isPossible);
  const where = (sets: Sets) => cells.flatMap((cell, index) => (Object.entries(sets).every(([name, values]) => values.includes(cell[name] ?? '')) ? [index] : []));
  const contexts = characteristics.flatMap((name) => Object.entries(contextsOf(name)).map(([of, values]): Context => ({ characteristic: name, name: of, cells: where({ [name]: values }) })));
  const outcomes = characteristics.flatMap((name) => Object.entries(OUTCOMES[name] ?? {}).map(([of, values]): Outcome => {
    const within = PITFALLS.includes(name) ? (characteristics.includes('flag') ? { flag: CONTEXTS['flag']?.['considered'] ?? [] } : {}) : { [name]: CONTEXTS[name]?.[PART[name] ?? ''] ?? [] };
    return { characteristic: name, name: of, cells: where({ [name]: values }), within: where(within), alsoWithin: of === 'mism' ? [where({ q: CONTEXTS['q']?.['compared'] ?? [] })] : [], isOfPart: !PITFALLS.includes(name) && name !== 'flag' };
  }));
  const counted = characteristics.flatMap((name) => (KNOWN[name] !== undefined || name === BREAKDOWN ? [(KNOWN[name] ?? Object.keys(contextsOf(name))).map((of) => ({ [name]: contextsOf(name)[of] ?? [] }))] : []));
  const known = counted.reduce<readonly Sets[]>((sets, next) => sets.flatMap((one) => next.map((other) => ({ ...one, ...other }))), [{}]).map(where);
  const nameOf = (cell: Cell) => characteristics.map((name) => String(cell[name])).join();
  const index = new Map(cells.map((cell, at) => [nameOf(cell), at]));
  return {
    name: characteristics.join(' x '),
    cells: cells.length,
    cellOf: ({ row }) => index.get(nameOf(row)) ?? Number.NaN,
    figures: figures.filter(({ sel }) => Object.keys(sel).every((name) => characteristics.includes(name))).map((figure) => figureOf(figure, where(figure.sel), isExact)),
    known: known.filter((set) => set.length > 0),
    contexts,
    outcomes,
  };
}

function figureOf(figure: ReferenceFigure, cells: readonly number[], isExact: boolean): Figure {
  const isOpen = figure.open === true;
  // Who does not know the size of a part knows it to within 4: it is posted rounded.
  const couldBeCut = figure.kind === 'cum' && !isExact && figure.value >= Math.max(0, 3 * Math.floor((Math.max(1, (figure.N ?? 0) - 4) - 1) / 3));
  const kinds = { cum: 'running', exact: 'exact', min: 'at-least', near: 'near' } as const;
  return { key: figure.seq ?? figure.id, kind: kinds[figure.kind], blocks: figure.blocks.map(String), cells, times: null, value: figure.value, mayBeCut: { knowing: isOpen, guessing: isOpen || couldBeCut }, isGuarded: (figure.guard ?? 0) !== 0 };
}

function valuesOf(name: string, blocks: readonly ReferenceBlock[]): Values {
  if (PITFALLS.includes(name)) return [0, 1];
  return [...new Set([...blocks.flatMap(({ recs }) => recs.map((row) => row[name] ?? '')), ...Object.values(CONTEXTS[name] ?? {}).flat()])];
}

function cross(characteristics: readonly string[], blocks: readonly ReferenceBlock[]): readonly Cell[] {
  return characteristics.reduce<readonly Cell[]>((cells, name) => cells.flatMap((cell) => valuesOf(name, blocks).map((value) => ({ ...cell, [name]: value }))), [{}]);
}

/** A pitfall is only noticed where some pitfall was. */
function isPossible(cell: Cell): boolean {
  const flag = cell['flag'];
  return flag === undefined || flag === 'br' || flag === 'nb' || PITFALLS.every((name) => cell[name] !== 1);
}
