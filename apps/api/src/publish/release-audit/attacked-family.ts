/** A reflection that was posted, as the test knows it and no attacker does. */
export interface Subject {
  readonly contributor: string;
  readonly careCase: string;
}

/** A posted block with the truth behind it. */
export interface TrueBlock<S extends Subject = Subject> {
  readonly id: string;
  readonly subjects: readonly S[];
}

/**
 * Something published, as a statement about atoms.
 *
 * - `exact`: the number itself;
 * - `running`: an increment of a running total that is rounded to 3; what it holds back is carried to the next of its key;
 * - `at-least`: that something was posted at all says how large it is;
 * - `near`: one of the two multiples of 3 beside the truth.
 */
export interface Figure {
  /** Running figures with one key share a running total. */
  readonly key: string;
  readonly kind: 'exact' | 'running' | 'at-least' | 'near';
  readonly blocks: readonly string[];
  /** The cells it counts, within each of its blocks. */
  readonly cells: readonly number[];
  /** How often a reflection in each of these cells counts, as many times as it has fields; null for once in all. */
  readonly times: readonly number[] | null;
  readonly value: number;
  /** Whether its cap may have cut it, as far as an attacker can tell who knows every count of reflections, or who guesses them. */
  readonly mayBeCut: { readonly knowing: boolean; readonly guessing: boolean };
  /** The insider guard moved it. The attacker is told so, which is more than readers are. */
  readonly isGuarded: boolean;
}

/** A named set of cells that belongs to one characteristic: a group of reflections worth asking about. */
export interface Context {
  readonly characteristic: string;
  readonly name: string;
  readonly cells: readonly number[];
}

/** What may have been answered, among the reflections to which the question was put. */
export interface Outcome extends Context {
  /** The reflections to which the question was put. */
  readonly within: readonly number[];
  /** Further sets of the same characteristic among which it may be asked about. */
  readonly alsoWithin: readonly (readonly number[])[];
  /** Asked about only among the reflections it was put to, never over a whole block. */
  readonly isOfPart: boolean;
}

/** Characteristics attacked in one programme, with everything published about them. Atoms are block x cell. */
export interface AttackedFamily<S extends Subject = Subject> {
  readonly name: string;
  /** The number of ways in which reflections can differ in these characteristics. */
  readonly cells: number;
  readonly cellOf: (subject: S) => number;
  readonly figures: readonly Figure[];
  /** Disjoint sets of cells whose number of reflections in each block a knowing attacker has. */
  readonly known: readonly (readonly number[])[];
  readonly contexts: readonly Context[];
  readonly outcomes: readonly Outcome[];
}
