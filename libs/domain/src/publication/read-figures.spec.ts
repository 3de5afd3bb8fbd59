import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryReflection } from '../../testing/arbitrary-reflection.js';
import { publishInMemory, type PublishedInMemory } from '../../testing/published-unit.js';
import { CATALOGUE } from '../measure/catalogue.js';
import { CALENDAR_PERIODS } from '../period/calendar-period.js';
import { addMonths, monthsInRange, parseMonth, type Month } from '../period/month.js';
import { figureGrain, figurePeriods } from './figure-grain.js';
import { regionAt } from './published-ledger.js';
import { placePeriods, unitPeriods, type FigurePeriod, type PublishedSource } from './read-figures.js';
import { readLedger, type LedgerMeasure } from './read-ledger.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

const FROM = month('2025-02');
const MONTHS = monthsInRange(FROM, addMonths(FROM, 17));
const THROUGH = addMonths(FROM, MONTHS.length - 1);

const OF_TEAM: readonly LedgerMeasure[] = CATALOGUE.flatMap((measure) => {
  const isPosted = measure.kind === 'reflection-share' || measure.kind === 'reflection-hours' || measure.kind === 'field-share';
  return isPosted && figureGrain(measure, 'team') !== null ? [measure] : [];
});

function sourceOf(measure: LedgerMeasure, { ledger, absent }: PublishedInMemory, region: number): PublishedSource {
  const grain = figureGrain(measure, 'team');
  if (grain === null) throw new Error('not of a team');
  return { figures: readLedger(measure, grain.period, ledger), absent, closed: { from: FROM, through: THROUGH }, regionAt: regionAt(ledger.blocks, region) };
}

/** Reflections of every kind, drawn once: what differs between units is which of them each month has. */
const POOL = fc.sample(arbitraryReflection(), 400);

/** Months of every kind: none at all, too few to stand alone, and enough. */
const answers = fc
  .array(fc.tuple(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 5, arbitrary: fc.integer({ min: 14, max: 30 }) }), fc.nat(POOL.length)), { minLength: MONTHS.length, maxLength: MONTHS.length, size: 'max' })
  .map((drawn) => drawn.map(([size, start]) => Array.from({ length: size }, (_, index) => POOL[(start + index) % POOL.length]).filter((one) => one !== undefined)));
const units = fc.tuple(answers, fc.constantFrom(-1, 0, 1)).map(([recorded, carry]) => publishInMemory(MONTHS, recorded, 1, carry));
const RUNS = { numRuns: 8 };

const total = (periods: readonly FigurePeriod[], count: (numerator: number, denominator: number) => number): number =>
  periods.reduce((sum, { cell }) => sum + (cell.state === 'shown' ? count(cell.numerator, cell.denominator) : 0), 0);

describe('the figures of a unit', () => {
  it('follow each other, hold each closed month at most once, and every month of a chart of months', () => {
    fc.assert(
      fc.property(units, (unit) => {
        for (const measure of OF_TEAM) {
          for (const period of figurePeriods(measure, 'team')) {
            const found = unitPeriods(sourceOf(measure, unit, 1), period);
            found.slice(1).forEach(({ from }, index) => expect(from > (found[index]?.through ?? '')).toBe(true));
            const held = found.flatMap(({ from, through }) => monthsInRange(from, addMonths(through, 1)));
            if (period === 'month') expect(held).toEqual(MONTHS);
          }
        }
      }),
      RUNS,
    );
  });

  it('never pass their denominator, and have parts that make up what was posted', () => {
    fc.assert(
      fc.property(units, (unit) => {
        for (const measure of OF_TEAM.filter(({ kind }) => kind !== 'reflection-hours')) {
          for (const { numerator, denominator, parts, reflections } of sourceOf(measure, unit, 1).figures) {
            expect(numerator >= 0 && numerator <= denominator && denominator <= reflections).toBe(true);
            if (measure.kind !== 'reflection-share' || measure.partition === null) continue;
            expect(parts.every((part) => part >= 0)).toBe(true);
            expect(parts.reduce((sum, part) => sum + part, 0)).toBe(measure.posting === 'shortfall' ? denominator - numerator : numerator);
          }
        }
      }),
      RUNS,
    );
  });

  it('stay near the truth: a share is never further off than rounding, the cap and the guard can take it', () => {
    fc.assert(
      fc.property(units, ({ ledger, blocks }) => {
        for (const measure of OF_TEAM) {
          if (measure.kind !== 'reflection-share' || measure.over !== 'block') continue;
          for (const figure of readLedger(measure, measure.grain.period, ledger)) {
            const within = blocks.filter(({ closedIn }) => closedIn >= figure.from && closedIn <= figure.through).flatMap(({ reflections }) => reflections);
            const truth = within.filter(({ reflection }) => measure.numerator.counts(reflection)).length;
            const considered = within.filter(({ reflection }) => measure.denominator.counts(reflection)).length;
            // Posted at most 2 above the truth; below it also what the cap takes, at most 3 of all that were considered.
            expect(figure.numerator - truth).toBeLessThanOrEqual(2);
            expect(truth - figure.numerator).toBeLessThanOrEqual(truth > considered - 4 ? 5 : 2);
            expect(figure.reflections).toBe(within.length);
          }
        }
      }),
      RUNS,
    );
  });

  it('add up: a longer period holds exactly the shorter ones that closed in it', () => {
    fc.assert(
      fc.property(units, (unit) => {
        for (const measure of OF_TEAM) {
          const [finest, ...longer] = figurePeriods(measure, 'team');
          if (finest === undefined) throw new Error('no period');
          const source = sourceOf(measure, unit, 1);
          for (const period of longer) {
            const ended = unitPeriods(source, period).filter(({ cell }) => cell.state === 'shown');
            const last = ended.at(-1)?.through;
            const parts = unitPeriods(source, finest).filter(({ through }) => last !== undefined && through <= last);
            expect([total(ended, (numerator) => numerator), total(ended, (_, denominator) => denominator)]).toEqual([total(parts, (numerator) => numerator), total(parts, (_, denominator) => denominator)]);
          }
        }
      }),
      RUNS,
    );
  });

  it('are withheld where nothing is posted yet, and absent only where nothing was reported', () => {
    fc.assert(
      fc.property(units, (unit) => {
        for (const measure of OF_TEAM.filter(({ grain }) => grain.period === 'month')) {
          for (const { from, cell } of unitPeriods(sourceOf(measure, unit, 1), 'month')) {
            if (cell.state === 'absent') expect(unit.absent).toContain(from);
            if (cell.state === 'withheld') expect(unit.absent).not.toContain(from);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('sums over units', () => {
  it('are the units added up, whatever their regions, and the regions make up the organisation', () => {
    fc.assert(
      fc.property(units, units, units, (one, other, third) => {
        const byRegion: readonly (readonly [PublishedInMemory, number])[] = [[one, 1], [inRegion(other, 1), 1], [inRegion(third, 2), 2]];
        for (const measure of OF_TEAM.filter(({ isRare }) => !isRare)) {
          const sources = byRegion.map(([unit, region]) => sourceOf(measure, unit, region));
          for (const period of CALENDAR_PERIODS.filter((length) => figurePeriods(measure, 'region').includes(length))) {
            const whole = placePeriods(sources, period, null);
            const parts = [1, 2].flatMap((region) => placePeriods(sources, period, region));
            for (const count of [(numerator: number) => numerator, (_: number, denominator: number) => denominator]) expect(total(whole, count)).toBe(total(parts, count));
            for (const { from, coverage } of whole) {
              const regions = parts.filter((part) => part.from === from);
              expect(coverage).toEqual({ covered: regions.reduce((sum, part) => sum + (part.coverage?.covered ?? 0), 0), all: 3 });
            }
          }
        }
      }),
      { numRuns: 3 },
    );
  });
});

function inRegion({ ledger, ...rest }: PublishedInMemory, region: number): PublishedInMemory {
  return { ...rest, ledger: { ...ledger, blocks: ledger.blocks.map((block) => ({ ...block, region })) } };
}
