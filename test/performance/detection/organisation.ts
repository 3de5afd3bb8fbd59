import { postCount, type PostedBlock, type PostingBase } from '@rolvast/domain/statistics';
import { chanceFrom, normal, overdispersed, poisson, type Chance } from './chance.js';

/** The usual share of each of ten pitfalls over all teams. */
export const PITFALL_RATES = [0.03, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4] as const;
const TEAMS = 40;
const TEAM_SPREAD = 0.4;
const LEAST_VOLUME = 10;
const LARGEST_VOLUME = 60;
const LEAST_IN_A_MONTH = 5;
/** A month with fewer reflections goes together with the next, as the floor of a block asks. */
const BLOCK_FLOOR = 10;
const HIGHEST_RATE = 0.95;

export const BASELINE_MONTHS = 24;
/** Months after the baseline in which nothing changes, before the rates double. */
export const GOOD_MONTHS = 12;
/** How long a doubled rate is looked for. */
export const CHANGED_MONTHS = 36;
/** How long is watched for false signals. */
export const QUIET_MONTHS = 60;

/** One simulated series: a team and a pitfall. */
export interface Series {
  readonly pitfall: number;
  readonly rate: number;
  /** Expected events a month. */
  readonly expected: number;
  readonly baseline: readonly PostedBlock[];
  /** Sizes of the blocks after the baseline, each with its last month, counted from the first month after the baseline. */
  readonly sizes: readonly BlockSize[];
  /** What the posting of the baseline left over. */
  readonly carry: number;
}

export interface BlockSize {
  readonly size: number;
  readonly months: number;
  readonly lastMonth: number;
}

export interface Circumstances {
  readonly base: PostingBase;
  readonly overdispersion: number;
}

/** 40 teams x 10 pitfalls with their baselines posted, and the chance that what follows is drawn with. */
export function simulateOrganisation(seed: number, { base, overdispersion }: Circumstances): { readonly series: readonly Series[]; readonly chance: Chance } {
  const chance = chanceFrom(seed);
  const series: Series[] = [];
  for (let team = 0; team < TEAMS; team += 1) {
    const volume = LEAST_VOLUME + (LARGEST_VOLUME - LEAST_VOLUME) * chance();
    const months = Array.from({ length: BASELINE_MONTHS + QUIET_MONTHS }, () => Math.max(LEAST_IN_A_MONTH, poisson(chance, volume)));
    const before = toBlocks(months.slice(0, BASELINE_MONTHS), base);
    const sizes = toBlocks(months.slice(BASELINE_MONTHS), base);
    for (const [pitfall, usual] of PITFALL_RATES.entries()) {
      const rate = 1 / (1 + Math.exp(-(Math.log(usual / (1 - usual)) + TEAM_SPREAD * normal(chance))));
      let carry = base === 1 ? 0 : Math.floor(chance() * 3) - 1;
      const baseline = before.map(({ size, months: held }) => {
        const posted = postCount(overdispersed(chance, size, rate, overdispersion), carry, size, base);
        carry = posted.carry;
        return { numerator: posted.posted, denominator: size, months: held };
      });
      series.push({ pitfall, rate, expected: rate * volume, baseline, sizes, carry });
    }
  }
  return { series, chance };
}

/** The posted blocks after the baseline; from `changesIn` on (a month after the baseline) the rate is doubled. */
export function drawBlocks(series: Series, chance: Chance, { base, overdispersion }: Circumstances, months: number, changesIn = Number.POSITIVE_INFINITY): readonly PostedBlock[] {
  let carry = series.carry;
  const doubled = Math.min(HIGHEST_RATE, 2 * series.rate);
  return series.sizes
    .filter(({ lastMonth }) => lastMonth < months)
    .map(({ size, months: held, lastMonth }) => {
      const changed = Math.round((size * Math.min(held, Math.max(0, lastMonth - changesIn + 1))) / held);
      const count = overdispersed(chance, size - changed, series.rate, overdispersion) + overdispersed(chance, changed, doubled, overdispersion);
      const posted = postCount(count, carry, size, base);
      carry = posted.carry;
      return { numerator: posted.posted, denominator: size, months: held };
    });
}

/** One block a month of true counts; posted ones wait until the floor is reached. */
function toBlocks(months: readonly number[], base: PostingBase): readonly BlockSize[] {
  const blocks: BlockSize[] = [];
  let [size, held] = [0, 0];
  for (const [month, count] of months.entries()) {
    size += count;
    held += 1;
    if (base === 3 && size < BLOCK_FLOOR) continue;
    blocks.push({ size, months: held, lastMonth: month });
    [size, held] = [0, 0];
  }
  return blocks;
}
