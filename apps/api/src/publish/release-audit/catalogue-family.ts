import { CATALOGUE, postingPlan, type Breakdown, type LedgerPlace, type PlannedCount, type PlannedPart, type RecordedReflection } from '@rolvast/domain';
import type { AttackedFamily, Context, Figure, Outcome, Subject } from './attacked-family.js';
import { REFLECTIONS, type HarvestedFigure } from './harvest.js';

/** A posted reflection as the test knows it. */
export interface PostedReflection extends Subject {
  readonly reflection: RecordedReflection;
}

/** How often something holds for a reflection. */
type Tally = (reflection: RecordedReflection) => number;
type Holds = (reflection: RecordedReflection) => boolean;

/** What is published about one question: its ledgers, what they run over and what may be answered. */
export interface Characteristic {
  readonly name: string;
  /** By key, how often something holds for a reflection: once or not, unless fields are counted. */
  readonly facets: ReadonlyMap<string, Tally>;
  /** Facets that only say to whom a question was put; who knows every count of reflections knows how many. */
  readonly known: readonly string[];
  /** Facets whose reflections are worth asking about. */
  readonly contexts: readonly string[];
  readonly outcomes: readonly PlannedTarget[];
}

interface PlannedTarget {
  readonly key: string;
  /** The facet of those to whom the question was put; null for everybody. */
  readonly within: string | null;
  /** Facets left out of it. */
  readonly without: readonly string[];
  readonly alsoWithout: readonly string[];
  readonly isOfPart: boolean;
}

/** Reflections of every kind that can be, from which follows what goes together. */
export type Sample = readonly RecordedReflection[];

/** The characteristics that follow from what some places post, one for each count or part and what belongs to it. */
export function characteristicsOf(sample: Sample, places: readonly LedgerPlace[] = ['team'], catalogue = CATALOGUE): readonly Characteristic[] {
  const plans = places.map((place) => postingPlan(catalogue, place));
  const counts = byKey(plans.flatMap((plan) => plan.counts));
  const parts = byKey(plans.flatMap((plan) => plan.parts));
  return counts.map((count) => characteristicOf(count, parts.filter(({ size }) => size.key === count.key), sample));
}

/** The first with each key: what a wider place posts again is the same question. */
function byKey<Planned extends { readonly key: string }>(planned: readonly Planned[]): readonly Planned[] {
  return planned.filter(({ key }, at) => planned.findIndex((other) => other.key === key) === at);
}

function characteristicOf(count: PlannedCount, parts: readonly PlannedPart[], sample: Sample): Characteristic {
  const facets = new Map<string, Tally>([[count.key, count.counts]]);
  const isAnswer = sample.some((reflection) => count.over(reflection) === 0);
  const asked = `asked:${count.key}`;
  if (isAnswer) facets.set(asked, (reflection) => Math.min(1, count.over(reflection)));
  for (const part of parts) {
    facets.set(part.key, once(part.includes));
    for (const outcome of part.outcomes) facets.set(outcome.key, once(outcome.counts));
  }
  const isOfFields = sample.some((reflection) => count.over(reflection) > 1);
  return {
    name: count.key,
    facets,
    known: isOfFields ? [] : isAnswer ? [asked] : [count.key],
    contexts: [...new Set([...(isAnswer ? [asked] : parts.length === 0 ? [count.key] : []), ...parts.slice(0, 1).map(({ key }) => key)])],
    outcomes: [...(isAnswer ? [{ key: count.key, within: asked, without: [], alsoWithout: [], isOfPart: false }] : []), ...parts.flatMap(outcomesOf)],
  };
}

/** The outcomes of a part, and what is left of those that have others inside. */
function outcomesOf(part: PlannedPart): readonly PlannedTarget[] {
  return part.outcomes.flatMap((outcome) => {
    const inner = part.outcomes.filter(({ inside }) => inside === outcome.key).map(({ key }) => key);
    const target: PlannedTarget = { key: outcome.key, within: part.key, without: [], alsoWithout: outcome.beside, isOfPart: true };
    return inner.length === 0 ? [target] : [target, { ...target, without: inner }];
  });
}

/** A closed list of categories as a characteristic: no outcome; every category of all reflections known to who knows counts. */
export function characteristicOfBreakdown({ code, of, categories, categoryOf }: Breakdown): Characteristic {
  const keys = categories.map((category) => `${code}:${category.code}`);
  const facets = new Map(categories.map((category, index): [string, Tally] => [keys[index] ?? '', once((reflection) => of.counts(reflection) && categoryOf(reflection, { careForm: 'support' }) === category.code)]));
  // Forms of what was noticed are answers themselves: who knows every count of reflections does not know those.
  return { name: code, facets, known: of.key === REFLECTIONS ? keys : [], contexts: keys, outcomes: [] };
}

/** Facets of all characteristics, each worked out once for every reflection of the sample and of the truth. */
export class Facets {
  private readonly tallies = new Map<string, Tally>();
  private readonly worked = new Map<string, WeakMap<RecordedReflection, number>>();

  constructor(characteristics: readonly Characteristic[]) {
    for (const { facets } of characteristics) for (const [key, tally] of facets) this.tallies.set(key, tally);
  }

  has(key: string): boolean {
    return this.tallies.has(key);
  }

  of(key: string, reflection: RecordedReflection): number {
    const memory = this.worked.get(key) ?? new WeakMap<RecordedReflection, number>();
    this.worked.set(key, memory);
    const known = memory.get(reflection);
    if (known !== undefined) return known;
    const answer = this.tallies.get(key)?.(reflection) ?? 0;
    memory.set(reflection, answer);
    return answer;
  }
}

/**
 * One programme for some characteristics: cells are the combinations of their facets that can be, and every harvested figure whose
 * meaning is settled by the cell takes part, whichever characteristic it was published for.
 */
export function catalogueFamily(members: readonly Characteristic[], facets: Facets, sample: Sample, truth: readonly PostedReflection[], harvest: readonly HarvestedFigure[]): AttackedFamily<PostedReflection> {
  const keys = members.flatMap((member) => [...member.facets.keys()]);
  const signature = (reflection: RecordedReflection) => keys.map((key) => facets.of(key, reflection)).join();
  const cells = new Map<string, RecordedReflection[]>();
  for (const reflection of [...sample, ...truth.map((one) => one.reflection)]) {
    const name = signature(reflection);
    const alike = cells.get(name);
    if (alike === undefined) cells.set(name, [reflection]);
    else alike.push(reflection);
  }
  const index = new Map([...cells.keys()].map((name, at) => [name, at]));
  const groups = [...cells.values()];
  const where = (holds: Holds) => groups.flatMap((group, at) => (group[0] !== undefined && holds(group[0]) ? [at] : []));
  const key = (name: string) => where((reflection) => facets.of(name, reflection) > 0);
  return {
    name: members.map(({ name }) => name).join(' x '),
    cells: groups.length,
    cellOf: ({ reflection }) => index.get(signature(reflection)) ?? Number.NaN,
    figures: figuresOf(harvest, facets, groups),
    known: knownOf(members, groups, facets),
    contexts: members.flatMap((member) => contextsOf(member, key, groups.length)),
    outcomes: members.flatMap((member) => member.outcomes.map((target) => outcomeOf(member, target, key, groups.length))),
  };
}

/** The figures whose meaning the cells settle. What a figure means is worked out once for each key and category. */
function figuresOf(harvest: readonly HarvestedFigure[], facets: Facets, groups: readonly (readonly RecordedReflection[])[]): readonly Figure[] {
  const meanings = new Map<string, Meaning | null>();
  return harvest.flatMap(({ key, category, ledger, ...figure }) => {
    const name = `${key}|${category?.breakdown ?? ''}|${category?.codes.join() ?? ''}`;
    let meaning = meanings.get(name);
    if (meaning === undefined) {
      meaning = meaningOf(key, category, facets, groups);
      meanings.set(name, meaning);
    }
    return meaning === null ? [] : [{ ...figure, ...meaning, key: ledger }];
  });
}

type Meaning = Pick<Figure, 'cells' | 'times'>;

/** How often a figure counts the reflections of each cell; null when cells do not settle that. */
function meaningOf(key: string, category: HarvestedFigure['category'], facets: Facets, groups: readonly (readonly RecordedReflection[])[]): Meaning | null {
  const isKnown = (key === REFLECTIONS || facets.has(key)) && (category === null || facets.has(`${category.breakdown}:${category.codes[0] ?? ''}`));
  if (!isKnown) return null;
  const tally: Tally = (reflection) => {
    const isInside = category === null || category.codes.some((code) => facets.of(`${category.breakdown}:${code}`, reflection) > 0);
    if (!isInside) return 0;
    return key === REFLECTIONS ? 1 : facets.of(key, reflection);
  };
  const tallies = groups.map((group) => group.map(tally));
  if (tallies.some((each) => each.some((value) => value !== each[0]))) return null;
  const cells = tallies.flatMap(([value = 0], at) => (value > 0 ? [at] : []));
  const times = cells.map((cell) => tallies[cell]?.[0] ?? 0);
  return { cells, times: times.every((time) => time === 1) ? null : times };
}

function knownOf(members: readonly Characteristic[], groups: readonly (readonly RecordedReflection[])[], facets: Facets): readonly (readonly number[])[] {
  const keys = members.flatMap(({ known }) => known);
  const byAnswers = new Map<string, number[]>();
  groups.forEach(([reflection], at) => {
    if (reflection === undefined) return;
    const name = keys.map((key) => facets.of(key, reflection)).join();
    byAnswers.set(name, [...(byAnswers.get(name) ?? []), at]);
  });
  return [...byAnswers.values()];
}

function contextsOf({ name, contexts }: Characteristic, key: (name: string) => readonly number[], cells: number): readonly Context[] {
  const isList = contexts.length > 2;
  return contexts.flatMap((context) => {
    const inside = key(context);
    const own: Context = { characteristic: name, name: context, cells: inside };
    return isList || inside.length === cells ? [own] : [own, { characteristic: name, name: `not ${context}`, cells: rest(cells, inside) }];
  });
}

function outcomeOf({ name }: Characteristic, { key: outcome, within, without, alsoWithout, isOfPart }: PlannedTarget, key: (name: string) => readonly number[], cells: number): Outcome {
  const left = new Set(without.flatMap(key));
  const asked = within === null ? rest(cells, []) : key(within);
  const also = alsoWithout.map((other) => asked.filter((cell) => !key(other).includes(cell)));
  return { characteristic: name, name: [outcome, ...without].join(' without '), cells: key(outcome).filter((cell) => !left.has(cell)), within: asked, alsoWithin: also, isOfPart };
}

function once(holds: Holds): Tally {
  return (reflection) => Number(holds(reflection));
}

function rest(cells: number, inside: readonly number[]): readonly number[] {
  const taken = new Set(inside);
  return Array.from({ length: cells }, (_, cell) => cell).filter((cell) => !taken.has(cell));
}
