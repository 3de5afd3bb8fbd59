import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers, REFLECTED_ON } from '../../testing/arbitrary-reflection.js';
import { PITFALL_CODES } from '../role-model/pitfall.js';
import { REFLECTION_FIELD_NAMES, UNANSWERED } from '../reflection/reflection-fields.js';
import { blockCounts, blockMeasures, CATALOGUE, findMeasure } from './catalogue.js';
import type { ReflectionShare } from './measure.js';

const SHARES = CATALOGUE.filter((measure): measure is ReflectionShare => measure.kind === 'reflection-share');

/** Made from the rules of the fields, so that a measure of any answer has something to count. */
const reflections = arbitraryAnswers();
const SAMPLE = fc.sample(reflections, { numRuns: 2_000, seed: 7 });

describe('the catalogue', () => {
  it('never makes a pitfall, a role or a context good or bad', () => {
    const neutral = CATALOGUE.filter((measure) => /^(PITFALL|ROLE|INFLUENCE|AGENCY|BOUNDARY|REFERRAL_MISMATCH|INVISIBLE)/.test(measure.code));
    expect(neutral.filter((measure) => measure.direction !== 'neutral')).toEqual([]);
    expect(findMeasure('PARTICIPATION')).toMatchObject({ direction: 'none', signalPeriod: null });
  });

  it.each(SHARES)('counts in the numerator of $code only what its denominator counts, for whatever was recorded', ({ numerator, denominator }) => {
    fc.assert(fc.property(reflections, (reflection) => !numerator.counts(reflection) || denominator.counts(reflection)));
  });

  it.each(SHARES)('counts nothing for $code in a reflection in which nothing was answered', ({ numerator, denominator }) => {
    const nothing = { ...UNANSWERED, reflectedOn: REFLECTED_ON };
    expect([numerator.counts(nothing), denominator.counts(nothing)]).toEqual([false, false]);
  });

  it.each(SHARES)('counts something for $code, and not everything', ({ numerator, denominator }) => {
    const counted = SAMPLE.filter((reflection) => numerator.counts(reflection)).length;
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThan(SAMPLE.filter((reflection) => denominator.counts(reflection)).length);
  });

  it('posts the shortfall of every share of which more is better, and the count of every other', () => {
    const wrong = SHARES.filter((measure) => (measure.posting === 'shortfall') !== (measure.direction === 'up-is-better'));
    expect(wrong).toEqual([]);
  });

  it('shows the rare measures of high harm per half-year and as a band', () => {
    const rare = CATALOGUE.filter((measure) => measure.isRare);
    expect(rare.map((measure) => measure.code)).toEqual(['PITFALL_SECRECY', 'PITFALL_INVISIBLE_CHILD', 'INVISIBLE_CHILD_ALERTS']);
    expect(rare.every((measure) => measure.grain.period === 'half-year' && measure.chart === 'rare-band')).toBe(true);
  });

  it.each(SHARES)('posts for $code the numerator itself, or exactly what lacks of the denominator', ({ posting, posted, numerator, denominator }) => {
    fc.assert(
      fc.property(reflections, (reflection) => {
        const lacks = denominator.counts(reflection) && !numerator.counts(reflection);
        expect(posted.counts(reflection)).toBe(posting === 'shortfall' ? lacks : numerator.counts(reflection));
      }),
    );
    expect(posted.posting.as).toBe('count');
  });

  it('posts one set of reflections one way, under one key', () => {
    const byKey = new Map<string, Set<string>>();
    for (const { denominator, posted } of SHARES) {
      for (const { key, posting } of [denominator, posted]) byKey.set(key, (byKey.get(key) ?? new Set()).add(posting.as));
    }
    expect([...byKey].filter(([, ways]) => ways.size > 1)).toEqual([]);
  });

  it('makes every denominator from postings: a number missing, a count, or the difference of two that are posted themselves', () => {
    const posted = new Set(SHARES.flatMap(({ denominator, posted: count }) => [denominator.key, count.key]));
    const differences = SHARES.flatMap(({ denominator }) => (denominator.posting.as === 'difference' ? [denominator] : []));
    expect(differences.map(({ key }) => key)).toEqual(['known:questionsCompared-questionsCompared:not_compared']);
    for (const { posting } of differences) {
      if (posting.as === 'difference') expect([posting.whole.key, posting.less.key].every((key) => posted.has(key))).toBe(true);
    }
  });

  it('divides what it posts into parts, each reflection of it in exactly one', () => {
    const partitions = SHARES.flatMap(({ code, partition }) => (partition === null ? [] : [{ code, ...partition }]));
    expect(partitions.map(({ code, of, posted, difference }) => [code, of.key, posted.map(({ count }) => count.key), difference.count.key])).toEqual([
      ['CHILD_ATTENTION', 'child-attention:incomplete', ['child-attention:no'], 'child-attention:unknown'],
    ]);
    fc.assert(
      fc.property(reflections, (reflection) => {
        for (const { of, posted, difference } of partitions) {
          const parts = [...posted, difference].filter(({ count }) => count.counts(reflection));
          expect(parts).toHaveLength(of.counts(reflection) ? 1 : 0);
        }
      }),
    );
  });

  it('nests the hours: unacknowledged within powerlessness within all', () => {
    const hours = CATALOGUE.flatMap((measure) => (measure.kind === 'reflection-hours' ? [measure] : []));
    expect(hours.map(({ hoursOf, nestedIn }) => [hoursOf.key, nestedIn?.key ?? null])).toEqual([
      ['hours:granted', null],
      ['hours:powerlessness', 'hours:granted'],
      ['hours:unacknowledged', 'hours:powerlessness'],
    ]);
    fc.assert(
      fc.property(reflections, (reflection) => hours.every(({ hoursOf, nestedIn }) => !hoursOf.counts(reflection) || nestedIn === null || nestedIn.counts(reflection))),
    );
    expect(hours.every(({ per }) => per.posting.as === 'missing')).toBe(true);
  });

  it('uses one key for one set of reflections', () => {
    const counts = SHARES.flatMap(({ numerator, denominator, posted }) => [numerator, denominator, posted]);
    fc.assert(
      fc.property(reflections, (reflection) => {
        const answers = new Map<string, boolean>();
        return counts.every((count) => {
          const before = answers.get(count.key) ?? count.counts(reflection);
          answers.set(count.key, before);
          return before === count.counts(reflection);
        });
      }),
    );
  });

  it('publishes blocks with shares of whole blocks only: a share of a part needs a ledger of its own', () => {
    expect(blockMeasures().map((measure) => measure.code)).toEqual([...PITFALL_CODES.map((code) => `PITFALL_${code}`), 'PITFALL_ANY']);
  });
});

describe('findMeasure', () => {
  it('finds every measure by its code, in any case of letters', () => {
    for (const measure of CATALOGUE) {
      expect(findMeasure(measure.code)).toBe(measure);
      expect(findMeasure(measure.code.toLowerCase())).toBe(measure);
    }
  });

  it.each(['', 'PITFALL_', 'COALITION', 'PITFALL_LATENESS', ' PITFALL_ANY', 'noticed:any', 'toString'])('finds nothing for %j', (code) => {
    expect(findMeasure(code)).toBeNull();
  });
});

describe('a reflection in which nothing was answered', () => {
  it('has every field of the contract, each of them unknown', () => {
    expect(Object.keys(UNANSWERED)).toEqual(REFLECTION_FIELD_NAMES);
    expect(Object.values(UNANSWERED).every((value) => value === null)).toBe(true);
    expect(blockCounts().some((count) => count.counts({ ...UNANSWERED, reflectedOn: REFLECTED_ON }))).toBe(false);
  });
});
