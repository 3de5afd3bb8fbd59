/** Whether more is better, worse, or neither. */
export type ImprovementDirection = 'increase' | 'decrease' | 'neutral';

/** What a point stands for. */
export type PointType = 'common-cause' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low';

/** NHS England's variation icon. */
export type VariationIcon = 'common-cause' | 'improvement-high' | 'improvement-low' | 'concern-high' | 'concern-low' | 'neutral-high' | 'neutral-low';

/** NHS England's assurance icon: what the process, left as it is, does with the target. */
export type AssuranceIcon = 'consistent-pass' | 'consistent-fail' | 'inconsistent';

/** What a special point stands for, by the way it points; null for common cause. */
export function pointTypeOf(towards: 'high' | 'low' | null, direction: ImprovementDirection): PointType {
  if (towards === null) return 'common-cause';
  if (direction === 'neutral') return towards === 'high' ? 'neutral-high' : 'neutral-low';
  return (towards === 'high') === (direction === 'increase') ? 'improvement' : 'concern';
}

/**
 * The variation icon of a chart: that of its last point, and of no other.
 *
 * @param last the type of the point with the latest date.
 */
export function variationIconOf(last: PointType, direction: ImprovementDirection): VariationIcon {
  if (last !== 'improvement' && last !== 'concern') return last;
  const isHigh = (last === 'improvement') === (direction === 'increase');
  if (last === 'improvement') return isHigh ? 'improvement-high' : 'improvement-low';
  return isHigh ? 'concern-high' : 'concern-low';
}

/**
 * The assurance icon: fail when the target lies outside the limits on the better side, pass on the other, strictly; otherwise
 * inconsistent. Null without a target or a better side. Limits that are no number leave it inconsistent, as in the reference.
 *
 * @param limits those of the last point.
 * Source: NHSRplotthedots 0.2.2. Golden vectors: nhs-xmr-03, 08, 09, 10.
 */
export function assuranceIconOf(target: number | null, limits: { readonly lower: number; readonly upper: number }, direction: ImprovementDirection): AssuranceIcon | null {
  if (target === null || direction === 'neutral') return null;
  if (target > limits.upper) return direction === 'increase' ? 'consistent-fail' : 'consistent-pass';
  if (target < limits.lower) return direction === 'increase' ? 'consistent-pass' : 'consistent-fail';
  return 'inconsistent';
}
