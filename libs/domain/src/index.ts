export { CATALOGUE, findMeasure } from './measure/catalogue.js';
export { COUNTS, type Count } from './measure/count.js';
export type { Direction, Measure } from './measure/measure.js';
export { dateInAmsterdam, parseLocalDate, type LocalDate } from './period/local-date.js';
export {
  addMonths,
  firstDayOf,
  monthInAmsterdam,
  monthOf,
  monthsBetween,
  monthsInRange,
  parseMonth,
  type Month,
} from './period/month.js';
export { BLOCK_FLOOR, judgeBlock, type BlockSize, type BlockVerdict } from './publication/block-floor.js';
export type { PublishedCell } from './publication/published-cell.js';
export {
  parseReflection,
  REFLECTION_COLUMNS,
  REQUIRED_COLUMNS,
  type ReflectionFault,
  type ReflectionFaultCode,
  type SourceReferences,
  type SubmittedReflection,
} from './reflection/parse-reflection.js';
export { PITFALL_CODES, PITFALL_SUBTYPES, type NoticedPitfall, type PitfallCode } from './reflection/pitfall.js';
export { columnOf, REFLECTION_FIELDS, type Reflection, type ReflectionField } from './reflection/reflection-fields.js';
export { normaliseReference } from './reflection/source-reference.js';
export { assertNever } from './shared/assert-never.js';
export type { Brand } from './shared/brand.js';
export { failure, success, type Failure, type Result, type Success } from './shared/result.js';
export type { Language, Wording } from './shared/wording.js';
export {
  shareChart,
  type ChartStage,
  type PublishedPeriod,
  type ShareChart,
  type SignalMark,
} from './statistics/spc/share-chart.js';
export { periodLabel } from './wording/period-label.js';
export { sharePercent, trendSentence } from './wording/trend-sentence.js';
