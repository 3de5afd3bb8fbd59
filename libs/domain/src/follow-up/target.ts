import type { Measure } from '../measure/measure.js';
import { failure, success, type Result } from '../shared/result.js';

/** Where a target comes from; coded. A target is a choice of the organisation, and the product has none of its own. */
export const TARGET_SOURCES = ['own_policy', 'agreement_with_funder', 'professional_guideline', 'team_agreement'] as const;
export type TargetSource = (typeof TARGET_SOURCES)[number];

export type TargetFault = 'MEASURE_HAS_NO_TARGET' | 'VALUE_OUT_OF_RANGE';

/**
 * Judges a target before it is set.
 *
 * Of a neutral measure, and of context, neither more nor less is wanted, so a target would say something the figure can't. A derived
 * measure without a direction is context.
 *
 * @param value in the unit in which the measure is shown: percent for a share, hours per 100 reflections, weeks.
 */
export function checkTarget(measure: Pick<Measure, 'direction' | 'unit'>, value: number): Result<number, TargetFault> {
  if (measure.direction === 'neutral' || measure.direction === 'none') return failure('MEASURE_HAS_NO_TARGET');
  const most = measure.unit.startsWith('share') ? 100 : 1_000;
  return Number.isFinite(value) && value >= 0 && value <= most ? success(value) : failure('VALUE_OUT_OF_RANGE');
}
