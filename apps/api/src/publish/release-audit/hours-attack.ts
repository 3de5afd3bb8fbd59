import { CATALOGUE, HOURS_STEP, P_PERCENT, type HoursPosting, type ReflectionHours, type SnapshotReflection } from '@rolvast/domain';
import { LinearProgramme, type Row } from './linear-programme.js';
import type { PublishedLedgers } from './published-ledgers.js';

/** A holder of hours whom somebody can tell too well. */
export interface HoursDisclosure {
  readonly kind: 'p%-violation' | 'bound that misses the truth' | 'infeasible publication';
  readonly set: string;
  readonly holder: 'professional' | 'case' | null;
}

const MEASURES = CATALOGUE.filter((measure): measure is ReflectionHours => measure.kind === 'reflection-hours');

/** Hours that some blocks hold, of reflections that count for the same measures. */
interface HoursTarget {
  readonly name: string;
  readonly atoms: readonly number[];
  readonly granted: readonly SnapshotReflection[];
}

/**
 * Attacks the posted hours of a unit, all sums together in one programme. Atoms are block x the measures that count a reflection.
 *
 * The second largest holder takes off what is their own and has what is left as an upper bound for the largest: that must stay
 * 20 % above it, in every posted sum, every difference of nested sums and every block.
 */
export function attackHours({ unit, blocks, hours }: Pick<PublishedLedgers, 'unit' | 'blocks' | 'hours'>): readonly HoursDisclosure[] {
  const classes = [...new Set(blocks.flatMap(({ reflections }) => reflections.map(classOf)))].filter((name) => name.includes('1'));
  const atomsOf = (numbers: readonly number[], isCounted: (name: string) => boolean) => numbers.flatMap((number) => classes.flatMap((name, at) => (isCounted(name) ? [blocks.findIndex((block) => block.number === number) * classes.length + at] : [])));
  const granted = (numbers: readonly number[], isCounted: (name: string) => boolean) => blocks.filter(({ number }) => numbers.includes(number)).flatMap(({ reflections }) => reflections.filter((one) => isCounted(classOf(one))));
  const target = (name: string, numbers: readonly number[], isCounted: (of: string) => boolean): HoursTarget => ({ name: `${unit} ${name} ${numbers.join('+')}`, atoms: atomsOf(numbers, isCounted), granted: granted(numbers, isCounted) });
  const windows = hours.map((posting) => ({ posting, numbers: numbersOf(posting, blocks) }));
  const sums = windows.map(({ posting, numbers }) => ({ posting, ...target(posting.measure, numbers, countsFor(posting.measure)) }));
  const programme = new LinearProgramme(Array.from({ length: blocks.length * classes.length }, () => ({ lower: 0, upper: Number.POSITIVE_INFINITY })), sums.map(rowOf));
  if (!programme.isFeasible) return [{ kind: 'infeasible publication', set: unit, holder: null }];
  const spans = [...new Map([...windows.map(({ numbers }) => numbers), ...blocks.map(({ number }) => [number])].map((numbers) => [numbers.join(), numbers])).values()];
  const targets = spans.flatMap((numbers) => [
    ...classes.map((name) => target(`of kind ${name}`, numbers, (other) => other === name)),
    ...MEASURES.map(({ code }) => target(code, numbers, countsFor(code))),
    ...MEASURES.flatMap(({ code, hoursOf, nestedIn }) => (nestedIn === null ? [] : [target(`beside ${code}`, numbers, (name) => countsFor(codeOf(nestedIn.key))(name) && !countsFor(codeOf(hoursOf.key))(name))])),
  ]);
  return [...sums, ...targets].flatMap((one) => judge(programme, one));
}

/** By measure, whether the hours of a reflection count: '110' counts for the first two. */
function classOf({ reflection }: SnapshotReflection): string {
  return MEASURES.map(({ hoursOf }) => (hoursOf.counts(reflection) ? '1' : '0')).join('');
}

function countsFor(code: string): (name: string) => boolean {
  const at = MEASURES.findIndex((measure) => measure.code === code);
  return (name) => name[at] === '1';
}

function codeOf(key: string): string {
  return MEASURES.find(({ hoursOf }) => hoursOf.key === key)?.code ?? '';
}

function numbersOf({ firstBlock, lastBlock }: HoursPosting, blocks: PublishedLedgers['blocks']): readonly number[] {
  return blocks.map(({ number }) => number).filter((number) => number >= firstBlock && number <= lastBlock);
}

function rowOf({ posting, atoms }: HoursTarget & { readonly posting: HoursPosting }): Row {
  return { entries: atoms.map((atom) => [atom, 1] as const), lower: posting.hours - HOURS_STEP / 2, upper: posting.hours + HOURS_STEP / 2 };
}

function judge(programme: LinearProgramme, { name, atoms, granted }: HoursTarget): readonly HoursDisclosure[] {
  if (granted.length === 0) return [];
  const entries = atoms.map((atom) => [atom, 1] as const);
  const most = programme.largest(entries);
  const truth = granted.reduce((sum, { reflection }) => sum + (reflection.extraHours ?? 0), 0);
  if (truth > most + 1e-6 || truth < programme.smallest(entries) - 1e-6) return [{ kind: 'bound that misses the truth', set: name, holder: null }];
  return (['professional', 'case'] as const).flatMap((holder): readonly HoursDisclosure[] => {
    const [largest = 0, second = 0] = heldBy(granted, holder);
    return most - second < largest * (1 + P_PERCENT / 100) - 1e-6 ? [{ kind: 'p%-violation', set: name, holder }] : [];
  });
}

/** The hours of each holder, the largest first. */
function heldBy(granted: readonly SnapshotReflection[], holder: 'professional' | 'case'): readonly number[] {
  const held = new Map<string, number>();
  for (const { contributor, careCase, reflection } of granted) {
    const name = holder === 'professional' ? contributor : careCase;
    held.set(name, (held.get(name) ?? 0) + (reflection.extraHours ?? 0));
  }
  return [...held.values()].sort((one, other) => other - one);
}
