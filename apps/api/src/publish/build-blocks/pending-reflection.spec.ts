import { describe, expect, it } from '@jest/globals';
import { blockCounts, dateInAmsterdam, PITFALL_CODES, UNANSWERED, type NoticedPitfall } from '@rolvast/domain';
import fc from 'fast-check';
import { decideBlock as decide, type BlockDecision, type PendingReflection } from './pending-reflection.js';

const REFLECTED_ON = dateInAmsterdam(new Date('2026-01-15T12:00:00Z'));
const NOT_FILLED_IN = null;
const NONE_NOTICED: readonly NoticedPitfall[] = [];
const SECRECY: readonly NoticedPitfall[] = [{ pitfall: 'SECRECY', subtype: null }];

function pending(contributor: number, careCase: number, pitfalls: readonly NoticedPitfall[] | null = NONE_NOTICED): PendingReflection {
  return { pseudonym: Buffer.alloc(32), contributor: `contributor ${contributor}`, careCase: `case ${careCase}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, pitfalls } };
}

/** With the counts of the catalogue. */
function decideBlock(waiting: readonly PendingReflection[], professionals: number): BlockDecision {
  return decide(waiting, professionals, blockCounts());
}

/** Ten reflections of five contributors on ten cases: exactly enough. */
const ENOUGH = Array.from({ length: 10 }, (_, index) => pending(index % 5, index));

const reflections = fc.array(
  fc.record({ contributor: fc.nat(6), careCase: fc.nat(12), codes: fc.option(fc.subarray([...PITFALL_CODES])) }).map(({ contributor, careCase, codes }) =>
    pending(contributor, careCase, codes === null ? null : codes.map((pitfall) => ({ pitfall, subtype: null }))),
  ),
  { maxLength: 40 },
);

describe('decideBlock', () => {
  it('says that nothing was reported when nothing waits', () => {
    expect(decideBlock([], 8)).toEqual({ verdict: 'nothing-reported' });
  });

  it('makes a block of exactly enough', () => {
    expect(decideBlock(ENOUGH, 8)).toMatchObject({ verdict: 'safe', block: { reflections: 10 } });
  });

  it.each<[string, readonly PendingReflection[]]>([
    ['nine reflections', ENOUGH.slice(0, 9)],
    ['four contributors', ENOUGH.map((item, index) => ({ ...item, contributor: `contributor ${index % 4}` }))],
    ['seven cases', ENOUGH.map((item, index) => ({ ...item, careCase: `case ${index % 7}` }))],
    ['one contributor with six of ten', ENOUGH.map((item, index) => ({ ...item, contributor: `contributor ${Math.max(0, index - 5)}` }))],
    ['one reflection', ENOUGH.slice(0, 1)],
  ])('lets %s wait and tells no number about it', (_, waiting) => {
    expect(decideBlock(waiting, 8)).toStrictEqual({ verdict: 'below-floor' });
  });

  it('holds back more contributors than a quarter above the professionals of the unit', () => {
    const six = Array.from({ length: 12 }, (_, index) => pending(index % 6, index));
    expect(decideBlock(six, 4)).toStrictEqual({ verdict: 'too-many-contributors' });
    expect(decideBlock(six, 5)).toMatchObject({ verdict: 'safe' });
  });

  it('counts what was noticed, what was considered, and keeps not filled in apart', () => {
    const block = decideBlock(
      ENOUGH.map((item, index) => ({ ...item, reflection: { ...item.reflection, pitfalls: [SECRECY, NONE_NOTICED, NOT_FILLED_IN][index % 3] ?? null } })),
      8,
    );
    if (block.verdict !== 'safe') throw new Error(block.verdict);
    // Of the ten: places 0 3 6 9 noticed, 1 4 7 none noticed, 2 5 8 not filled in.
    expect(block.block.counts.get('noticed:SECRECY')).toBe(4);
    expect(block.block.counts.get('noticed:any')).toBe(4);
    expect(block.block.counts.get('known:pitfalls')).toBe(7);
    expect(block.block.counts.get('noticed:COALITION')).toBe(0);
  });

  it('gives a block every count of the catalogue, each within the reflections', () => {
    fc.assert(
      fc.property(reflections, (waiting) => {
        const decision = decideBlock([...ENOUGH, ...waiting], 100);
        if (decision.verdict !== 'safe') return;
        expect([...decision.block.counts.keys()]).toEqual(blockCounts().map((count) => count.key));
        expect(decision.block.reflections).toBe(ENOUGH.length + waiting.length);
        const considered = decision.block.counts.get('known:pitfalls') ?? Number.NaN;
        expect(considered).toBeLessThanOrEqual(decision.block.reflections);
        for (const count of decision.block.counts.values()) expect(count).toBeLessThanOrEqual(considered);
      }),
    );
  });

  it('decides the same whatever the order in which reflections arrived', () => {
    fc.assert(
      fc.property(reflections, (waiting) => {
        expect(decideBlock([...waiting].reverse(), 6)).toEqual(decideBlock(waiting, 6));
      }),
    );
  });
});
