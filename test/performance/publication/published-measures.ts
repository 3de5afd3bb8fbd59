import { CATALOGUE, findMeasure, PITFALL_CODES, postedSizeOf, postingPlan, type Catalogue, type PostingPlan, type ReflectionShare } from '@rolvast/domain';

/**
 * The catalogue as the figures to hold against were measured: all ten pitfalls by month, the two rare ones as well, which
 * teams are shown per half-year only.
 */
const MEASURED: Catalogue = CATALOGUE.map((measure) => (measure.isRare && measure.kind === 'reflection-share' && measure.over === 'block' ? { ...measure, isRare: false, grain: { place: 'team', period: 'month' } } : measure));

/** The shares of the ten pitfalls, in the order of the model. */
export const PITFALL_SHARES: readonly ReflectionShare[] = PITFALL_CODES.map((pitfall) => measured(`PITFALL_${pitfall}`));

/** The codes of those that readers of a team have a chart of per quarter. */
export const CHARTED_CODES: ReadonlySet<string> = new Set(CATALOGUE.filter(({ isRare }) => !isRare).map(({ code }) => code));

/** The measures over a part whose loss is measured, with the name they have in the report. */
export const PART_SHARES = {
  childAttention: measured('CHILD_ATTENTION'),
  broughtToSupport: measured('BROUGHT_TO_SUPPORT'),
  questionsCompared: measured('QUESTIONS_COMPARED'),
  acknowledged: measured('POWERLESSNESS_ACKNOWLEDGED'),
} as const;

const TEAM_PLAN = postingPlan(MEASURED, 'team');

/** What a team posts for the shares above. Ledgers don't depend on each other, so the others are left out. */
export const MEASURED_PLAN: PostingPlan = planOf([...PITFALL_SHARES, ...Object.values(PART_SHARES)]);

/** A plan in which a share and its denominator close every month, to see what a finer grain would give. */
export function monthlyPlanOf(share: ReflectionShare): PostingPlan {
  const { counts, parts } = planOf([share]);
  return { counts: counts.map((planned) => ({ ...planned, period: 'month' })), parts: parts.map((part) => ({ ...part, period: 'month' })) };
}

function planOf(shares: readonly ReflectionShare[]): PostingPlan {
  const posted = new Set(shares.map((share) => share.posted.key));
  const parts = TEAM_PLAN.parts.filter(({ outcomes }) => outcomes.some(({ key }) => posted.has(key)));
  const needed = new Set([...posted, ...shares.map(({ denominator }) => postedSizeOf(denominator).key), ...parts.map(({ size }) => size.key)]);
  return { counts: TEAM_PLAN.counts.filter(({ key }) => needed.has(key)), parts };
}

function measured(code: string): ReflectionShare {
  const measure = findMeasure(code, MEASURED);
  if (measure?.kind !== 'reflection-share') throw new Error(`${code} is a share of the catalogue`);
  return measure;
}
