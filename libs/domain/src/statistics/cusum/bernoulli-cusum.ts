import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';
import type { SeriesFault, TooFewPoints } from '../series.js';
import { changedShare } from './likelihood-ratio-cusum.js';

/** What a Bernoulli CUSUM starts from. */
export interface BernoulliSettings {
  /** The usual share, in (0, 1), or the number of first cases (1 or more, whole) to estimate it from. */
  readonly target: number;
  /** How many times the odds are after a rise that is looked for; the fall is 1 / ratio. Above 1. */
  readonly ratio: number;
  /** Evidence beyond which it is a signal, above 0, in log likelihood. */
  readonly limit: number;
}

/** Two CUSUMs over single cases: evidence for a rise counts up from 0, evidence for a fall counts down from 0. */
export interface BernoulliCusum {
  readonly usual: number;
  readonly risen: number;
  readonly fallen: number;
  /** 0 or more; already back at 0 on the case that signals. */
  readonly up: readonly number[];
  /** 0 or less; already back at 0 on the case that signals. */
  readonly down: readonly number[];
  readonly signalsUp: readonly boolean[];
  readonly signalsDown: readonly boolean[];
}

/**
 * Bernoulli CUSUM: case by case, is something seen with other odds than usual?
 *
 * Assumes independent cases. Per case: up = max(0, up + log likelihood ratio of `risen` to `usual`) and
 * down = min(0, down - log likelihood ratio of `fallen` to `usual`); at limit (or -limit) it is a signal and starts again.
 *
 * @param outcomes 1 where it was seen, 0 where not, in order.
 * @returns a fault for a setting that can't be or the first outcome that is neither 0 nor 1; too few points when there are
 * fewer cases than the target needs, or none; a target that can't be, or is estimated as 0 or 1, is the fault `target`.
 * Source: Reynolds and Stoumbos 1999; Neuburger et al. 2017 (BMJ Qual Saf). Golden vectors: bcusum-01, bcusum-02.
 */
export function bernoulliCusum(outcomes: readonly number[], { target, ratio, limit }: BernoulliSettings): Result<BernoulliCusum, SeriesFault | TooFewPoints | ParameterFault> {
  if (!(ratio > 1 && Number.isFinite(ratio))) return failure({ code: 'out-of-range', parameter: 'ratio' });
  if (!(limit > 0)) return failure({ code: 'out-of-range', parameter: 'limit' });
  const position = outcomes.findIndex((outcome) => outcome !== 0 && outcome !== 1);
  if (position !== -1) return failure({ code: 'not-a-number', position });
  const needed = Math.max(1, target >= 1 ? target : 1);
  if (outcomes.length < needed) return failure({ code: 'too-few-points', found: outcomes.length, needed });
  const usual = target >= 1 ? outcomes.slice(0, target).reduce((sum, outcome) => sum + outcome, 0) / target : target;
  if (!(usual > 0 && usual < 1) || (target >= 1 && !Number.isInteger(target))) return failure({ code: 'out-of-range', parameter: 'target' });
  const [risen, fallen] = [changedShare(usual, ratio), changedShare(usual, 1 / ratio)];
  const rise = oneSided(outcomes, usual, risen, limit);
  const fall = oneSided(outcomes, usual, fallen, limit);
  return success({ usual, risen, fallen, up: rise.evidence, down: fall.evidence.map((value) => -value), signalsUp: rise.signals, signalsDown: fall.signals });
}

function oneSided(outcomes: readonly number[], usual: number, changed: number, limit: number): { evidence: readonly number[]; signals: readonly boolean[] } {
  const [seen, unseen] = [Math.log(changed / usual), Math.log((1 - changed) / (1 - usual))];
  const evidence: number[] = [];
  const signals: boolean[] = [];
  let sum = 0;
  for (const outcome of outcomes) {
    sum = Math.max(0, sum + (outcome === 1 ? seen : unseen));
    const isSignal = sum >= limit;
    if (isSignal) sum = 0;
    evidence.push(sum);
    signals.push(isSignal);
  }
  return { evidence, signals };
}
