import { segmentedCounts, segmentedGls, segmentedRegression, type NeweyWestInference, type SegmentedSeries } from '@rolvast/domain/statistics';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { valueOf } from './number-list.js';

const numbers = z.array(z.number());
const inputSchema = z.object({ y: numbers, t: numbers, post: numbers, since: numbers, n: numbers.nullish() });
/** The lag of Newey-West is a choice of whoever made the vector; it stands among the answers. */
const lagSchema = z.object({ nw_lag: z.number() });
/** The default `epsilon` of R's glm. */
const R_STANDS_STILL = 1e-8;
const NAMES = ['(Intercept)', 't', 'post', 'since'];

/** Interrupted time series: counts when there are denominators, GLS when a correlation is expected, otherwise least squares. */
export const segmentedSeriesRecipe: Recipe = {
  kind: 'interrupted time series',
  answers: ({ input, expected }) => {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return null;
    const { y, t, post, since, n } = parsed.data;
    const series = { values: y, month: t, after: post, monthsAfter: since };
    if ('phi' in expected) return glsAnswers(series);
    const lag = lagSchema.safeParse(expected);
    if (!lag.success) return null;
    return n === undefined || n === null ? regressionAnswers(series, lag.data.nw_lag) : countAnswers(series, n, lag.data.nw_lag);
  },
};

function glsAnswers(series: SegmentedSeries) {
  const gls = valueOf(segmentedGls(series));
  return {
    coef: gls.coefficients,
    coef_names: NAMES,
    se: gls.standardErrors,
    t: gls.statistics,
    p: gls.pValues,
    phi: gls.correlation,
    sigma: gls.deviation,
    logLik: gls.logLikelihood,
    fitted: gls.fitted,
    counterfactual: gls.counterfactual,
  };
}

function regressionAnswers(series: SegmentedSeries, lag: number) {
  const fit = valueOf(segmentedRegression(series, lag));
  return {
    coef: fit.coefficients,
    coef_names: NAMES,
    se_model: fit.modelErrors,
    ...neweyWestAnswers(fit.neweyWest),
    dispersion: null,
    fitted: fit.fitted,
    counterfactual: fit.counterfactual,
    durbin_watson: fit.durbinWatson,
    breusch_godfrey_lm: fit.breuschGodfrey,
    ols_hc3_se: fit.hc3Errors,
  };
}

function countAnswers(series: SegmentedSeries, exposure: readonly number[], lag: number) {
  const fit = valueOf(segmentedCounts(series, exposure, { lag, standsStill: R_STANDS_STILL }));
  return {
    coef: fit.coefficients,
    coef_names: NAMES,
    se_model: fit.modelErrors,
    ...neweyWestAnswers(fit.neweyWest),
    dispersion: fit.dispersion,
    fitted: fit.fitted,
    counterfactual: fit.counterfactual,
  };
}

function neweyWestAnswers({ lag, covariance, standardErrors, unadjustedErrors, statistics, pValues }: NeweyWestInference) {
  return { nw_lag: lag, se_nw_adjusted: standardErrors, se_nw_unadjusted: unadjustedErrors, vcov_nw_adjusted: covariance, stat: statistics, p: pValues };
}
