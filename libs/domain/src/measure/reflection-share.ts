import type { Grain, ReflectionShare } from './measure.js';

/** What most shares have in common; an entry says what differs. */
type Defaults = 'kind' | 'isRare' | 'ripensInDays' | 'chart' | 'posting' | 'whatHelps';

export const TEAM_MONTH: Grain = { place: 'team', period: 'month' };
export const TEAM_QUARTER: Grain = { place: 'team', period: 'quarter' };
export const TEAM_HALF_YEAR: Grain = { place: 'team', period: 'half-year' };
export const REGION_HALF_YEAR: Grain = { place: 'region', period: 'half-year' };

/**
 * A share of reflections with the defaults filled in: no rare rule, known at once, drawn as a p-chart.
 * A measure of which more is better posts its shortfall; no entry has to think of it.
 */
export function share(entry: Omit<ReflectionShare, Defaults> & Partial<Pick<ReflectionShare, Defaults>>): ReflectionShare {
  return {
    kind: 'reflection-share',
    isRare: false,
    ripensInDays: null,
    chart: 'p-chart',
    posting: entry.direction === 'up-is-better' ? 'shortfall' : 'count',
    whatHelps: null,
    ...entry,
  };
}
