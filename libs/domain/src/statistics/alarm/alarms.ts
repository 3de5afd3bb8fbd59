import padjust from '@stdlib/stats-padjust';
import { failure, success, type Result } from '../../shared/result.js';
import { checkOrder, checkWholeCounts, type SeriesFault, type TooFewPoints, type WholeCountFault } from '../series.js';
import type { PostedBlock, PostingBase } from '../count-law/posted-count.js';
import type { ShareBaseline } from '../predictive/window-law.js';
import { requireCount, requirePositive } from '../required-parameter.js';
import { estimateBaselines } from './baseline.js';
import { combinedWindowPValue, type WatchSide } from './combined-window-p-value.js';
import { lawOfWatch, runWatch, watchedChange, type Watch } from './watch.js';
import { watchLimit } from './watch-law.js';

/** One period of a series: the calendar month it closes in, and its posted block; null for withheld or absent. */
export interface AlarmPeriod {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly block: PostedBlock | null;
}

/** One measure of one team. Series of one measure lend each other strength. */
export interface AlarmSeries {
  readonly measure: string;
  readonly sides: readonly WatchSide[];
  readonly periods: readonly AlarmPeriod[];
}

/** What the alarms of an organisation are set to. */
export interface AlarmSettings {
  /** How counts are posted. */
  readonly base: PostingBase;
  /** Calendar months of the baseline, which stays frozen. */
  readonly baselineMonths: number;
  /** False signals a month that all watches of the organisation may give together. */
  readonly falseSignalsAMonth: number;
}

/** How Rolvast sets them: counts on multiples of 3, two years of baseline, at most two false signals a month. */
export const USUAL_ALARM_SETTINGS: AlarmSettings = { base: 3, baselineMonths: 24, falseSignalsAMonth: 2 };

/** No watch is set to a run length shorter than this many calendar months, however few there are. */
const SHORTEST_RUN_LENGTH = 400;
/** What is kept free of the allowed false signals, because a run length is met to within 10 %. */
const MARGIN = 0.9;
/** Blocks that a baseline needs. */
const LEAST_BASELINE_BLOCKS = 6;
/** The share of confirmed signals that may be false (Benjamini and Hochberg 1995). */
const FALSE_DISCOVERY_RATE = 0.1;

/** A confirmed series is let go, and may be confirmed anew, when its adjusted probability is above this: a flicker is one signal. */
const LET_GO = 0.5;

/** What is said about one side of a series; the arrays have one entry a period after the baseline. */
export interface SideAlarms {
  readonly side: WatchSide;
  readonly level: readonly (number | null)[];
  /** The likelihood ratio of a changed rate reached its limit: worth a look. */
  readonly watch: readonly boolean[];
  /** Surprising also among all series of the organisation together: newly so in this period. */
  readonly confirmed: readonly boolean[];
}

/** What is wrong with a series: its order and counts, or a period that no posting can have. */
export type AlarmFault = SeriesFault | WholeCountFault | { readonly code: 'no-month' | 'no-length'; readonly position: number };

/** The alarms of one series, from the position of the first period after its baseline on; or why there are none. */
export type SeriesAlarms = Result<{ readonly from: number; readonly sides: readonly SideAlarms[] }, AlarmFault | TooFewPoints>;

/**
 * The signals of an organisation: `watch` per series, `confirmed` over all series together.
 *
 * The first `baselineMonths` of a series are its baseline; together with the same measure of other teams they give its usual
 * rate ({@link estimateBaselines}). Each watch is set to the run length at which all together give at most
 * `falseSignalsAMonth`, and none to less than 400 months. A period is confirmed for the series whose {@link combinedWindowPValue} stands
 * up to Benjamini and Hochberg at .10 among all series and sides that have a block in that calendar month.
 *
 * @returns per series, in the order given: alarms, a fault with the position of the first impossible period, or too few
 * points when the baseline holds fewer than six blocks. The same input gives the same answer.
 * @throws RangeError for settings that are no setting: they come from code, not from data.
 */
export function findAlarms(series: readonly AlarmSeries[], settings: AlarmSettings): readonly SeriesAlarms[] {
  requirePositive(settings.falseSignalsAMonth, 'falseSignalsAMonth');
  requireCount(settings.baselineMonths, 'baselineMonths', 1);
  const checked = series.map((one) => checkSeries(one, settings));
  const sound = checked.flatMap((result) => (result.ok ? [result.value] : []));
  const known = usualRates(sound, settings.base);
  const watches = sound.reduce((count, { series: { sides } }) => count + sides.length, 0);
  const runLength = watchRunLengthFor(watches, settings.falseSignalsAMonth);
  const drafts = new Map(sound.map((one) => [one.series, draft(one, known.get(one.series), settings.base, runLength)]));
  confirm([...drafts.values()].flat());
  return checked.map((result): SeriesAlarms => {
    if (!result.ok) return result;
    const sides = drafts.get(result.value.series) ?? [];
    return success({ from: result.value.from, sides: sides.map(({ side, level, watch, confirmed }) => ({ side, level, watch, confirmed })) });
  });
}

/**
 * The run length, in calendar months, that each of so many watches is set to: at least 400.
 *
 * @param watches whole number, 0 or more. @param falseSignalsAMonth above 0. @throws RangeError for anything else.
 */
export function watchRunLengthFor(watches: number, falseSignalsAMonth: number): number {
  requireCount(watches, 'watches');
  requirePositive(falseSignalsAMonth, 'falseSignalsAMonth');
  return Math.max(SHORTEST_RUN_LENGTH, watches / (falseSignalsAMonth * MARGIN));
}

interface SoundSeries {
  readonly series: AlarmSeries;
  readonly from: number;
  readonly baseline: readonly PostedBlock[];
}

interface Draft extends SideAlarms {
  readonly periods: readonly AlarmPeriod[];
  readonly confirmed: boolean[];
  /** Null for a gap. */
  readonly pValues: readonly (number | null)[];
}

function checkSeries(series: AlarmSeries, { baselineMonths }: AlarmSettings): Result<SoundSeries, AlarmFault | TooFewPoints> {
  const position = series.periods.findIndex((period) => periodFault(period) !== null);
  const wrong = series.periods[position];
  const code = wrong === undefined ? null : periodFault(wrong);
  if (code !== null) return failure({ code, position });
  const ordered = checkOrder(series.periods.map(({ month }) => month));
  if (!ordered.ok) return ordered;
  const counted = checkWholeCounts(series.periods.map(({ block }) => block));
  if (!counted.ok) return counted;
  const first = series.periods[0]?.month ?? '';
  const found = series.periods.findIndex(({ month }) => monthsFrom(first, month) >= baselineMonths);
  const from = found === -1 ? series.periods.length : found;
  const baseline = series.periods.slice(0, from).flatMap(({ block }) => (block === null || block.denominator === 0 ? [] : [block]));
  if (baseline.length < LEAST_BASELINE_BLOCKS) return failure({ code: 'too-few-points', found: baseline.length, needed: LEAST_BASELINE_BLOCKS });
  return success({ series, from, baseline });
}

function periodFault({ month, block }: AlarmPeriod): 'no-month' | 'no-length' | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return 'no-month';
  return block !== null && (!Number.isInteger(block.months) || block.months < 1) ? 'no-length' : null;
}

function monthsFrom(first: string, month: string): number {
  const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return count(month) - count(first);
}

type UsualRate = { readonly baseline: ShareBaseline; readonly overdispersion: number };

function usualRates(sound: readonly SoundSeries[], base: PostingBase): ReadonlyMap<AlarmSeries, UsualRate> {
  const known = new Map<AlarmSeries, UsualRate>();
  for (const members of groupBy(sound, ({ series: { measure } }) => measure).values()) {
    const { teams, overdispersion } = estimateBaselines(members.map(({ baseline }) => baseline), base);
    for (const [index, { series }] of members.entries()) {
      const baseline = teams[index] ?? null;
      if (baseline !== null) known.set(series, { baseline, overdispersion });
    }
  }
  return known;
}

function draft({ series, from, baseline }: SoundSeries, known: UsualRate | undefined, base: PostingBase, runLength: number): readonly Draft[] {
  if (known === undefined) return [];
  const periods = series.periods.slice(from);
  const blocks = periods.map(({ block }) => (block === null || block.denominator === 0 ? null : block));
  return series.sides.map((side) => {
    const change = watchedChange(known.baseline, known.overdispersion, side);
    const watch: Watch = { change, limit: watchLimit(lawOfWatch(change, known.baseline, baseline, base), runLength) };
    const { level, signals } = runWatch(watch, blocks);
    const shown: PostedBlock[] = [];
    const pValues = blocks.map((block) => {
      if (block === null) return null;
      shown.push(block);
      return combinedWindowPValue(shown, known.baseline, known.overdispersion, base, side);
    });
    return { side, level, watch: signals, periods, pValues, confirmed: blocks.map(() => false) };
  });
}

/** Marks, month by month, the series that stand up to Benjamini and Hochberg and were not confirmed already. */
function confirm(drafts: readonly Draft[]): void {
  const entries = drafts.flatMap((owner) =>
    owner.pValues.flatMap((value, index) => (value === null ? [] : [{ owner, index, value, month: owner.periods[index]?.month ?? '' }])),
  );
  const standing = new Set<Draft>();
  const months = [...groupBy(entries, ({ month }) => month)].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [, together] of months) {
    const adjusted = padjust(together.map(({ value }) => value), 'bh', together.length);
    for (const [position, { owner, index }] of together.entries()) {
      const stands = (adjusted[position] ?? 1) <= FALSE_DISCOVERY_RATE;
      owner.confirmed[index] = stands && !standing.has(owner);
      if (stands) standing.add(owner);
      else if ((adjusted[position] ?? 1) > LET_GO) standing.delete(owner);
    }
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
