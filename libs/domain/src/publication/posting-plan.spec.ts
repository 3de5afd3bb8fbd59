import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATALOGUE } from '../measure/catalogue.js';
import { CONSIDERED, is, MINORS } from '../measure/count.js';
import { TEAM_MONTH } from '../measure/grain.js';
import { share } from '../measure/reflection-share.js';
import { arbitraryReflection } from '../../testing/arbitrary-reflection.js';
import { postingPlan } from './posting-plan.js';

const summary = (place: 'team' | 'region' | 'organisation') => {
  const { counts, parts } = postingPlan(CATALOGUE, place);
  return {
    counts: counts.map(({ key, period }) => `${key} per ${period}`),
    parts: parts.map(({ key, size, closesLater, outcomes }) => `${key} of ${size.key}${closesLater > 0 ? `, ${closesLater} later` : ''}: ${outcomes.map((outcome) => `${outcome.key}${outcome.inside === null ? '' : ` in ${outcome.inside}`}`).join(' | ')}`),
  };
};

describe('what a team posts', () => {
  it('is every denominator once, every pitfall, and each part with its outcomes', () => {
    expect(summary('team')).toMatchSnapshot();
  });

  it('has no count under two keys and no key twice', () => {
    const { counts, parts } = postingPlan(CATALOGUE, 'team');
    const keys = [...counts.map(({ key }) => key), ...parts.flatMap(({ outcomes }) => outcomes.map(({ key }) => key))];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('what a region and the organisation post', () => {
  it('is what has no finer place, and the rare counts once more', () => {
    expect(summary('region')).toMatchSnapshot();
    expect(summary('organisation')).toMatchSnapshot();
  });
});

describe('every plan', () => {
  const plans = (['team', 'region', 'organisation'] as const).map((place) => postingPlan(CATALOGUE, place));

  it('reads the size of each part from a count that some place posts', () => {
    const posted = new Set(plans.flatMap(({ counts }) => counts.map(({ key }) => key)));
    for (const { parts } of plans) for (const { size } of parts) expect(posted).toContain(size.key);
  });

  it('counts nothing that it does not run over, and lets an inner outcome hold only where the outer one does', () => {
    fc.assert(
      fc.property(arbitraryReflection(), (reflection) => {
        for (const { counts, parts } of plans) {
          for (const planned of counts) expect(planned.counts(reflection)).toBeLessThanOrEqual(planned.over(reflection));
          for (const part of parts) {
            for (const outcome of part.outcomes) {
              if (outcome.counts(reflection)) expect(part.includes(reflection)).toBe(true);
              const outer = part.outcomes.find(({ key }) => key === outcome.inside);
              if (outer !== undefined && outcome.counts(reflection)) expect(outer.counts(reflection)).toBe(true);
              for (const key of outcome.beside) expect(outcome.counts(reflection) && part.outcomes.find((other) => other.key === key)?.counts(reflection) === true).toBe(false);
            }
          }
        }
      }),
    );
  });

  it('names, for every count over blocks, the wider count of the same place inside which it lies', () => {
    const some = fc.sample(arbitraryReflection(), { numRuns: 500, seed: 1 });
    for (const { counts } of plans) {
      const once = counts.filter(({ over }) => some.every((reflection) => over(reflection) <= 1));
      for (const inner of once) {
        const wider = once.filter((outer) => outer !== inner && some.every((reflection) => inner.counts(reflection) <= outer.counts(reflection)));
        // What units post of the wider count stands in no plan of a wider place.
        const named = counts.filter(({ key }) => key === inner.inside);
        expect({ key: inner.key, inside: wider.map(({ key }) => key) }).toEqual({ key: inner.key, inside: named.map(({ key }) => key) });
        for (const outer of wider) expect(counts.indexOf(outer)).toBeLessThan(counts.indexOf(inner));
      }
    }
  });

  it('holds a new measure over a part as soon as the catalogue does', () => {
    const extra = share({
      ...{ code: 'EXTRA', direction: 'neutral', grain: TEAM_MONTH, neededFirstBy: ['director'], over: 'part', numerator: is('childSeen', true), denominator: MINORS },
      name: { nl: 'a', en: 'b' },
      definition: { nl: 'a', en: 'b' },
      caution: { nl: 'a', en: 'b' },
    });
    const part = postingPlan([...CATALOGUE, extra], 'team').parts.find(({ key }) => key === `part:${MINORS.key}@month`);
    expect(part?.outcomes.map(({ key }) => key)).toContain(extra.posted.key);
  });

  it('posts what was considered as the number missing', () => {
    expect(postingPlan(CATALOGUE, 'team').counts[0]?.key).toBe(`missing:${CONSIDERED.key}`);
  });
});
