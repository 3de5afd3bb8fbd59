import { calendarPeriodOf, type CalendarPeriod } from '../period/calendar-period.js';
import { addMonths, monthsInRange, type Month } from '../period/month.js';
import type { PublishedCell } from './published-cell.js';
import type { LedgerFigure } from './read-ledger.js';

/** What a place published of one measure, over its ledgers: one for a unit, one for each unit of a wider place. */
export interface PublishedSource {
  readonly figures: readonly LedgerFigure[];
  /** Closed months in which nothing at all was reported. */
  readonly absent: readonly Month[];
  /** First month that could be closed, and the last one that was; null before the first close. */
  readonly closed: { readonly from: Month; readonly through: Month } | null;
  /** The region of the unit at the end of a month; null for ledgers of a wider place. */
  readonly regionAt: ((month: Month) => number) | null;
}

/** How many units a figure covers, of all that the place had in the period. */
export interface UnitCoverage {
  readonly covered: number;
  readonly all: number;
}

/** A figure of one period, of whatever place. */
export interface FigurePeriod {
  /** First month. Of a unit the first one it holds; of a sum over units the first one of the calendar period. */
  readonly from: Month;
  /** Last month, inclusive. */
  readonly through: Month;
  /** First month that any block in it holds; before `from` where a unit's months went together with those of the period before. */
  readonly heldFrom: Month;
  readonly cell: PublishedCell;
  /** n; null where nothing is shown. */
  readonly reflections: number | null;
  /** The parts within what was posted, the difference last; null where nothing is shown. */
  readonly parts: readonly number[] | null;
  /** How many ledgers are added up in the figure, each of which rounds by itself; 0 where nothing is shown. */
  readonly ledgers: number;
  /** Null for a unit, which has nothing to cover, and where a wider ledger shows nothing: its blocks alone say how many units it has. */
  readonly coverage: UnitCoverage | null;
}

/**
 * The figures of one unit, by month, quarter, half-year or year.
 *
 * A figure belongs to the calendar period in which its window closed, and its label says which months it holds. A longer period adds up what
 * was posted in it. Only periods that have ended are given, so that none changes with the next close. A closed month, or longer
 * period, that no figure holds is absent when nothing at all was reported in it, and withheld otherwise: also when only its outcome is not known yet.
 *
 * @returns in order of time, without overlap.
 */
export function unitPeriods({ figures, absent, closed }: PublishedSource, period: CalendarPeriod): readonly FigurePeriod[] {
  if (closed === null) return [];
  const shown = [...byCalendar(figures, period, closed.through).values()].map((own): FigurePeriod => {
    const from = earliest(own);
    return { ...addedUp(own), from, heldFrom: from, through: latest(own), ledgers: 1, coverage: null };
  });
  return inOrder([...shown, ...gaps(shown, new Set(absent), closed, period)]);
}

/**
 * The sums of several units, or of several wider ledgers, by calendar period, each with the units it covers.
 *
 * Everything in it was posted by itself before: nothing is divided anew. A unit belongs to the region in which its window closed.
 *
 * @param region only what closed in this region; null for the whole organisation.
 */
export function placePeriods(sources: readonly PublishedSource[], period: CalendarPeriod, region: number | null): readonly FigurePeriod[] {
  const closed = sources.flatMap((source) => source.closed ?? []);
  const first = closed.map(({ from }) => from).reduce<Month | null>((least, month) => (least === null || month < least ? month : least), null);
  const last = closed.map(({ through }) => through).reduce<Month | null>((most, month) => (most === null || month > most ? month : most), null);
  if (first === null || last === null) return [];
  const grouped = sources.map((source) => ({ source, figures: byCalendar(source.figures.filter((figure) => region === null || figure.region === null || figure.region === region), period, last) }));
  return calendarPeriods(period, first, last).map((calendar) => sumOf(grouped.map(({ source, figures }) => ({ source, figures: figures.get(calendar.from) ?? [] })), calendar, region));
}

interface CalendarMonths {
  readonly from: Month;
  readonly through: Month;
}

/** Every calendar period that has ended by a month, from the one in which another lies. */
function calendarPeriods(period: CalendarPeriod, first: Month, last: Month): readonly CalendarMonths[] {
  const found: CalendarMonths[] = [];
  for (let next = calendarPeriodOf(period, first); next.through <= last; next = calendarPeriodOf(period, addMonths(next.through, 1))) found.push(next);
  return found;
}

/** Figures under the first month of the calendar period in which they closed; only of periods that have ended. */
function byCalendar(figures: readonly LedgerFigure[], period: CalendarPeriod, closedThrough: Month): ReadonlyMap<Month, readonly LedgerFigure[]> {
  const grouped = new Map<Month, LedgerFigure[]>();
  for (const figure of figures) {
    const { from, through } = calendarPeriodOf(period, figure.through);
    if (through > closedThrough) continue;
    const own = grouped.get(from);
    if (own === undefined) grouped.set(from, [figure]);
    else own.push(figure);
  }
  return grouped;
}

function sumOf(sources: readonly { readonly source: PublishedSource; readonly figures: readonly LedgerFigure[] }[], { from, through }: CalendarMonths, region: number | null): FigurePeriod {
  const figures = sources.flatMap((one) => one.figures);
  const present = sources.filter(({ source, figures: own }) => own.length > 0 || existsIn(source, { from, through }, region));
  const coverage = coverageOf(present, figures);
  if (figures.length > 0) {
    const first = earliest(figures);
    const ledgers = sources.filter((one) => one.figures.length > 0).length;
    return { ...addedUp(figures), from, through, heldFrom: first < from ? first : from, ledgers, coverage };
  }
  const isAbsent = present.length > 0 && present.every(({ source }) => closedMonths(source, { from, through }).every((month) => source.absent.includes(month)));
  return { from, through, heldFrom: from, cell: { state: isAbsent ? 'absent' : 'withheld' }, reflections: null, parts: null, ledgers: 0, coverage };
}

/** A unit's own ledger counts for one; a wider ledger says itself how many units are in it. */
function coverageOf(present: readonly { readonly source: PublishedSource; readonly figures: readonly LedgerFigure[] }[], figures: readonly LedgerFigure[]): UnitCoverage | null {
  if (present.every(({ source }) => source.regionAt !== null)) {
    return { covered: present.filter(({ figures: own }) => own.length > 0).length, all: present.length };
  }
  const most = (count: (figure: LedgerFigure) => number): number => present.reduce((sum, { figures: own }) => sum + Math.max(0, ...own.map(count)), 0);
  return figures.length === 0 ? null : { covered: most(({ units }) => units), all: most(({ unitsInPlace }) => unitsInPlace) };
}

/** Whether a source had a month to close in the period, in the region. */
function existsIn(source: PublishedSource, months: CalendarMonths, region: number | null): boolean {
  if (closedMonths(source, months).length === 0) return false;
  return region === null || source.regionAt === null || source.regionAt(months.through) === region;
}

function closedMonths({ closed }: PublishedSource, { from, through }: CalendarMonths): readonly Month[] {
  if (closed === null) return [];
  return monthsInRange(closed.from > from ? closed.from : from, addMonths(closed.through < through ? closed.through : through, 1));
}

type Sum = Pick<FigurePeriod, 'cell' | 'reflections' | 'parts'>;

function addedUp(figures: readonly LedgerFigure[]): Sum {
  const total = (count: (figure: LedgerFigure) => number): number => figures.reduce((sum, figure) => sum + count(figure), 0);
  const parts = figures[0]?.parts.map((_, index) => total((figure) => figure.parts[index] ?? 0)) ?? [];
  return { cell: { state: 'shown', numerator: total(({ numerator }) => numerator), denominator: total(({ denominator }) => denominator) }, reflections: total(({ reflections }) => reflections), parts };
}

/** Ended calendar periods of which no month is in a figure that closed in them, or in one that closed later. */
function gaps(shown: readonly FigurePeriod[], absent: ReadonlySet<Month>, closed: CalendarMonths, period: CalendarPeriod): readonly FigurePeriod[] {
  return calendarPeriods(period, closed.from, closed.through).flatMap((calendar): FigurePeriod[] => {
    if (shown.some(({ through }) => calendarPeriodOf(period, through).from === calendar.from)) return [];
    const from = calendar.from < closed.from ? closed.from : calendar.from;
    const open = monthsInRange(from, addMonths(calendar.through, 1)).filter((month) => !shown.some((figure) => figure.from <= month && month <= figure.through));
    const [first, last] = [open[0], open.at(-1)];
    if (first === undefined || last === undefined) return [];
    const state = open.every((month) => absent.has(month)) ? 'absent' : 'withheld';
    return [{ from: first, through: last, heldFrom: first, cell: { state }, reflections: null, parts: null, ledgers: 0, coverage: null }];
  });
}

function inOrder(periods: readonly FigurePeriod[]): readonly FigurePeriod[] {
  return [...periods].sort((one, other) => (one.through < other.through ? -1 : 1));
}

function earliest(figures: readonly LedgerFigure[]): Month {
  return figures.map(({ from }) => from).reduce((least, month) => (month < least ? month : least));
}

function latest(figures: readonly LedgerFigure[]): Month {
  return figures.map(({ through }) => through).reduce((most, month) => (month > most ? month : most));
}
