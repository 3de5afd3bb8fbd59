import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATALOGUE } from '../measure/catalogue.js';
import type { Measure, ReflectionHours } from '../measure/measure.js';
import { addMonths, parseMonth, type Month } from '../period/month.js';
import { REFLECTED_ON } from '../../testing/arbitrary-reflection.js';
import { UNANSWERED } from '../reflection/reflection-fields.js';
import { closeHours, closeHoursWithin, type HoursPosting } from './close-hours.js';
import { HOURS_UNDER_POWERLESSNESS } from '../measure/count.js';
import type { LedgerBlock, SnapshotReflection } from './close-ledgers.js';

const MEASURES = CATALOGUE.filter((measure: Measure): measure is ReflectionHours => measure.kind === 'reflection-hours').slice(0, 2);

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

/** One reflection for each grant: hours, and whether powerlessness was felt. */
function block(number: number, granted: readonly (readonly [number, boolean])[]): LedgerBlock {
  const reflections = granted.map(([extraHours, powerlessnessFelt], index): SnapshotReflection => ({
    contributor: `c${index}`,
    careCase: `f${index}`,
    reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, extraHours, powerlessnessFelt },
  }));
  return { number, closedIn: addMonths(month('2026-01'), 3 * number), reflections };
}

const grants = (length: number, hours: number, felt: boolean) => Array.from({ length }, () => [hours, felt] as const);

function closeAll(blocks: readonly LedgerBlock[]): HoursPosting[] {
  const posted: HoursPosting[] = [];
  blocks.forEach((_, index) => posted.push(...closeHours(MEASURES, blocks.slice(0, index + 1), posted)));
  return posted;
}

describe('closeHours', () => {
  it('posts all hours and, inside them, those under powerlessness', () => {
    expect(closeAll([block(1, [...grants(6, 4, false), ...grants(6, 3, true)])])).toEqual([
      { measure: 'EXTRA_HOURS', firstBlock: 1, lastBlock: 1, hours: 40 },
      { measure: 'EXTRA_HOURS_POWERLESSNESS', firstBlock: 1, lastBlock: 1, hours: 20 },
    ]);
  });

  it('lets the inner sum wait when what lies between would tell on somebody, and posts it over both blocks later', () => {
    const posted = closeAll([block(1, [...grants(1, 4, false), ...grants(6, 3, true)]), block(2, [...grants(6, 4, false), ...grants(6, 3, true)])]);
    expect(posted).toEqual([
      { measure: 'EXTRA_HOURS', firstBlock: 1, lastBlock: 1, hours: 20 },
      { measure: 'EXTRA_HOURS', firstBlock: 2, lastBlock: 2, hours: 40 },
      { measure: 'EXTRA_HOURS_POWERLESSNESS', firstBlock: 1, lastBlock: 2, hours: 35 },
    ]);
  });

  it('waits when one holder is a giant', () => {
    expect(closeAll([block(1, [...grants(1, 300, false), ...grants(6, 2, false)])])).toEqual([]);
  });

  it('posts the inner sum over whole postings of the outer one only', () => {
    const grant = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.array(grant, { maxLength: 14 }), { minLength: 1, maxLength: 8 }), (all) => {
        const posted = closeAll(all.map((granted, index) => block(index + 1, granted)));
        const outer = posted.filter(({ measure }) => measure === 'EXTRA_HOURS');
        for (const inner of posted.filter(({ measure }) => measure === 'EXTRA_HOURS_POWERLESSNESS')) {
          expect(outer.map(({ lastBlock }) => lastBlock)).toContain(inner.lastBlock);
          expect(outer.filter(({ firstBlock, lastBlock }) => firstBlock < inner.firstBlock && lastBlock >= inner.firstBlock)).toEqual([]);
        }
      }),
    );
  });
});

describe('a sum of hours whose surrounding sum lost a block', () => {
  it('waits for the next whole posting of it, so that no difference can be formed over a part of one', () => {
    const blocks = [1, 2, 3].map((number) => block(number, [...grants(6, 4, false), ...grants(6, 3, true)]));
    const posted: HoursPosting[] = [{ measure: 'EXTRA_HOURS', firstBlock: 1, lastBlock: 2, hours: 85 }];
    expect(closeHours(MEASURES, blocks.slice(1), posted)).toEqual([
      { measure: 'EXTRA_HOURS', firstBlock: 3, lastBlock: 3, hours: 40 },
      { measure: 'EXTRA_HOURS_POWERLESSNESS', firstBlock: 3, lastBlock: 3, hours: 20 },
    ]);
  });
});

describe('closeHoursWithin', () => {
  const [unacknowledged] = CATALOGUE.filter((measure: Measure): measure is ReflectionHours => measure.kind === 'reflection-hours').slice(2);
  if (unacknowledged === undefined) throw new Error('no hours that were not acknowledged');

  function underPowerlessness(number: number, granted: readonly (readonly [hours: number, isAcknowledged: boolean])[]): LedgerBlock {
    const reflections = granted.map(([extraHours, powerlessnessAcknowledged], index): SnapshotReflection => ({
      contributor: `c${index}`,
      careCase: `f${index}`,
      reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, extraHours, powerlessnessFelt: true, powerlessnessAcknowledged },
    }));
    return { number, closedIn: addMonths(month('2026-01'), 3 * number), reflections };
  }

  it('posts over all the blocks it is given when the sum, what is around it and what lies between are safe', () => {
    const blocks = [underPowerlessness(4, [...grants(6, 4, false), ...grants(6, 3, true)]), underPowerlessness(5, grants(6, 2, false))];
    expect(closeHoursWithin(unacknowledged, HOURS_UNDER_POWERLESSNESS, blocks)).toEqual({ measure: unacknowledged.code, firstBlock: 4, lastBlock: 5, hours: 35 });
  });

  it.each([
    ['nothing lies between', grants(8, 4, false)],
    ['what lies between is one holder', [...grants(8, 4, false), ...grants(1, 4, true)]],
    ['four professionals hold the sum', [...grants(4, 4, false), ...grants(8, 4, true)]],
    ['nothing was granted', []],
  ])('posts nothing where %s', (_, granted) => {
    expect(closeHoursWithin(unacknowledged, HOURS_UNDER_POWERLESSNESS, [underPowerlessness(1, granted)])).toBeNull();
  });
});
