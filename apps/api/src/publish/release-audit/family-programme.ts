import type { AttackedFamily, Figure, Subject, TrueBlock } from './attacked-family.js';
import { LinearProgramme, type Column, type Row } from './linear-programme.js';

type Entry = readonly [number, number];

/** A running figure with the variables of what its ledger held back before and after. */
interface Carried {
  readonly figure: Figure;
  readonly before: number;
  readonly after: number;
}

const ROUNDING = 1e-6;
/** How many earlier answers are looked at before a question is put to the solver. */
const WITNESSES = 48;

/**
 * Everything published about a family, as one programme over its atoms.
 *
 * Every earlier answer is a way in which all could be, and so is the truth: a question that one of them settles costs nothing.
 */
export class FamilyProgramme<S extends Subject> {
  /** Whether the truth meets every constraint; if not, some bound misses it. */
  readonly holdsTruth: boolean;
  /** Questions put to the solver. */
  questions = 0;
  private readonly place: ReadonlyMap<string, number>;
  private readonly rows: Row[] = [];
  private readonly columns: Column[];
  private readonly truth: Float64Array;
  private readonly witnesses: Float64Array[];
  private readonly answers = new Map<string, number>();
  private solver: LinearProgramme | null = null;

  constructor(
    private readonly family: AttackedFamily<S>,
    private readonly blocks: readonly TrueBlock<S>[],
    isKnowing: boolean,
  ) {
    this.place = new Map(blocks.map(({ id }, index) => [id, index]));
    this.columns = Array.from({ length: blocks.length * family.cells }, () => ({ lower: 0, upper: Number.POSITIVE_INFINITY }));
    this.truth = this.countTruth();
    this.witnesses = [this.truth];
    const holds = [this.addPlain(), this.addRunning(isKnowing), isKnowing ? this.addKnown() : true];
    this.holdsTruth = holds.every(Boolean);
  }

  /** The atoms of some cells in some blocks. */
  atoms(blocks: readonly string[], cells: readonly number[]): readonly number[] {
    return blocks.flatMap((id) => {
      const from = (this.place.get(id) ?? 0) * this.family.cells;
      return cells.map((cell) => from + cell);
    });
  }

  /** Whether any way in which all could be meets what was published. */
  isFeasible(): boolean {
    return this.holdsTruth || this.lazySolver().isFeasible;
  }

  /** Whether the atoms may hold so many or more, as far as published figures tell. */
  mayReach(atoms: readonly number[], least: number): boolean {
    return this.seen(atoms).most >= least - ROUNDING || this.largest(atoms) >= least;
  }

  /** The whole numbers between which a sum lies; null as soon as they are known to be at least `width` apart. */
  narrowerThan(atoms: readonly number[], width: number): readonly [number, number] | null {
    const { least, most } = this.seen(atoms);
    if (down(most) - up(least) >= width) return null;
    const high = this.largest(atoms);
    if (high - up(this.seen(atoms).least) >= width) return null;
    const low = this.smallest(atoms);
    return high - low >= width ? null : [low, high];
  }

  private largest(atoms: readonly number[]): number {
    return down(this.ask(atoms, 1));
  }

  private smallest(atoms: readonly number[]): number {
    return up(-this.ask(atoms, -1));
  }

  private ask(atoms: readonly number[], sign: 1 | -1): number {
    const name = `${sign}:${atoms.join()}`;
    const known = this.answers.get(name);
    if (known !== undefined) return known;
    this.questions += 1;
    const solver = this.lazySolver();
    const answer = solver.largest(atoms.map((atom): Entry => [atom, sign]));
    this.answers.set(name, answer);
    if (this.witnesses.length >= WITNESSES) this.witnesses.splice(1, 1);
    this.witnesses.push(solver.solution());
    return answer;
  }

  private lazySolver(): LinearProgramme {
    this.solver ??= new LinearProgramme(this.columns, this.rows);
    return this.solver;
  }

  private seen(atoms: readonly number[]): { readonly least: number; readonly most: number } {
    const sums = this.witnesses.map((witness) => sumOver(witness, atoms));
    return { least: Math.min(...sums), most: Math.max(...sums) };
  }

  private countTruth(): Float64Array {
    const truth = new Float64Array(this.columns.length);
    this.blocks.forEach(({ subjects }, index) => {
      for (const subject of subjects) {
        const atom = index * this.family.cells + this.family.cellOf(subject);
        truth[atom] = (truth[atom] ?? 0) + 1;
      }
    });
    return truth;
  }

  private add(entries: readonly Entry[], lower: number, upper: number): void {
    this.rows.push({ entries, lower, upper });
  }

  private addPlain(): boolean {
    return this.family.figures
      .filter(({ kind }) => kind !== 'running')
      .map((figure) => this.addBetween(figure, ...limitsOf(figure)))
      .every(Boolean);
  }

  private addBetween(figure: Figure, lower: number, upper: number): boolean {
    const entries = this.entriesOf(figure);
    if (Number.isFinite(upper) || lower > 0) this.add(entries, lower, upper);
    const sum = this.trueSum(entries);
    return sum >= lower && sum <= upper;
  }

  private entriesOf({ blocks, cells, times }: Figure): readonly Entry[] {
    return blocks.flatMap((id) => {
      const from = (this.place.get(id) ?? 0) * this.family.cells;
      return cells.map((cell, at): Entry => [from + cell, times?.[at] ?? 1]);
    });
  }

  private trueSum(entries: readonly Entry[]): number {
    return entries.reduce((sum, [atom, times]) => sum + times * (this.truth[atom] ?? 0), 0);
  }

  private addKnown(): boolean {
    for (const { id } of this.blocks) {
      for (const cells of this.family.known) {
        const atoms = this.atoms([id], cells);
        const sum = sumOver(this.truth, atoms);
        this.add(atoms.map((atom): Entry => [atom, 1]), sum, sum);
      }
    }
    return true;
  }

  /** Running totals: sum = posted + carry after - carry before; at least that where a cap may have cut. */
  private addRunning(isKnowing: boolean): boolean {
    const last = new Map<string, number>();
    const carries = new Map<string, readonly [number, number]>();
    let holds = true;
    for (const figure of this.family.figures.filter(({ kind }) => kind === 'running')) {
      const before = last.get(figure.key) ?? this.newCarry();
      const after = this.newCarry();
      last.set(figure.key, after);
      const carried: Carried = { figure, before, after };
      const isOpen = isKnowing ? figure.mayBeCut.knowing : figure.mayBeCut.guessing;
      if (figure.isGuarded) holds = this.addBetween(figure, figure.value - 2, figure.value + 2) && holds;
      else this.addCarried(carried, isOpen);
      const next = this.carriedOn(figure, carries.get(figure.key) ?? [-1, 1], isOpen);
      if (next === null) holds = false;
      carries.set(figure.key, next ?? [-1, 1]);
    }
    return holds;
  }

  private addCarried({ figure, before, after }: Carried, isOpen: boolean): void {
    this.add([...this.entriesOf(figure), [after, -1], [before, 1]], figure.value, isOpen ? Number.POSITIVE_INFINITY : figure.value);
  }

  /** What the carry may be after a figure if the truth is the truth; null when it can't be. */
  private carriedOn(figure: Figure, [low, high]: readonly [number, number], isOpen: boolean): readonly [number, number] | null {
    if (figure.isGuarded) return [-1, 1];
    const deviation = this.trueSum(this.entriesOf(figure)) - figure.value;
    const next: readonly [number, number] = [isOpen ? -1 : Math.max(-1, low + deviation), Math.min(1, high + deviation)];
    return next[0] <= next[1] ? next : null;
  }

  private newCarry(): number {
    return this.columns.push({ lower: -1, upper: 1 }) - 1;
  }
}

function limitsOf({ kind, value, mayBeCut }: Figure): readonly [number, number] {
  switch (kind) {
    case 'at-least':
      return [value, Number.POSITIVE_INFINITY];
    case 'near':
      return [value - 2, mayBeCut.guessing ? Number.POSITIVE_INFINITY : value + 2];
    case 'exact':
    case 'running':
      return [value, value];
  }
}

function sumOver(values: Float64Array, atoms: readonly number[]): number {
  let sum = 0;
  for (const atom of atoms) sum += values[atom] ?? 0;
  return sum;
}

/** The largest whole number a sum can be: people come whole. */
function down(value: number): number {
  return Math.floor(value + ROUNDING);
}

function up(value: number): number {
  return Math.ceil(value - ROUNDING);
}
