/** What others may use of the statistics: `@rolvast/domain/statistics`. Apart from the rest, because it loads the distributions. */
export {
  findAlarms,
  USUAL_ALARM_SETTINGS,
  type AlarmFault,
  type AlarmPeriod,
  type AlarmSeries,
  type AlarmSettings,
  type SeriesAlarms,
  type SideAlarms,
} from './alarm/alarms.js';
export { estimateBaselines, type BaselineBlock, type Baselines } from './alarm/baseline.js';
export { combinedWindowPValue, type WatchSide } from './alarm/combined-window-p-value.js';
export { watchLimit, watchRunLength, type WatchedChange, type WatchLaw } from './alarm/watch-law.js';
export { lawOfWatch, runWatch, watchedChange, type Watch, type WatchPath } from './alarm/watch.js';
export { countLaw, type CountLaw } from './count-law/count-law.js';
export type { OrdinaryCounts } from './count-law/ordinary-counts.js';
export { postCount, type PostedBlock, type PostingBase } from './count-law/posted-count.js';
export { postingVariance } from './count-law/posted-law.js';
export { postedShareVariation } from './count-law/posted-share-variation.js';
export { bernoulliCusum, type BernoulliCusum, type BernoulliSettings } from './cusum/bernoulli-cusum.js';
export { binomialCusum, poissonCusum, type CusumPath, type CusumSettings } from './cusum/likelihood-ratio-cusum.js';
export { binomialEvidence, likelihoodRatioLimit, likelihoodRatioRunLength, poissonEvidence, type GriddedCusum } from './cusum/likelihood-ratio-run-length.js';
export { betaBinomialAtLeast, betaBinomialAtMost, betaBinomialPmf } from './distributions/beta-binomial.js';
export { ewma, type EwmaPoint, type EwmaSettings } from './ewma/ewma.js';
export { binomialNormalScores } from './ewma/normal-score.js';
export { tabularCusum, type TabularCusumPoint, type TabularCusumSettings } from './ewma/tabular-cusum.js';
export { exactFunnel, type ExactFunnel, type ExactFunnelFault, type ExactFunnelOptions, type ExactFunnelUnit, type FunnelPoint } from './funnel/exact-funnel.js';
export type { FunnelLimits, FunnelPosition } from './funnel/funnel-limits.js';
export type { FunnelLines } from './funnel/funnel-lines.js';
export { interpolatedRatioLimit, interpolatedShareLimit, wholeCountLimit } from './funnel/interpolated-limits.js';
export { LEAST_UNITS_FOR_LINES, publishedFunnel, type PublishedFunnel, type PublishedFunnelUnit } from './funnel/published-funnel.js';
export { funnelPlotR, type FunnelPlotR, type FunnelPlotRFault, type FunnelPlotROptions, type FunnelPlotRUnit } from './funnel/reference/funnel-plot-r.js';
export { ordinaryExpected, pheRateFunnel, pheRatioFunnel, pheShareFunnel, type OrdinaryExpected, type PheFunnel, type PheUnit } from './funnel/reference/phe-funnel.js';
export { byarInterval, type ByarInterval } from './intervals/byar-interval.js';
export { CONFIDENCE_95, CONFIDENCE_998, parseConfidenceLevel, type ConfidenceFault, type ConfidenceLevel } from './intervals/confidence-level.js';
export { countInterval, type CountInterval } from './intervals/count-interval.js';
export { exactCountInterval } from './intervals/exact-count-interval.js';
export { exactShareInterval } from './intervals/exact-share-interval.js';
export type { CountFault, Interval } from './intervals/interval.js';
export { wilsonInterval } from './intervals/wilson-interval.js';
export { breakEffect, type PictureOnly } from './its/break-effect.js';
export { segmentedCounts, type SegmentedCounts, type SegmentedCountsFault, type SegmentedCountsSettings } from './its/segmented-counts.js';
export { segmentedGls, type SegmentedGls } from './its/segmented-gls.js';
export { segmentedRegression, type NeweyWestInference, type SegmentedRegression } from './its/segmented-regression.js';
export { segmentSeries, type SegmentedDesign, type SegmentedSeries, type SegmentFault } from './its/segmented-series.js';
export { adjustPValues, rejectedAt, type Adjustment, type PValue, type PValueFault } from './multiplicity/adjust-p-values.js';
export type { AssuranceIcon, ImprovementDirection, PointType, VariationIcon } from './nhs/icons.js';
export { NHS_SETTINGS, nhsChart, type DatedValue, type NhsChart, type NhsChartFault, type NhsChartSettings, type NhsPoint } from './nhs/nhs-chart.js';
export type { SpecialCause } from './nhs/special-cause.js';
export type { ParameterFault } from './parameter-fault.js';
export { leastWindowPValue, type LeastWindowPValue } from './predictive/least-window-p-value.js';
export { PREDICTIVE_WINDOWS, rateWindowTail, shareWindowTail, type RateBaseline, type ShareBaseline, type WindowTail } from './predictive/window-law.js';
export type { RunLengthFault } from './run-length/average-run-length.js';
export { ewmaLimitWidthFor, ewmaRunLength, type EwmaRunLengthSettings } from './run-length/ewma-run-length.js';
export { poissonCusumRunLength, type PoissonCusumSettings } from './run-length/poisson-cusum-run-length.js';
export { runRulesRunLength, SHEWHART_RULES, type RunRule, type RunRulesSettings } from './run-length/run-rules-run-length.js';
export { tabularCusumRunLength, twoSidedTabularCusumRunLength, type TabularCusumRunLengthSettings } from './run-length/tabular-cusum-run-length.js';
export { crossingsMin, longestRunMax } from './runs/critical-values.js';
export { runsAnalysis, type RunsAnalysis, type RunsMethod } from './runs/runs-analysis.js';
export type { TwoInThreeVariant } from './runs/two-in-three-rule.js';
export type { CountPoint, SeriesFault, TooFewPoints, ValuePoint, WholeCountFault } from './series.js';
export type { ControlChartKind, CountChartKind, ValueChartKind } from './spc/control-chart-kind.js';
export { countChart, valueChart, type ControlChart, type ControlChartFault, type ControlChartOptions } from './spc/control-chart.js';
export { binomialCounts, poissonCounts } from './spc/exact-limits.js';
export { phaseStarts, type HeldPeriod } from './spc/phase-starts.js';
export { predictiveEvents, type RateBase } from './spc/predictive-rate.js';
export { PLAIN_COUNTS, predictiveCounts, type ExtraVariation, type ShareBase } from './spc/predictive-share.js';
export { beyondOwnLimits, ownChange, type ChartedPeriod, type OwnChange, type SharedPeriod } from './spc/own-change.js';
export { qicharts2Chart, type QichartsInput, type QichartsRow } from './spc/qicharts2-chart.js';
export {
  shareChart,
  type ChartStage,
  type PhasedShareChart,
  type PublishedPeriod,
  type ShareChart,
  type ShareChartFault,
  type ShareChartOptions,
  type SharePhase,
  type SignalMark,
} from './spc/share-chart.js';
export { allowingFor, type NotAvailable, type PartFault, type PostedPart } from './standardisation/allowing-for.js';
export { directRate, type DirectFault, type DirectRate, type WeightedStratum } from './standardisation/direct.js';
export { observedToExpected, ratioInterval, standardisedRate, type IndirectFault, type ObservedToExpected, type Stratum } from './standardisation/indirect.js';
