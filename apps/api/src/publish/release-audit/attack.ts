import { reachesFloor, sizeOf } from '@rolvast/domain';
import type { AttackedFamily, Context, Outcome, Subject, TrueBlock } from './attacked-family.js';
import { FamilyProgramme } from './family-programme.js';

/** What an attacker may find. Every kind but the last must never occur; the last is the known residue. */
export type DisclosureKind =
  | 'infeasible publication'
  | 'bound that misses the truth'
  | 'exact size of a protected set'
  | 'narrow size of a protected set'
  | 'certain none (a characteristic)'
  | 'exact value in a protected set'
  | 'narrow value in a protected set'
  | 'certain ALL'
  | 'certain NONE'
  | 'insider: all others'
  | 'insider: no other, in one block'
  | 'residue: insider, no other';

/** One thing found. */
export interface Disclosure {
  readonly kind: DisclosureKind;
  readonly family: string;
  readonly set: string;
  readonly outcome: string;
  readonly reflections: number;
  readonly isKnowing: boolean;
}

/** What an attack did and found. */
export interface AttackReport {
  readonly disclosures: readonly Disclosure[];
  readonly targets: number;
  /** Questions that no earlier answer settled. */
  readonly questions: number;
}

/** How an attack is run. */
export interface AttackOptions {
  /** The attacker knows, for every block, how many reflections have each combination of categories. */
  readonly isKnowing: boolean;
  /** Insiders also look at sums of two and of three consecutive blocks that nothing was published over. */
  readonly addsUpBlocks: boolean;
}

interface Span {
  readonly blocks: readonly string[];
  /** Only formed by adding up; nothing was published over it. */
  readonly isSum: boolean;
}

interface TargetSet<S> {
  readonly span: Span;
  readonly contexts: readonly Context[];
  readonly cells: readonly number[];
  readonly members: readonly S[];
  readonly isProtected: boolean;
}

/**
 * Attacks everything published about a family with one linear programme and reports what can be told from it.
 *
 * Targets are the blocks, the windows that figures run over and their sums, each whole, by one characteristic and by two; in them
 * every outcome. The truth decides which sets are protected and whether the bounds hold; the bounds come from figures alone.
 */
export function attackFamily<S extends Subject>(family: AttackedFamily<S>, blocks: readonly TrueBlock<S>[], options: AttackOptions): AttackReport {
  return new Attack(family, blocks, options).run();
}

class Attack<S extends Subject> {
  private readonly programme: FamilyProgramme<S>;
  private readonly found: Disclosure[] = [];
  private readonly cells = new Map<S, number>();
  private targets = 0;

  constructor(
    private readonly family: AttackedFamily<S>,
    private readonly blocks: readonly TrueBlock<S>[],
    private readonly options: AttackOptions,
  ) {
    for (const { subjects } of blocks) for (const subject of subjects) this.cells.set(subject, family.cellOf(subject));
    this.programme = new FamilyProgramme(family, blocks, options.isKnowing);
  }

  run(): AttackReport {
    if (!this.programme.isFeasible()) this.report('infeasible publication');
    else if (!this.programme.holdsTruth) this.report('bound that misses the truth');
    else for (const span of this.spans()) for (const set of this.setsIn(span)) this.attackSet(set);
    return { disclosures: this.found, targets: this.targets, questions: this.programme.questions };
  }

  private attackSet(set: TargetSet<S>): void {
    if (!set.span.isSum && !this.options.isKnowing && set.contexts.length > 0) this.attackSize(set);
    if (set.members.length === 0) return;
    for (const outcome of this.family.outcomes) if (isAskedIn(outcome, set)) this.attackOutcome(set, outcome);
  }

  private attackSize(set: TargetSet<S>): void {
    const atoms = this.programme.atoms(set.span.blocks, set.cells);
    this.targets += 1;
    const narrow = set.isProtected ? this.programme.narrowerThan(atoms, 2) : null;
    if (narrow !== null) this.report(narrow[0] === narrow[1] ? 'exact size of a protected set' : 'narrow size of a protected set', set);
    else if (set.contexts.length === 1 && !this.programme.mayReach(atoms, 1)) this.report('certain none (a characteristic)', set);
  }

  private attackOutcome(set: TargetSet<S>, outcome: Outcome): void {
    const asked = new Set(outcome.within);
    const counted = new Set(outcome.cells);
    const members = set.members.filter((member) => asked.has(this.cellOf(member)));
    if (members.length === 0 || isSettled(set.cells.filter((cell) => asked.has(cell)), counted)) return;
    const own = this.programme.atoms(set.span.blocks, set.cells.filter((cell) => counted.has(cell)));
    const rest = this.programme.atoms(set.span.blocks, set.cells.filter((cell) => !counted.has(cell)));
    this.targets += 1;
    if (!set.span.isSum && set.isProtected) this.attackValue(set, outcome, own, members.length);
    const isAll = !this.programme.mayReach(rest, 1);
    const isNone = !this.programme.mayReach(own, 1);
    if (isAll && !set.span.isSum) this.report('certain ALL', set, outcome);
    if (isNone && !set.span.isSum) this.report('certain NONE', set, outcome);
    if (!isAll && !isNone) this.attackAsInsider(set, outcome, { own, rest, members, counted });
  }

  private attackValue(set: TargetSet<S>, outcome: Outcome, own: readonly number[], size: number): void {
    const narrow = this.programme.narrowerThan(own, this.options.isKnowing ? Math.min(2, size) : 2);
    if (narrow !== null) this.report(narrow[0] === narrow[1] ? 'exact value in a protected set' : 'narrow value in a protected set', set, outcome);
  }

  /** One contributor takes off what is their own and looks at what is left. */
  private attackAsInsider(set: TargetSet<S>, outcome: Outcome, { own, rest, members, counted }: { readonly own: readonly number[]; readonly rest: readonly number[]; readonly members: readonly S[]; readonly counted: ReadonlySet<number> }): void {
    const contributors = new Set(members.map(({ contributor }) => contributor));
    if (contributors.size < 2) return;
    const mostOf = (isCounted: boolean) => mostHeld(members.filter((member) => counted.has(this.cellOf(member)) === isCounted));
    const [most, mostRest] = [mostOf(true), mostOf(false)];
    if (mostRest > 0 && !this.programme.mayReach(rest, mostRest + 1)) this.report('insider: all others', set, outcome);
    if (most > 0 && !this.programme.mayReach(own, most + 1)) this.report(set.span.blocks.length > 1 ? 'residue: insider, no other' : 'insider: no other, in one block', set, outcome);
  }

  private report(kind: DisclosureKind, set?: TargetSet<S>, outcome?: Outcome): void {
    const name = set === undefined ? '' : [set.span.blocks.join('+'), ...set.contexts.map((context) => `${context.characteristic}=${context.name}`)].join(' & ');
    this.found.push({ kind, family: this.family.name, set: name, outcome: outcome?.name ?? '', reflections: set?.members.length ?? 0, isKnowing: this.options.isKnowing });
  }

  /** Single blocks, the windows of figures, and on request sums of two and three blocks. */
  private spans(): readonly Span[] {
    const single = this.blocks.map(({ id }): Span => ({ blocks: [id], isSum: false }));
    const windows = this.family.figures.filter(({ blocks }) => blocks.length > 1).map(({ blocks }): Span => ({ blocks, isSum: false }));
    const ids = this.blocks.map(({ id }) => id);
    const sums = this.options.addsUpBlocks ? ids.flatMap((_, from) => [2, 3].filter((length) => from + length <= ids.length).map((length): Span => ({ blocks: ids.slice(from, from + length), isSum: true }))) : [];
    return [...new Map([...sums, ...single, ...windows].map((span) => [span.blocks.join(), span])).values()];
  }

  private setsIn(span: Span): readonly TargetSet<S>[] {
    const { contexts, cells } = this.family;
    const subjects = this.blocks.filter(({ id }) => span.blocks.includes(id)).flatMap((block) => block.subjects);
    const all = Array.from({ length: cells }, (_, cell) => cell);
    const inside = new Map(contexts.map((context) => [context, new Set(context.cells)]));
    const set = (chosen: readonly Context[]): TargetSet<S> => {
      const isIn = (cell: number) => chosen.every((context) => inside.get(context)?.has(cell) === true);
      const members = subjects.filter((subject) => isIn(this.cellOf(subject)));
      return { span, contexts: chosen, cells: all.filter(isIn), members, isProtected: members.length > 0 && !reachesFloor(sizeOf(members)) };
    };
    const pairs = contexts.flatMap((one, index) => contexts.slice(index + 1).filter(({ characteristic }) => characteristic !== one.characteristic).map((other) => [one, other]));
    return [set([]), ...contexts.map((one) => set([one])), ...pairs.map(set)];
  }

  private cellOf(subject: S): number {
    return this.cells.get(subject) ?? Number.NaN;
  }
}

/** Whether the outcome follows from what the words mean: where nothing was noticed, no single pitfall was either. */
function isSettled(asked: readonly number[], counted: ReadonlySet<number>): boolean {
  return asked.every((cell) => counted.has(cell)) || asked.every((cell) => !counted.has(cell));
}

/** A question is put to a set that says nothing else about the same characteristic than that the question was put. */
function isAskedIn<S>({ characteristic, within, alsoWithin, isOfPart }: Outcome, { contexts }: TargetSet<S>): boolean {
  const own = contexts.find((context) => context.characteristic === characteristic);
  if (own === undefined) return !isOfPart;
  return [within, ...alsoWithin].some((cells) => cells.length === own.cells.length && cells.every((cell) => own.cells.includes(cell)));
}

function mostHeld(subjects: readonly Subject[]): number {
  const held = new Map<string, number>();
  for (const { contributor } of subjects) held.set(contributor, (held.get(contributor) ?? 0) + 1);
  return Math.max(0, ...held.values());
}
