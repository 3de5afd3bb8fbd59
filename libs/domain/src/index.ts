export { ageBandOf, ageBands, DEFAULT_OVERDUE_AFTER, isOverdue, parseOverdueAfter, type AgeBand, type AgeBandCode, type OverdueAfter } from './alert/alert-age.js';
export {
  ALERT_STATES,
  ALERT_TRANSITIONS,
  isClosingProposed,
  raiseAlert,
  takeStep,
  type AcknowledgedAlert,
  type Alert,
  type AlertFault,
  type AlertState,
  type ClosedAlert,
  type FollowedUpAlert,
  type OpenAlert,
  type TakenStep,
} from './alert/alert-lifecycle.js';
export { invisibleChildRule, type AlertGround, type ChildFields, type CoarseRule, type MissingAttention } from './alert/alert-rule.js';
export { ALERT_REASONS, ALERT_ROLES, CLOSING_OUTCOMES, isReasonFor, type AlertOutcome, type AlertRole, type AlertStep, type ClosingOutcome } from './alert/alert-step.js';
export { stepOfRevision, type LaterRevision } from './alert/step-of-revision.js';
export { breakableCounts, findBreakdowns, partKey, type BreakableCount } from './breakdown/breakdown-list.js';
export { NOT_KNOWN, type Applicable, type Breakdown, type Category, type Exception, type UnitContext } from './breakdown/breakdown.js';
export { blockCounts, blockMeasures, CATALOGUE, findMeasure, type Catalogue } from './measure/catalogue.js';
export { count } from './measure/count.js';
export { LEAST_UNITS_BEYOND_A_TEAM, RARE_RULE } from './measure/grain.js';
export type {
  ChartKind,
  Count,
  DerivedMeasure,
  Direction,
  FieldShare,
  Grain,
  Measure,
  Part,
  Partition,
  Posting,
  Reader,
  RecordedReflection,
  ReflectionHours,
  ReflectionShare,
  Ripening,
  SupportReach,
  SupportShare,
} from './measure/measure.js';
export { CHART_WORDING, DIRECTION_WORDING, grainLabel, READER_WORDING } from './measure/measure-words.js';
export { nRule } from './measure/n-rule.js';
export { participationBand, type ParticipationBand } from './measure/participation-band.js';
export { share } from './measure/reflection-share.js';
export { UNIT_WORDING, type Unit } from './measure/unit.js';
export { SUPPORT_KINDS, type SupportKind, type SupportSession } from './measure/support-session.js';
export { weeksSinceSupport, type HeldSession, type WeeksSinceSupport } from './measure/weeks-since-support.js';
export { CALENDAR_PERIODS, calendarPeriodOf, type CalendarPeriod } from './period/calendar-period.js';
export { startOfDayInAmsterdam, startOfMonthInAmsterdam } from './period/amsterdam.js';
export { addDays, daysBetween, weekdayOf } from './period/calendar-days.js';
export { lastDueMonth } from './period/closing-day.js';
export { dutchHolidays, LIBERATION_DAY_RULES, type Holiday, type LiberationDayRule } from './period/dutch-holidays.js';
export { addHalfYears, firstMonthOfHalfYear, halfYearOf, monthsOfHalfYear, parseHalfYear, type HalfYear } from './period/half-year.js';
export { isoWeekOf, parseIsoWeek, type IsoWeek } from './period/iso-week.js';
export { dateInAmsterdam, parseLocalDate, type LocalDate } from './period/local-date.js';
export { addMonths, firstDayOf, monthInAmsterdam, monthOf, monthsBetween, monthsInRange, parseMonth, type Month } from './period/month.js';
export type { MonthRange } from './period/month-range.js';
export { addQuarters, firstMonthOfQuarter, monthsOfQuarter, parseQuarter, quarterOf, type Quarter } from './period/quarter.js';
export { isWorkingDay, workingDaysSince } from './period/working-days.js';
export { BLOCK_FLOOR, judgeBlock, PART_FLOOR, partFloorOf, reachesFloor, sizeOf, type BlockFloor, type BlockSize, type BlockVerdict } from './publication/block-floor.js';
export { divideOverParts, mergeToSafeParts, type BreakdownPart } from './publication/breakdown-parts.js';
export { BREAKDOWN_RULES, closeBreakdown, type BreakdownClose, type BreakdownInput, type BreakdownRules, type DividedCount, type PublishedPart } from './publication/close-breakdown.js';
export { closeHours, closeHoursWithin, type HoursPosting } from './publication/close-hours.js';
export { closeHoursBreakdown, type DividedHours } from './publication/close-hours-breakdown.js';
export {
  closeLedgers,
  endsWith,
  isInPeriod,
  LEDGER_RULES,
  type LedgerBlock,
  type LedgerClose,
  type LedgerInput,
  type LedgerPosting,
  type LedgerRules,
  type LedgerState,
  type PartWindow,
  type SnapshotReflection,
} from './publication/close-ledgers.js';
export { figureGrain, figurePeriods, isBand, type FigureGrain } from './publication/figure-grain.js';
export { bandOfPosted, bandOfRare, type NumberBand } from './publication/figure-reading.js';
export { HOURS_STEP, hoursAreSafe, P_PERCENT } from './publication/hours-safety.js';
export {
  parseOrganisationCode,
  parseRegionCode,
  parseTeamCode,
  parseUnitCode,
  PLACE_CODE_FORM,
  type OrganisationCode,
  type RegionCode,
  type TeamCode,
  type UnitCode,
} from './publication/place-codes.js';
export { LEDGER_PERIODS, partKeyOf, postedSizeOf, postingPlan, type LedgerPlace, type PlannedCount, type PlannedOutcome, type PlannedPart, type PostedSize, type PostingPlan } from './publication/posting-plan.js';
export type { PublishedCell } from './publication/published-cell.js';
export { EMPTY_LEDGER, regionAt, withCountsOfUnits, type BlockMember, type PublishedBlock, type PublishedCount, type PublishedLedger } from './publication/published-ledger.js';
export { placePeriods, unitPeriods, type FigurePeriod, type PublishedSource, type UnitCoverage } from './publication/read-figures.js';
export { ledgerKeysOf, readLedger, type LedgerFigure, type LedgerKeys, type LedgerMeasure } from './publication/read-ledger.js';
export { capOf, ROUNDING_BASE, type Carry, type CountedReflection, type PostedCount } from './publication/rounded-count.js';
export { isInScope, scopeOf, type Scope, type ScopeFault } from './publication/scope.js';
export { answeredFields, askableFields } from './reflection/completeness.js';
export { FOLLOW_THROUGH_DAYS, followThrough, followThroughRipeFrom, type FollowThrough } from './reflection/follow-through.js';
export {
  parseReflection,
  ReflectionParser,
  REFLECTION_COLUMNS,
  REQUIRED_COLUMNS,
  type ReflectionFault,
  type ReflectionFaultCode,
  type SourceReferences,
  type SubmittedReflection,
} from './reflection/parse-reflection.js';
export type { FieldForm } from './reflection/field-rule.js';
export { columnOf, REFLECTION_FIELD_NAMES, REFLECTION_FIELDS, UNANSWERED, type Reflection, type ReflectionField } from './reflection/reflection-fields.js';
export { STRICTEST_DELIVERY, type Cells, type DeliveryRules, type ReferenceRules, type RowFault, type RowFaultCode } from './reflection/cell-reader.js';
export { findReferenceFault, normaliseReference, OWN_NUMBERING_MAX_SHARE, passesElevenTest } from './reflection/source-reference.js';
export { PITFALL_CODES, PITFALLS, subtypesOf, type NoticedPitfall, type PitfallCatalogue, type PitfallCode } from './role-model/pitfall.js';
export type { PitfallEntry } from './role-model/pitfall-entry.js';
export { PRINCIPLE_WORDING, PRINCIPLES, ROLE_PART_WORDING, ROLE_PARTS, type Principle, type RolePart } from './role-model/role-part.js';
export { assertNever } from './shared/assert-never.js';
export type { Brand } from './shared/brand.js';
export { failure, success, type Failure, type Result, type Success } from './shared/result.js';
export { remembering } from './shared/remembering.js';
export type { Language, Wording } from './shared/wording.js';
export { exactFunnel, type ExactFunnel, type ExactFunnelFault, type ExactFunnelOptions, type ExactFunnelUnit, type FunnelPoint } from './statistics/funnel/exact-funnel.js';
export type { FunnelLimits, FunnelPosition } from './statistics/funnel/funnel-limits.js';
export { interpolatedRatioLimit, interpolatedShareLimit, wholeCountLimit } from './statistics/funnel/interpolated-limits.js';
export { funnelPlotR, type FunnelPlotR, type FunnelPlotRFault, type FunnelPlotROptions, type FunnelPlotRUnit } from './statistics/funnel/reference/funnel-plot-r.js';
export { ordinaryExpected, pheRateFunnel, pheRatioFunnel, pheShareFunnel, type OrdinaryExpected, type PheFunnel, type PheUnit } from './statistics/funnel/reference/phe-funnel.js';
export { byarInterval, type ByarInterval } from './statistics/intervals/byar-interval.js';
export { CONFIDENCE_95, CONFIDENCE_998, parseConfidenceLevel, type ConfidenceFault, type ConfidenceLevel } from './statistics/intervals/confidence-level.js';
export { BYAR_FROM_EVENTS, countInterval, type CountInterval } from './statistics/intervals/count-interval.js';
export { exactCountInterval } from './statistics/intervals/exact-count-interval.js';
export { exactShareInterval } from './statistics/intervals/exact-share-interval.js';
export type { CountFault, Interval } from './statistics/intervals/interval.js';
export { wilsonInterval } from './statistics/intervals/wilson-interval.js';
export { NHS_SETTINGS, nhsChart, type DatedValue, type NhsChart, type NhsChartFault, type NhsChartSettings, type NhsPoint } from './statistics/nhs/nhs-chart.js';
export type { AssuranceIcon, ImprovementDirection, PointType, VariationIcon } from './statistics/nhs/icons.js';
export type { SpecialCause } from './statistics/nhs/special-cause.js';
export type { TwoInThreeVariant } from './statistics/nhs/two-in-three-rule.js';
export { crossingsMin, longestRunMax } from './statistics/runs/critical-values.js';
export { runsAnalysis, type RunsAnalysis, type RunsMethod } from './statistics/runs/runs-analysis.js';
export type { CountPoint, SeriesFault, TooFewPoints, ValuePoint } from './statistics/series.js';
export { countChart, valueChart, type ControlChart, type ControlChartFault, type ControlChartOptions } from './statistics/spc/control-chart.js';
export type { ControlChartKind, CountChartKind, ValueChartKind } from './statistics/spc/control-chart-kind.js';
export { binomialCounts, poissonCounts } from './statistics/spc/exact-limits.js';
export { predictiveEvents, type RateBase } from './statistics/spc/predictive-rate.js';
export { PLAIN_COUNTS, predictiveCounts, type CountLaw, type ShareBase } from './statistics/spc/predictive-share.js';
export { qicharts2Chart, type QichartsInput, type QichartsRow } from './statistics/spc/qicharts2-chart.js';
export { LIMIT_TAIL, WARNING_TAIL, type OrdinaryCounts } from './statistics/spc/tail.js';
export { betaBinomialAtLeast, betaBinomialAtMost, betaBinomialPmf } from './statistics/distributions/beta-binomial.js';
export { gammaPoissonAtLeast, gammaPoissonAtMost, gammaPoissonPmf } from './statistics/distributions/gamma-poisson.js';
export { ewma, type EwmaPoint, type EwmaSettings } from './statistics/ewma/ewma.js';
export { binomialNormalScores, midPNormalScore } from './statistics/ewma/normal-score.js';
export { tabularCusum, type TabularCusumPoint, type TabularCusumSettings } from './statistics/ewma/tabular-cusum.js';
export { breakEffect, MONTHS_EACH_SIDE, type PictureOnly } from './statistics/its/break-effect.js';
export { segmentedCounts, type SegmentedCounts, type SegmentedCountsFault, type SegmentedCountsSettings } from './statistics/its/segmented-counts.js';
export { segmentedGls, type SegmentedGls } from './statistics/its/segmented-gls.js';
export { segmentedRegression, type NeweyWestInference, type SegmentedRegression } from './statistics/its/segmented-regression.js';
export { SEGMENT_TERMS, segmentSeries, type SegmentedDesign, type SegmentedSeries, type SegmentFault } from './statistics/its/segmented-series.js';
export { adjustPValues, rejectedAt, type Adjustment, type PValue, type PValueFault } from './statistics/multiplicity/adjust-p-values.js';
export type { ParameterFault } from './statistics/parameter-fault.js';
export { rateWindowTail, shareWindowTail, type RateBaseline, type ShareBaseline, type WindowTail } from './statistics/predictive/window-law.js';
export { PREDICTIVE_WINDOWS, windowPValue, type WindowPValue } from './statistics/predictive/window-p-value.js';
export type { RunLengthFault } from './statistics/run-length/average-run-length.js';
export { cusumRunLength, twoSidedCusumRunLength, type CusumRunLengthSettings } from './statistics/run-length/cusum-run-length.js';
export { ewmaLimitWidthFor, ewmaRunLength, type EwmaRunLengthSettings } from './statistics/run-length/ewma-run-length.js';
export { poissonCusumRunLength, type PoissonCusumSettings } from './statistics/run-length/poisson-cusum-run-length.js';
export { runRulesRunLength, SHEWHART_RULES, type RunRule, type RunRulesSettings } from './statistics/run-length/run-rules-run-length.js';
export {
  keepOfSupportSession,
  parseSupportSession,
  REQUIRED_SUPPORT_SESSION_COLUMNS,
  SUPPORT_SESSION_COLUMNS,
  SUPPORT_SESSION_FIELDS,
  type Attendance,
  type KeptSupportSession,
  type SubmittedSupportSession,
} from './support-session/parse-support-session.js';
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
} from './statistics/spc/share-chart.js';
export { allowingFor, UNITS_BEHIND_A_RATE, type NotAvailable, type PartFault, type PostedPart } from './statistics/standardisation/allowing-for.js';
export { directRate, type DirectFault, type DirectRate, type WeightedStratum } from './statistics/standardisation/direct.js';
export { observedToExpected, ratioInterval, standardisedRate, type IndirectFault, type ObservedToExpected, type Stratum } from './statistics/standardisation/indirect.js';
export { allowingForSentence, type AllowingFor } from './wording/allowing-for-sentence.js';
export { coverageSentence, newStartSentence, noFigureSentence, type Coverage, type NewStart } from './wording/availability-sentence.js';
export { alertAgeForm, bandForm, participationForm, rareBandForm, spokenBandForm, zeroBandForm } from './wording/band-form.js';
export { childAttentionSentence, type ChildAttention, type ShownChildAttention } from './wording/child-attention-sentence.js';
export { comparisonSentence, unitsOutsideSentence, type ComparedPosition, type UnitComparison, type UnitsOutside } from './wording/comparison-sentence.js';
export { dateForm, halfYearForm, quarterForm, weekForm } from './wording/date-form.js';
export { hasCells, hoursFigure, measureFigure, shareFigure, usualFigure, type CountedThing } from './wording/figure-phrase.js';
export { hoursSentence, type ExtraHours } from './wording/hours-sentence.js';
export { nextQuestion, nextStepSentence, type StepMeasure } from './wording/next-step.js';
export { countForm, decimalForm, hoursForm, ratioForm, sharePercent, type RatioWithInterval } from './wording/number-form.js';
export { openAlertsSentence, type OpenAlertsOfBand } from './wording/open-alerts-sentence.js';
export { periodLabel, type MonthsOfFigure } from './wording/period-label.js';
export { PUBLICATION_EXPLAINED, type ExplainedSection } from './wording/publication-explained.js';
export { bandFigure, rareSentence, type RareHalfYear } from './wording/rare-sentence.js';
export { auditSentence, noReleaseSentence, releaseSentence, type AuditFacts, type ReleaseFacts } from './wording/release-sentence.js';
export { isSignalSide, signalSentence, type MeasureSignal, type SignalSide } from './wording/signal-sentence.js';
export {
  broughtToSupportSentence,
  supportReachSentence,
  supportSessionsSentence,
  weeksSinceSupportSentence,
  type BroughtToSupport,
  type SupportReachOfQuarter,
  type SupportSessions,
} from './wording/support-sentence.js';
export { trendSentence, type SpokenMeasure } from './wording/trend-sentence.js';
export { twoPointsSentence, type TwoPoints } from './wording/two-points-sentence.js';
export { bernoulliCusum, type BernoulliCusum, type BernoulliSettings } from './statistics/cusum/bernoulli-cusum.js';
export { binomialCusum, poissonCusum, type CusumPath, type CusumSettingFault, type CusumSettings } from './statistics/cusum/likelihood-ratio-cusum.js';
export { binomialEvidence, cusumLimit, cusumRunLength as evidenceRunLength, poissonEvidence } from './statistics/cusum/cusum-run-length.js';
export {
  findAlarms,
  FALSE_DISCOVERY_RATE,
  LEAST_BASELINE_BLOCKS,
  SHORTEST_RUN_LENGTH,
  USUAL_ALARM_SETTINGS,
  watchRunLengthFor,
  type AlarmPeriod,
  type AlarmSeries,
  type AlarmSettings,
  type AlarmFault,
  type SeriesAlarms,
  type SideAlarms,
} from './statistics/alarm/alarms.js';
export { estimateBaselines, type Baseline, type BaselineBlock, type Baselines } from './statistics/alarm/baseline.js';
export { CONFIRMATION_WINDOWS, surprise, type PostedBlock } from './statistics/alarm/confirmed.js';
export { lawOfWatch, runWatch, watchedChange, type Watch, type WatchPath, type WatchSide } from './statistics/alarm/watch.js';
export { watchLimit, watchRunLength, type WatchedChange, type WatchLaw } from './statistics/alarm/watch-law.js';
export { countLaw } from './statistics/published-law/count-law.js';
export { postedShareLaw } from './statistics/published-law/posted-share-law.js';
export { largestPosted, postCount, postingVariance, type PostingBase } from './statistics/published-law/posted-count.js';
