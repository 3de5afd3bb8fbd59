import { lacking } from './count.js';
import { TEAM_HALF_YEAR, TEAM_QUARTER } from './grain.js';
import type { Count, Grain, Partition, ReflectionShare } from './measure.js';

/** What most shares have in common; an entry says what differs. */
type Defaults = 'unit' | 'isRare' | 'ripening' | 'chart' | 'posting' | 'whatHelps' | 'thinGrain' | 'signalPeriod';

type ShareEntry = Omit<ReflectionShare, Defaults | 'kind' | 'posted' | 'partition'> &
  Partial<Pick<ReflectionShare, Defaults>> & {
    /** What lacks, where it has a key of its own already; left out, it is the denominator without the numerator. */
    readonly shortfall?: Count;
    /** The parts within what is posted; left out, there are none. */
    readonly parts?: Omit<Partition, 'of'>;
  };

/** A team that records little waits one step longer. */
function thinner(grain: Grain): Grain {
  if (grain.place !== 'team') return grain;
  return grain.period === 'month' ? TEAM_QUARTER : TEAM_HALF_YEAR;
}

/**
 * A share of reflections with the defaults filled in: no rare rule, known at once, drawn as a p-chart, signalling per quarter
 * where it is shown per month, one step coarser in thin teams.
 * A measure of which more is better posts its shortfall; no entry has to think of it.
 */
export function share({ shortfall, parts, ...entry }: ShareEntry): ReflectionShare {
  const { direction, grain, numerator, denominator, isRare = false } = entry;
  const posting = direction === 'up-is-better' ? 'shortfall' : 'count';
  const posted = (entry.posting ?? posting) === 'count' ? numerator : (shortfall ?? lacking(denominator, numerator));
  return {
    kind: 'reflection-share',
    unit: isRare ? 'band-of-reflections' : 'share-of-reflections',
    isRare,
    ripening: null,
    chart: isRare ? 'rare-band' : 'p-chart',
    thinGrain: thinner(grain),
    signalPeriod: isRare || direction === 'none' ? null : grain.period === 'month' ? 'quarter' : grain.period,
    posting,
    whatHelps: null,
    ...entry,
    posted,
    partition: parts === undefined ? null : { of: posted, ...parts },
  };
}
