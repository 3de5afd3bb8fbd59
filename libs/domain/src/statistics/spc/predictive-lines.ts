import { LIMIT_TAIL, WARNING_TAIL, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { sumOf } from '../exact-sum.js';
import { predictiveEvents } from './predictive-rate.js';
import { predictiveCounts, type ExtraVariation } from './predictive-share.js';
import { figuresOf, ofBase, type Band, type Stretch } from './stretch.js';

/** The tail that belongs to so many sigma. */
function tailOf(sigmas: number): number {
  return sigmas >= 3 ? LIMIT_TAIL : WARNING_TAIL;
}

/** Predictive limits of a share chart: the least and greatest ordinary count over the size of each point. */
export function predictiveShareBand(stretch: Stretch, variation?: ExtraVariation): (sigmas: number) => Band {
  const base = { events: total(stretch, stretch.counts), trials: total(stretch, stretch.sizes) };
  return bandOfCounts(stretch, (size, tail) => predictiveCounts(base, size, tail, variation));
}

/** Predictive limits of a rate chart. */
export function predictiveRateBand(stretch: Stretch): (sigmas: number) => Band {
  const base = { events: total(stretch, stretch.counts), exposure: total(stretch, stretch.sizes) };
  return bandOfCounts(stretch, (size, tail) => predictiveEvents(base, size, tail));
}

function bandOfCounts({ sizes }: Stretch, countsOf: (size: number, tail: number) => OrdinaryCounts): (sigmas: number) => Band {
  return (sigmas) => {
    // Many periods have the same size; the limits of a size are worked out once.
    const known = new Map<number, OrdinaryCounts>();
    const counts = sizes.map((size) => {
      if (!(size > 0)) return null;
      const found = known.get(size) ?? countsOf(size, tailOf(sigmas));
      known.set(size, found);
      return { least: found.least / size, greatest: found.greatest / size };
    });
    return { lower: counts.map((limits) => limits?.least ?? Number.NaN), upper: counts.map((limits) => limits?.greatest ?? Number.NaN) };
  };
}

function total(stretch: Stretch, items: readonly number[]): number {
  return sumOf(figuresOf(ofBase(stretch, items)));
}
