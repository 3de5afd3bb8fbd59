import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInAmsterdam } from '../period/local-date.js';
import { PITFALL_CODES, type NoticedPitfall } from '../role-model/pitfall.js';
import { UNANSWERED } from '../reflection/reflection-fields.js';
import { blockCounts } from './catalogue.js';
import { CHILD_ATTENTION_COMPLETE, CHILD_ATTENTION_NO, CHILD_ATTENTION_UNKNOWN, CONSIDERED, FLAGGED, is, MINORS, noticed } from './count.js';
import type { RecordedReflection } from './measure.js';

const reflectedOn = dateInAmsterdam(new Date('2026-05-04T12:00:00Z'));

function recorded(answers: Partial<RecordedReflection>): RecordedReflection {
  return { ...UNANSWERED, reflectedOn, ...answers };
}

/** The keys under which blocks count a reflection. */
function keysOf(pitfalls: readonly NoticedPitfall[] | null): string[] {
  return blockCounts().filter((count) => count.counts(recorded({ pitfalls }))).map((count) => count.key);
}

const pitfallLists = fc.shuffledSubarray([...PITFALL_CODES]).map((codes) => codes.map((pitfall): NoticedPitfall => ({ pitfall, subtype: null })));

describe('the counts of blocks', () => {
  it('post one true count once: no key occurs twice', () => {
    const keys = blockCounts().map((count) => count.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(PITFALL_CODES.length + 2);
  });

  it('count a reflection in which pitfalls were not filled in nowhere', () => {
    expect(keysOf(null)).toEqual([]);
  });

  it('count "considered, none noticed" as considered and as nothing else', () => {
    expect(keysOf([])).toEqual([CONSIDERED.key]);
  });

  it('count a reflection once for every pitfall in it, with whatever sub-type, and once as any', () => {
    fc.assert(
      fc.property(pitfallLists, (pitfalls) => {
        const expected = [CONSIDERED.key, ...(pitfalls.length > 0 ? [FLAGGED.key] : []), ...pitfalls.map((item) => noticed(item.pitfall).key)];
        expect(keysOf(pitfalls).sort()).toEqual(expected.sort());
      }),
    );
    expect(keysOf([{ pitfall: 'PRESCRIBED', subtype: 'BY_CLIENT' }])).toContain(noticed('PRESCRIBED').key);
  });
});

describe('attention for children', () => {
  const answers = fc.record({
    minorsInvolved: fc.constantFrom(true, false, null),
    childSeen: fc.constantFrom(true, false, null),
    childSpoken: fc.constantFrom('yes', 'no', 'too_young', null),
    childSafetyDiscussed: fc.constantFrom(true, false, null),
  });

  it('is complete, no or not known for each reflection with minors, exactly one of them, and nothing without', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const reflection = recorded(given);
        const parts = [CHILD_ATTENTION_COMPLETE, CHILD_ATTENTION_NO, CHILD_ATTENTION_UNKNOWN].filter((count) => count.counts(reflection));
        expect(parts).toHaveLength(MINORS.counts(reflection) ? 1 : 0);
      }),
    );
  });

  it('takes a child that is too young to be spoken to for spoken to, and unknown never for no', () => {
    const seen = { minorsInvolved: true, childSeen: true, childSafetyDiscussed: true } as const;
    expect(CHILD_ATTENTION_COMPLETE.counts(recorded({ ...seen, childSpoken: 'too_young' }))).toBe(true);
    expect(CHILD_ATTENTION_NO.counts(recorded({ ...seen, childSpoken: null }))).toBe(false);
    expect(CHILD_ATTENTION_UNKNOWN.counts(recorded({ ...seen, childSpoken: null }))).toBe(true);
  });
});

describe('a count of values', () => {
  it('never counts what was not answered', () => {
    expect(is('roleTaking', 1, 2, 3).counts(recorded({ roleTaking: null }))).toBe(false);
    expect([1, 2, 3, 4, 5].filter((roleTaking) => is('roleTaking', 1, 2, 3).counts(recorded({ roleTaking })))).toEqual([1, 2, 3]);
  });
});
