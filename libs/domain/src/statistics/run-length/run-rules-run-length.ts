import { failure, type Result } from '../../shared/result.js';
import { standardNormalAtMost } from '../distributions/continuous.js';
import { SquareMatrix } from '../linear-algebra/linear-system.js';
import { averageRunLengths, MOST_STATES, soundRunLength, type RunLengthFault } from './average-run-length.js';

/** `points` of the last `of` points lie, on one and the same side, more than `beyond` standard deviations from the centre. */
export interface RunRule {
  readonly points: number;
  readonly of: number;
  readonly beyond: number;
}

/** The rules of Champ and Woodall by their number; spc names a chart after the rules that it has, such as "12" or "14". */
export const SHEWHART_RULES = {
  1: { points: 1, of: 1, beyond: 3 },
  2: { points: 2, of: 3, beyond: 2 },
  3: { points: 4, of: 5, beyond: 1 },
  4: { points: 8, of: 8, beyond: 0 },
} as const satisfies Readonly<Record<number, RunRule>>;

/** A Shewhart chart with run rules on standard normal values whose mean is `shift`. */
export interface RunRulesSettings {
  readonly rules: readonly RunRule[];
  readonly shift: number;
  /** Every `beyond` is multiplied by it; 1 unless given, above 0. */
  readonly factor?: number;
}

/**
 * The exact average run length of a Shewhart chart with run rules, in either direction, from a fresh start.
 *
 * A Markov chain whose state is, for each rule and side, which of the last points were beyond; points that can no longer help
 * to complete a rule are forgotten, which keeps the chain small. Assumes independent normal values with known mean and deviation.
 *
 * @returns points until the signal, the signalling one included.
 * Faults: `rules` when there are none, or one that can not be met (1 <= points <= of <= 30, beyond 0 or more); `shift` or `factor`
 * out of range; `beyond-precision` when the run length passes 1e10 or the rules together need over 1200 states.
 * Source: Champ and Woodall (1987); agrees with spc::xshewhartrunsrules.arl. Golden vector: arl-01.
 */
export function runRulesRunLength({ rules, shift, factor = 1 }: RunRulesSettings): Result<number, RunLengthFault> {
  if (rules.length === 0 || !rules.every(isRule)) return failure({ code: 'out-of-range', parameter: 'rules' });
  if (!Number.isFinite(shift)) return failure({ code: 'out-of-range', parameter: 'shift' });
  if (!(factor > 0 && Number.isFinite(factor))) return failure({ code: 'out-of-range', parameter: 'factor' });
  const steps = findSteps(rules, findBands(rules, factor, shift));
  if (steps === null) return failure({ code: 'beyond-precision' });
  const stay = new SquareMatrix(steps.length);
  steps.forEach((row, from) => row.forEach(({ to, probability }) => stay.add(from, to, probability)));
  const lengths = averageRunLengths(stay);
  return lengths.ok ? soundRunLength(lengths.value[0] ?? Number.NaN) : lengths;
}

function isRule({ points, of, beyond }: RunRule): boolean {
  return Number.isInteger(points) && Number.isInteger(of) && points >= 1 && points <= of && of <= 30 && beyond >= 0 && Number.isFinite(beyond);
}

/** A stretch of values that every rule sees alike: its probability and, for each rule, first upper then lower, whether it is beyond. */
interface Band {
  readonly probability: number;
  readonly beyond: readonly boolean[];
}

function findBands(rules: readonly RunRule[], factor: number, shift: number): readonly Band[] {
  const cuts = [...new Set(rules.flatMap(({ beyond }) => [-beyond * factor, beyond * factor].map((cut) => cut + 0)))].sort((one, other) => one - other);
  const borders = [-Infinity, ...cuts, Infinity];
  return borders.slice(1).map((upper, index) => {
    const lower = borders[index] ?? -Infinity;
    const from = lower - shift;
    const to = upper - shift;
    // Above the mean both borders are mirrored, so that a far band keeps its digits.
    const probability = from > 0 ? standardNormalAtMost(-from) - standardNormalAtMost(-to) : standardNormalAtMost(to) - standardNormalAtMost(from);
    return { probability, beyond: rules.flatMap((rule) => [lower >= rule.beyond * factor, upper <= -rule.beyond * factor]) };
  });
}

interface Step {
  readonly to: number;
  readonly probability: number;
}

/** The steps without a signal from each state that can be reached, the fresh start first; null when there are too many states. */
function findSteps(rules: readonly RunRule[], bands: readonly Band[]): readonly (readonly Step[])[] | null {
  const sides = rules.flatMap((rule) => [rule, rule]);
  const states: (readonly number[])[] = [sides.map(() => 0)];
  const numberOf = new Map<string, number>([[String(states[0]), 0]]);
  const steps: Step[][] = [];
  for (let from = 0; from < states.length; from += 1) {
    const row: Step[] = [];
    for (const { probability, beyond } of bands) {
      const next = nextState(sides, states[from] ?? [], beyond);
      if (next === null) continue;
      const known = numberOf.get(String(next));
      if (known === undefined) {
        numberOf.set(String(next), states.length);
        if (states.push(next) > MOST_STATES) return null;
      }
      row.push({ to: known ?? states.length - 1, probability });
    }
    steps.push(row);
  }
  return steps;
}

/** Each rule's recent points, the latest as the lowest bit, after one more point; null when that completes a rule. */
function nextState(sides: readonly RunRule[], state: readonly number[], beyond: readonly boolean[]): readonly number[] | null {
  const next: number[] = [];
  for (const [side, rule] of sides.entries()) {
    const seen = ((state[side] ?? 0) * 2 + Number(beyond[side] === true)) % 2 ** rule.of;
    if (onesOf(seen) >= rule.points) return null;
    next.push(whatMayStillCount(seen, rule));
  }
  return next;
}

function whatMayStillCount(seen: number, { points, of }: RunRule): number {
  let kept = 0;
  let ones = 0;
  for (let age = 0; age < of - 1; age += 1) {
    if (Math.floor(seen / 2 ** age) % 2 === 0) continue;
    ones += 1;
    // It is still seen together with of - 1 - age points to come.
    if (ones + of - 1 - age >= points) kept += 2 ** age;
  }
  return kept;
}

function onesOf(bits: number): number {
  let ones = 0;
  for (let rest = bits; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
