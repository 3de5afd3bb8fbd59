import { countLaw } from '../count-law/count-law.js';
import type { PostingBase } from '../count-law/posted-count.js';
import { postingVariance, USUAL_POSTING_VARIANCE } from '../count-law/posted-law.js';
import type { ShareBaseline } from '../predictive/window-law.js';
import { requireCount, requireSize } from '../required-parameter.js';

/** One posted block of a baseline. */
export interface BaselineBlock {
  readonly numerator: number;
  readonly denominator: number;
}

/** The baselines of one measure over the teams of an organisation. */
export interface Baselines {
  /** Per team, in the order given; null for a team without a block. */
  readonly teams: readonly (ShareBaseline | null)[];
  /** Correlation between the reflections of one block, pooled over the teams; 0 when it is not above what chance gives. */
  readonly overdispersion: number;
}

/** A rate that is possible, with its weight. */
export interface RateNode {
  readonly rate: number;
  readonly weight: number;
}

/** Least and largest strength of what the other teams say, in reflections. */
const LEAST_STRENGTH = 4;
const LARGEST_STRENGTH = 2000;
/** An overdispersion must be this many of its own standard errors above 0 to count. */
const STANDARD_ERRORS = 1.64;

/**
 * The usual rate of each team for one measure, with what the other teams say as a prior (empirical Bayes): a team's own
 * figure is drawn towards the organisation's, the more so the fewer reflections it rests on.
 *
 * Assumes that the rates of the teams follow a beta law, of which mean and strength are found by moments; blocks vary like
 * beta-binomial counts with one correlation for all teams (pooled, because one team of 24 small months can't tell). Posted
 * counts vary more than true ones; that is taken off before the correlation is found and counted in the strength.
 *
 * posterior: alpha = strength * mean + x / d, beta = strength * (1 - mean) + (n - x) / d, d = how much more a total varies.
 *
 * @param teams per team the posted blocks of its baseline. @param base how counts are posted.
 * @throws RangeError for a block that can't be: `findAlarms` checks what comes from data.
 * Source: Spiegelhalter et al. 2004 (shrinkage); Tarone 1979, Kleinman 1973 (moments of the beta-binomial).
 */
export function estimateBaselines(teams: readonly (readonly BaselineBlock[])[], base: PostingBase): Baselines {
  for (const blocks of teams) requireBlocks(blocks);
  const totals = teams.map((blocks) => ({ x: sumOf(blocks, 'numerator'), n: sumOf(blocks, 'denominator') }));
  const counted = totals.filter(({ n }) => n > 0);
  const n = counted.reduce((sum, team) => sum + team.n, 0);
  if (n === 0) return { teams: teams.map(() => null), overdispersion: 0 };
  const mean = (counted.reduce((sum, team) => sum + team.x, 0) + 0.5) / (n + 1);
  const overdispersion = pooledOverdispersion(teams, base);
  const spreads = teams.map((blocks) => spreadOfTotal(blocks, mean, overdispersion, base));
  const strength = priorStrength(totals, spreads, mean);
  return {
    overdispersion,
    teams: totals.map((team, index) => {
      if (team.n === 0) return null;
      const spread = spreads[index] ?? 1;
      return { alpha: strength * mean + team.x / spread, beta: strength * (1 - mean) + (team.n - team.x) / spread };
    }),
  };
}

/** Refuses blocks that can't be: a size or count that is no whole number of 0 or more, or a count above its size. */
export function requireBlocks(blocks: readonly BaselineBlock[]): void {
  for (const { numerator, denominator } of blocks) {
    requireSize(denominator, 'denominator');
    requireCount(numerator, 'numerator');
    if (numerator > denominator) throw new RangeError(`numerator has to be at most its denominator ${denominator}, not ${numerator}`);
  }
}

/** How many times a binomial variance the total of a team's posted blocks has: overdispersion, and one rounding of the running total. */
function spreadOfTotal(blocks: readonly BaselineBlock[], mean: number, overdispersion: number, base: PostingBase): number {
  const n = sumOf(blocks, 'denominator');
  if (n === 0) return 1;
  const extra = blocks.reduce((sum, { denominator }) => sum + denominator * (denominator - 1), 0) * overdispersion;
  const rounding = base === 1 ? 0 : USUAL_POSTING_VARIANCE;
  return 1 + extra / n + rounding / Math.max(1, n * mean * (1 - mean));
}

/** Strength of the beta law of the teams' rates: m (1 - m) / between-team variance - 1, between variance by moments. */
function priorStrength(totals: readonly { readonly x: number; readonly n: number }[], spreads: readonly number[], mean: number): number {
  const n = totals.reduce((sum, team) => sum + team.n, 0);
  let between = 0;
  let squares = 0;
  for (const [index, team] of totals.entries()) {
    if (team.n === 0) continue;
    const ownShare = team.n / n;
    between += team.n * (team.x / team.n - mean) ** 2 - mean * (1 - mean) * (spreads[index] ?? 1) * (1 - ownShare);
    squares += team.n * ownShare;
  }
  const variance = n > squares ? between / (n - squares) : 0;
  const strength = variance > 0 ? (mean * (1 - mean)) / variance - 1 : LARGEST_STRENGTH;
  return Math.min(LARGEST_STRENGTH, Math.max(LEAST_STRENGTH, strength));
}

/** Correlation within blocks by moments over all teams, each around its own mean; 0 when within chance. */
function pooledOverdispersion(teams: readonly (readonly BaselineBlock[])[], base: PostingBase): number {
  let excess = 0;
  let pairs = 0;
  let noise = 0;
  for (const blocks of teams) {
    const n = sumOf(blocks, 'denominator');
    if (blocks.length < 2 || n === 0) continue;
    const rate = Math.min(1 - 0.5 / n, Math.max(0.5 / n, sumOf(blocks, 'numerator') / n));
    for (const { numerator, denominator } of blocks) {
      if (denominator < 2 || denominator === n) continue;
      const variance = denominator * rate * (1 - rate);
      const rounding = base === 1 ? 0 : postingVariance(countLaw(denominator, rate, 0), base);
      excess += (numerator - denominator * rate) ** 2 / (1 - denominator / n) - variance - rounding;
      pairs += variance * (denominator - 1);
      // Fourth moment of a binomial count, and of what rounding adds.
      noise += 2 * (variance + rounding) ** 2 + variance;
    }
  }
  if (pairs === 0 || excess <= STANDARD_ERRORS * Math.sqrt(noise)) return 0;
  return Math.min(0.5, excess / pairs);
}

const NODES = [
  { z: -1, weight: 1 / 2 },
  { z: 1, weight: 1 / 2 },
] as const;

/**
 * The rates that are possible after a baseline, as two nodes of Gauss and Hermite on the log odds, whose mean and variance
 * are those of the beta law (psi(alpha) - psi(beta) and psi'(alpha) + psi'(beta)). Two suffice: with three or five one limit
 * in ten moves, by one grid step, and all take as much longer to find.
 */
export function possibleRates({ alpha, beta }: ShareBaseline): readonly RateNode[] {
  const middle = digamma(alpha) - digamma(beta);
  const spread = Math.sqrt(trigamma(alpha) + trigamma(beta));
  return NODES.map(({ z, weight }) => ({ rate: 1 / (1 + Math.exp(-(middle + spread * z))), weight }));
}

function digamma(value: number): number {
  let from = value;
  let result = 0;
  for (; from < 6; from += 1) result -= 1 / from;
  const f = 1 / (from * from);
  return result + Math.log(from) - 0.5 / from - f * (1 / 12 - f * (1 / 120 - f / 252));
}

function trigamma(value: number): number {
  let from = value;
  let result = 0;
  for (; from < 6; from += 1) result += 1 / (from * from);
  const f = 1 / (from * from);
  return result + 1 / from + f / 2 + (f / from) * (1 / 6 - f * (1 / 30 - f / 42));
}

function sumOf(blocks: readonly BaselineBlock[], field: keyof BaselineBlock): number {
  return blocks.reduce((sum, block) => sum + block[field], 0);
}
