import { parseMonth, type Month, type NumberBand, type Wording } from '@rolvast/domain';
import type { OwnChange, PitfallMapQuery } from '../../graphql/generated/graphql';

type Answer = PitfallMapQuery['pitfallMap'];

/** One unit and pitfall. Withheld, absent and not there yet hold no number. */
export type MapCell =
  | {
      readonly kind: 'change';
      readonly change: OwnChange;
      readonly numerator: number;
      readonly denominator: number;
      /** As what the numerator must be read; null where the number itself is told. */
      readonly band: NumberBand | null;
    }
  | { readonly kind: 'rare'; readonly band: NumberBand; readonly denominator: number }
  /** Shown, and nobody considered the question. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-there' };

/** A pitfall: the head of a column. */
export interface MapColumn {
  /** Catalogue code of its measure. */
  readonly measure: string;
  readonly name: Wording;
  readonly rolePart: Wording;
  readonly principles: readonly Wording[];
  readonly isBand: boolean;
  readonly from: Month;
  readonly through: Month;
}

export interface MapRow {
  readonly code: string;
  readonly name: string;
  /** In the order of the columns. */
  readonly cells: readonly MapCell[];
}

export interface MappedPitfalls {
  readonly from: Month;
  readonly through: Month;
  readonly columns: readonly MapColumn[];
  /** In the order of the names. */
  readonly rows: readonly MapRow[];
}

/**
 * Turns the columns of the API into one row per unit.
 *
 * @throws Error when the columns don't fit each other: drawing on would show a figure that was never published.
 */
export function toMapRows({ pitfallMap: { from, through, units, pitfalls } }: PitfallMapQuery): MappedPitfalls {
  return {
    from: monthOf(from),
    through: monthOf(through),
    columns: pitfalls.map(({ measure, name, rolePart, principles, isBand, ...months }) => ({ measure, name, rolePart, principles, isBand, from: monthOf(months.from), through: monthOf(months.through) })),
    rows: units.codes.map((code, index) => {
      const name = units.names[index];
      if (name === undefined) throw new Error(`unit ${index} has no name`);
      return { code, name, cells: pitfalls.map((pitfall) => cellAt(pitfall, index)) };
    }),
  };
}

function cellAt({ isBand, states, numerators, denominators, bands, changes }: Answer['pitfalls'][number], index: number): MapCell {
  const state = states[index];
  if (state === undefined) throw new Error(`unit ${index} has no cell`);
  if (state === null) return { kind: 'not-there' };
  if (state === 'WITHHELD') return { kind: 'withheld' };
  if (state === 'ABSENT') return { kind: 'absent' };
  const [numerator, denominator, band, change] = [numerators[index] ?? null, denominators[index] ?? null, bands[index] ?? null, changes[index] ?? null];
  if (denominator === 0) return { kind: 'not-asked' };
  if (denominator === null) throw new Error(`unit ${index} is shown without its size`);
  if (isBand) {
    if (band === null) throw new Error(`unit ${index} is rare and has no band`);
    return { kind: 'rare', band, denominator };
  }
  if (numerator === null || change === null) throw new Error(`unit ${index} is shown without counts`);
  return { kind: 'change', change, numerator, denominator, band };
}

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('a map has months');
  return month;
}
