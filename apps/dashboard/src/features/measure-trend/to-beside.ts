import { monthsBetween, parseMonth, type Month } from '@rolvast/domain';
import type { OrganisationTrendQuery } from '../../graphql/generated/graphql';

/** One period of what stands beside a trend, on the axis of that trend. */
export interface BesideStep {
  readonly start: number;
  readonly end: number;
  /** In [0, 1]. */
  readonly share: number;
  readonly from: Month;
  readonly through: Month;
  readonly numerator: number;
  readonly denominator: number;
}

/** The shown shares of the organisation, in order of time. */
export interface BesideTrend {
  readonly steps: readonly BesideStep[];
  /** All of them together; null when there is none. */
  readonly total: { readonly numerator: number; readonly denominator: number } | null;
}

/** The organisation's trend on the axis of a team's. @param first the month at which that axis begins; null without an axis. */
export function toBeside({ measureTrend: { periods } }: OrganisationTrendQuery, first: Month | null): BesideTrend {
  if (first === null) return { steps: [], total: null };
  const steps = periods.states.flatMap((state, index): readonly BesideStep[] => {
    const [from, through] = [parseMonth(periods.from[index] ?? ''), parseMonth(periods.through[index] ?? '')];
    const [numerator, denominator] = [periods.numerators[index] ?? null, periods.denominators[index] ?? null];
    if (state !== 'SHOWN' || from === null || through === null || numerator === null || denominator === null || denominator === 0) return [];
    const end = monthsBetween(first, through) + 1;
    return end <= 0 ? [] : [{ start: Math.max(0, monthsBetween(first, from)), end, share: numerator / denominator, from, through, numerator, denominator }];
  });
  const sum = (count: (step: BesideStep) => number): number => steps.reduce((total, step) => total + count(step), 0);
  return { steps, total: steps.length === 0 ? null : { numerator: sum((step) => step.numerator), denominator: sum((step) => step.denominator) } };
}
