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
export { ALERT_REASONS, ALERT_ROLES, CLOSING_OUTCOMES, isReasonFor, type AlertOutcome, type AlertRole, type AlertStep, type AlertStepName, type ClosingOutcome, type PersonStep } from './alert/alert-step.js';
export { stepOfJudgement, stepOfRevision, type LaterRevision } from './alert/step-of-revision.js';
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
export { SUPPORT_KIND_WORDING, SUPPORT_KINDS, type SupportKind, type SupportSession } from './measure/support-session.js';
export { weeksSinceSupport, type HeldSession, type WeeksSinceSupport } from './measure/weeks-since-support.js';
export { CALENDAR_PERIODS, calendarPeriodOf, type CalendarPeriod } from './period/calendar-period.js';
export { startOfDayInAmsterdam, startOfMonthInAmsterdam } from './period/amsterdam.js';
export { addDays, daysBetween, weekdayOf } from './period/calendar-days.js';
export { lastDueMonth } from './period/closing-day.js';
export { dutchHolidays, LIBERATION_DAY_RULES, type Holiday, type LiberationDayRule } from './period/dutch-holidays.js';
export { addHalfYears, firstMonthOfHalfYear, halfYearOf, monthsOfHalfYear, parseHalfYear, type HalfYear } from './period/half-year.js';
export { isoWeekOf, parseIsoWeek, thursdayOf, type IsoWeek } from './period/iso-week.js';
export { dateInAmsterdam, parseLocalDate, type LocalDate } from './period/local-date.js';
export { addMonths, firstDayOf, monthInAmsterdam, monthOf, monthsBetween, monthsInRange, parseMonth, type Month } from './period/month.js';
export type { MonthRange } from './period/month-range.js';
export { addQuarters, endedQuarters, firstMonthOfQuarter, monthsOfQuarter, parseQuarter, quarterOf, type Quarter } from './period/quarter.js';
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
export { fieldKeysOf, LEDGER_PERIODS, partKeyOf, postedSizeOf, postingPlan, type LedgerPlace, type PlannedCount, type PlannedOutcome, type PlannedPart, type PostedSize, type PostingPlan } from './publication/posting-plan.js';
export { findPolicyFaults, FIXED_LINES, floorOf, POLICY_LINES, SCHEME_POLICY, type FixedLine, type PolicyFault, type PolicyLine, type PolicyParameter, type PolicyValues } from './publication/policy.js';
export type { PublishedCell } from './publication/published-cell.js';
export { EMPTY_LEDGER, regionAt, withCountsOfUnits, type BlockMember, type PublishedBlock, type PublishedCount, type PublishedLedger } from './publication/published-ledger.js';
export { placePeriods, unitPeriods, type FigurePeriod, type PublishedSource, type UnitCoverage } from './publication/read-figures.js';
export { ledgerKeysOf, readLedger, type LedgerFigure, type LedgerKeys, type LedgerMeasure } from './publication/read-ledger.js';
export { capOf, ROUNDING_BASE, type Carry, type CountedReflection, type PostedCount } from './publication/rounded-count.js';
export { isInScope, scopeOf, type Scope, type ScopeFault } from './publication/scope.js';
export { REBASE_REASONS, type RebaseReason } from './follow-up/rebase-reason.js';
export { checkReviewMark, EXPLANATIONS, isChildMeasure, REVIEW_MARKS, type Explanation, type ReviewMark, type ReviewMarkFault, type ReviewMarkKind } from './follow-up/review-mark.js';
export { EVENT_TITLE_LENGTH, PURPOSE_LENGTH, screenText, type ScreenedText, type TextFault } from './follow-up/screened-text.js';
export { checkTarget, TARGET_SOURCES, type TargetFault, type TargetSource } from './follow-up/target.js';
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
export { STRICTEST_DELIVERY, type Cells, type DeliveryRules, type KnownTeams, type ReferenceRules, type RowFault, type RowFaultCode } from './reflection/cell-reader.js';
export { findReferenceFault, normaliseReference, OWN_NUMBERING_MAX_SHARE, passesElevenTest } from './reflection/source-reference.js';
export { PITFALL_CODES, PITFALLS, subtypesOf, type NoticedPitfall, type PitfallCatalogue, type PitfallCode } from './role-model/pitfall.js';
export type { PitfallEntry } from './role-model/pitfall-entry.js';
export { PRINCIPLE_WORDING, PRINCIPLES, ROLE_PART_WORDING, ROLE_PARTS, type Principle, type RolePart } from './role-model/role-part.js';
export { assertNever } from './shared/assert-never.js';
export type { Brand } from './shared/brand.js';
export { failure, success, type Failure, type Result, type Success } from './shared/result.js';
export { remembering } from './shared/remembering.js';
export type { Language, Wording } from './shared/wording.js';
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
export { afterDelivery, cancelSession, holdSession, isSameSession, parseThemes, planSession, type HoldFault, type PlanFault, type TeamLife, type ThemeFault } from './support-session/entered-session.js';
export { NO_EMERGENCY_ROUTE, sessionPack, type SessionPack } from './support-session/session-pack.js';
export { heldByMonth, type HeldInMonth } from './support-session/held-by-month.js';
export { addSupportFigures, quarterOfWeek, supportFigures, type SupportFigure } from './support-session/support-figures.js';
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
