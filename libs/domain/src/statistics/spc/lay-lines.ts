import type { Band, FaultMode, Formula } from './stretch.js';

/** A series as a chart reads it: NaN for what has no figure. */
export interface ChartSeries {
  readonly counts: readonly number[];
  readonly sizes: readonly number[];
  readonly values: readonly number[];
}

/** Which points set the lines. Positions count from 0. */
export interface ChartLayout {
  /** Where a new part begins, each above 0 and below the length, ascending. Centre and limits start again there. */
  readonly partsFrom: readonly number[];
  /** How many points of the series set the lines; null for all. Not looked at when there is more than one part. */
  readonly freezeAfter: number | null;
  /** Points that neither set the lines nor count in runs, but are still judged by them. */
  readonly excluded: ReadonlySet<number>;
  readonly givenCentre: readonly number[] | null;
  readonly screened: boolean;
}

/** The lines of all parts together, per point. */
export interface LaidLines {
  readonly values: readonly number[];
  readonly centre: readonly number[];
  readonly limits: Band;
  readonly warning: Band;
  /** First and last (exclusive) position of each part. */
  readonly parts: readonly PartRange[];
}

/** One part of a chart. */
export interface PartRange {
  readonly from: number;
  readonly toExclusive: number;
}

/** Cuts a series into its parts, lets the formula work on each, and lays the lines end to end. */
export function layLines(series: ChartSeries, layout: ChartLayout, formula: Formula, mode: FaultMode): LaidLines {
  const parts = partRanges(series.values.length, layout.partsFrom);
  const freezeAfter = layout.partsFrom.length > 0 ? null : layout.freezeAfter;
  const drawn = parts.map(({ from, toExclusive }) => {
    const cut = (items: readonly number[]) => items.slice(from, toExclusive);
    return formula({
      counts: cut(series.counts),
      sizes: cut(series.sizes),
      values: cut(series.values),
      base: cut(series.values).map((_, index) => !layout.excluded.has(from + index) && (freezeAfter === null || from + index < freezeAfter)),
      givenCentre: layout.givenCentre === null ? null : cut(layout.givenCentre),
      screened: layout.screened,
      mode,
    });
  });
  return {
    values: drawn.flatMap(({ values }) => values),
    centre: drawn.flatMap(({ centre }) => centre),
    limits: joined(drawn.map(({ band }) => band(3))),
    warning: joined(drawn.map(({ band }) => band(2))),
    parts,
  };
}

function joined(bands: readonly Band[]): Band {
  return { lower: bands.flatMap(({ lower }) => lower), upper: bands.flatMap(({ upper }) => upper) };
}

function partRanges(length: number, partsFrom: readonly number[]): PartRange[] {
  const starts = length === 0 ? [] : [0, ...partsFrom];
  return starts.map((from, index) => ({ from, toExclusive: starts[index + 1] ?? length }));
}
