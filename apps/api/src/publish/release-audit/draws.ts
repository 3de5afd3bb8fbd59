import { SeededRandom } from '../../platform/chance/seeded-random.js';

/** Draws that follow from a seed alone, for organisations that can be made again. */
export class Draws {
  private readonly random: SeededRandom;

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
  }

  /** True with this chance. */
  hits(chance: number): boolean {
    return this.random.next() < chance;
  }

  /** A whole number from 0 up to `below`. */
  below(below: number): number {
    return Math.floor(this.random.next() * below);
  }

  /** One of a list that is not empty. */
  pick<const Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** A position, each by its weight. */
  weighted(weights: readonly number[]): number {
    let left = this.random.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (left -= weight) < 0);
    return found < 0 ? weights.length - 1 : found;
  }

  /** The numbers from 0 up to `length` in any order. */
  order(length: number): readonly number[] {
    const left = Array.from({ length }, (_, index) => index);
    return Array.from({ length }, () => left.splice(this.below(left.length), 1)).flat();
  }
}
