import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryReflection, REFLECTED_ON } from '../../testing/arbitrary-reflection.js';
import { CATALOGUE, findMeasure } from '../measure/catalogue.js';
import { MANY_AGENCIES } from '../measure/count.js';
import { UNANSWERED } from '../reflection/reflection-fields.js';
import { PITFALLS } from '../role-model/pitfall.js';
import { breakableCounts, findBreakdowns, partKey } from './breakdown-list.js';
import { NOT_KNOWN, type Breakdown, type UnitContext } from './breakdown.js';

const BREAKDOWNS = findBreakdowns();
const reflections = arbitraryReflection();
const units: fc.Arbitrary<UnitContext> = fc.record({ careForm: fc.constantFrom('support', 'treatment', 'day_care', 'toString', null) });
/** Made once: making a reflection costs more than dividing it. */
const SAMPLE = fc.sample(fc.tuple(reflections, units), { numRuns: 1_500, seed: 11 });
const SOME_UNIT: UnitContext = { careForm: 'support' };

function breakdown(code: string): Breakdown {
  const found = BREAKDOWNS.find((item) => item.code === code);
  if (found === undefined) throw new Error(`no breakdown ${code}`);
  return found;
}

describe('the breakdowns', () => {
  it('are those of the domain, each once', () => {
    expect(BREAKDOWNS.map(({ code }) => code)).toEqual([
      'CARE_FORM', 'LEGAL_FRAME', 'REFERRER', 'TARGET_GROUP', 'AGENCIES',
      'SUBTYPE_COALITION', 'SUBTYPE_TRIANGULATION', 'SUBTYPE_PRESCRIBED', 'SUBTYPE_POWERLESSNESS', 'SUBTYPE_INVISIBLE_CHILD',
      'HOURS_BY_GRANTER', 'HOURS_BY_REASON', 'HOURS_BY_EFFECT',
    ]);
  });

  it.each(BREAKDOWNS)('divide all reflections of the whole of $code, each into exactly one known category', ({ of, categories, categoryOf }) => {
    const codes = categories.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const divided = SAMPLE.filter(([reflection]) => of.counts(reflection));
    expect(divided.length).toBeGreaterThan(200);
    for (const [reflection, unit] of divided) expect(codes).toContain(categoryOf(reflection, unit));
  });

  it('divide every reflection, whatever was recorded', () => {
    fc.assert(
      fc.property(reflections, units, (reflection, unit) => {
        for (const { of, categories, categoryOf } of BREAKDOWNS) {
          if (of.counts(reflection)) expect(categories.filter(({ code }) => code === categoryOf(reflection, unit))).toHaveLength(1);
        }
      }),
    );
  });

  it.each(BREAKDOWNS)('leave no category of $code that nothing can fall into', (item) => {
    const met = new Set(SAMPLE.filter(([reflection]) => item.of.counts(reflection)).map(([reflection, unit]) => item.categoryOf(reflection, unit)));
    // Granter and reason are required with hours, so that "not known" only holds what came in before a rule.
    const always = ['HOURS_BY_GRANTER', 'HOURS_BY_REASON'].includes(item.code) ? [NOT_KNOWN] : [];
    expect(item.categories.map(({ code }) => code).filter((code) => !met.has(code))).toEqual(always);
  });

  it.each(BREAKDOWNS)('have "not known" as the last category of $code, and put there what was not filled in', (item) => {
    expect(item.categories.at(-1)?.code).toBe(NOT_KNOWN);
    expect(item.categoryOf({ ...UNANSWERED, reflectedOn: REFLECTED_ON }, { careForm: null })).toBe(NOT_KNOWN);
  });

  it.each(BREAKDOWNS)('say $code in both languages, without a code on screen', ({ name, caution, categories }) => {
    for (const { nl, en } of [name, caution, ...categories.map((category) => category.name)]) {
      for (const text of [nl, en]) expect(text).toMatch(/^\S(.*\S)?$/u);
      expect(`${nl} ${en}`).not.toMatch(/[A-Z]{2,}_|\p{L}_\p{L}|undefined|null/u);
    }
    expect(caution.nl).not.toBe(caution.en);
    expect([caution.nl.at(-1), caution.en.at(-1)]).toEqual(['.', '.']);
  });

  it('are never finer than a quarter, and below the region only for the context of all reflections', () => {
    expect(BREAKDOWNS.filter(({ grain }) => grain.period === 'month')).toEqual([]);
    expect(BREAKDOWNS.filter(({ grain }) => grain.place === 'team').map(({ code }) => code)).toEqual(['LEGAL_FRAME', 'REFERRER', 'TARGET_GROUP', 'AGENCIES']);
  });
});

describe('what a breakdown may be applied to', () => {
  it('is the counts over the block and minors, for the context of all reflections', () => {
    const keys = breakableCounts(breakdown('LEGAL_FRAME')).map(({ count }) => count.key);
    expect(keys).toEqual([...CATALOGUE.slice(0, 11).map((measure) => (measure.kind === 'reflection-share' ? measure.numerator.key : '')), 'minorsInvolved:true']);
  });

  it('is never a measure over a part, with one exception: referral mismatch by referrer, for the organisation', () => {
    const parts = CATALOGUE.flatMap((measure) => (measure.kind === 'reflection-share' && measure.over === 'part' ? [measure.numerator.key] : []));
    expect(BREAKDOWNS.flatMap((item) => breakableCounts(item)).filter(({ count }) => parts.includes(count.key))).toEqual([]);
    const exceptions = BREAKDOWNS.flatMap(({ code, exceptions: list }) => list.map(({ measure, grain }) => [code, measure, grain.place]));
    expect(exceptions).toEqual([['REFERRER', 'REFERRAL_MISMATCH', 'organisation']]);
    expect(exceptions.every(([, measure = '']) => findMeasure(measure) !== null)).toBe(true);
  });

  it('says which counts are rare, so that they are not divided below the organisation', () => {
    expect(breakableCounts(breakdown('REFERRER')).filter(({ isRare }) => isRare).map(({ count }) => count.key)).toEqual(['noticed:SECRECY', 'noticed:INVISIBLE_CHILD']);
    expect(breakdown('SUBTYPE_INVISIBLE_CHILD').grain).toEqual({ place: 'organisation', period: 'quarter' });
    expect(breakdown('SUBTYPE_POWERLESSNESS').grain).toEqual({ place: 'region', period: 'quarter' });
  });

  it('is the flagged for sub-types, and the hours for hours', () => {
    expect(breakableCounts(breakdown('SUBTYPE_PRESCRIBED')).map(({ count }) => count.key)).toEqual(['noticed:PRESCRIBED']);
    expect(breakableCounts(breakdown('HOURS_BY_REASON'))).toEqual([]);
  });

  it('has a key of its own for every part of every count', () => {
    const keys = BREAKDOWNS.flatMap((item) => breakableCounts(item).flatMap(({ count }) => item.categories.map(({ code }) => partKey(item, code, count))));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the number of agencies', () => {
  it('has a band that is exactly what the measure of many agencies counts', () => {
    const { categoryOf } = breakdown('AGENCIES');
    fc.assert(fc.property(reflections, (reflection) => (categoryOf(reflection, SOME_UNIT) === '6+') === MANY_AGENCIES.counts(reflection)));
  });

  it('has edges at 2, 5 and 6', () => {
    const bandOf = (agenciesInvolved: number) => breakdown('AGENCIES').categoryOf({ ...UNANSWERED, reflectedOn: REFLECTED_ON, agenciesInvolved }, SOME_UNIT);
    expect([0, 2, 3, 5, 6, 50].map(bandOf)).toEqual(['0-2', '0-2', '3-5', '3-5', '6+', '6+']);
  });
});

describe('the form of care', () => {
  it('comes with the unit; one that Rolvast has no word for is another, and a unit of several is not known', () => {
    const formOf = (careForm: string | null) => breakdown('CARE_FORM').categoryOf({ ...UNANSWERED, reflectedOn: REFLECTED_ON }, { careForm });
    expect(['support', 'treatment', 'day_care', 'constructor', null].map(formOf)).toEqual(['support', 'treatment', 'other', 'other', NOT_KNOWN]);
  });
});

describe('a sub-type that was taken out of the model', () => {
  it('counts as not known, so that the parts still make up the whole', () => {
    const without = findBreakdowns({ ...PITFALLS, PRESCRIBED: { ...PITFALLS.PRESCRIBED, subtypes: { BY_CLIENT: PITFALLS.PRESCRIBED.name } } });
    const found = without.find(({ code }) => code === 'SUBTYPE_PRESCRIBED');
    const reflection = { ...UNANSWERED, reflectedOn: REFLECTED_ON, pitfalls: [{ pitfall: 'PRESCRIBED', subtype: 'BY_PROFESSIONAL' }] } as const;
    expect(found?.categoryOf(reflection, SOME_UNIT)).toBe(NOT_KNOWN);
  });
});
