import padjust from '@stdlib/stats-padjust';
import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';

/** A p-value, or null where nothing was tested. */
export type PValue = number | null;

/** bh: Benjamini-Hochberg, false discoveries under independence; by: Benjamini-Yekutieli, under any dependence; holm: no false one at all. */
export type Adjustment = 'bh' | 'by' | 'holm';

/** A p-value that is no number or outside [0, 1]. */
export interface PValueFault {
  readonly code: 'not-a-probability';
  readonly position: number;
}

/**
 * p-values made comparable with one level when many were looked at.
 *
 * With the n tested values in order, p_(i) becomes, at most 1:
 * bh min over j >= i of n p_(j) / j; by the same times 1 + 1/2 + ... + 1/n; holm max over j <= i of (n - j + 1) p_(j).
 *
 * @param values a null is left out of n and stays null in its place.
 * @returns values in [0, 1] in the places given; equal values stay equal. An empty list stays empty.
 * Faults: the position of a value that is no probability.
 * Source: Benjamini and Hochberg (1995), Benjamini and Yekutieli (2001), Holm (1979); as R's p.adjust. Golden vectors: bh-01, bh-02.
 */
export function adjustPValues(values: readonly PValue[], adjustment: Adjustment): Result<readonly PValue[], PValueFault> {
  const position = values.findIndex((value) => value !== null && !(value >= 0 && value <= 1));
  if (position !== -1) return failure({ code: 'not-a-probability', position });
  const tested = values.filter((value) => value !== null);
  if (tested.length === 0) return success(values);
  const adjusted = padjust(tested, adjustment);
  let next = 0;
  return success(
    values.map((value) => {
      if (value === null) return null;
      next += 1;
      const own = adjusted[next - 1];
      if (own === undefined) throw new RangeError('fewer adjusted values came back than were given');
      return Math.min(1, own);
    }),
  );
}

/**
 * Which of many tests stand at a level: true where the adjusted p-value is at most `level`, null where nothing was tested.
 *
 * With `bh` at .10 at most a tenth of the true ones is expected to be false.
 *
 * @param level strictly between 0 and 1.
 */
export function rejectedAt(
  values: readonly PValue[],
  adjustment: Adjustment,
  level: number,
): Result<readonly (boolean | null)[], PValueFault | ParameterFault> {
  if (!(level > 0 && level < 1)) return failure({ code: 'out-of-range', parameter: 'level' });
  const adjusted = adjustPValues(values, adjustment);
  if (!adjusted.ok) return adjusted;
  return success(adjusted.value.map((value) => (value === null ? null : value <= level)));
}
