import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK_FLOOR, judgeBlock, type BlockSize } from './block-floor.js';

const AT_THE_FLOOR: BlockSize = { reflections: 10, professionals: 5, cases: 8, largestProfessional: 5, largestCase: 5 };

interface Recorded {
  readonly professional: number;
  readonly careCase: number;
}

function sizeOf(block: readonly Recorded[]): BlockSize {
  const sizes = (names: readonly number[]) => [...new Set(names)].map((name) => names.filter((other) => other === name).length);
  const professionals = sizes(block.map((item) => item.professional));
  const cases = sizes(block.map((item) => item.careCase));
  return {
    reflections: block.length,
    professionals: professionals.length,
    cases: cases.length,
    largestProfessional: Math.max(0, ...professionals),
    largestCase: Math.max(0, ...cases),
  };
}

const blockOf = (offset: number) =>
  fc.array(
    fc.record({
      professional: fc.integer({ min: offset, max: offset + 7 }),
      careCase: fc.integer({ min: offset, max: offset + 11 }),
    }),
    { minLength: 8, maxLength: 40 },
  );
const anySize = fc.record({
  reflections: fc.nat(30),
  professionals: fc.nat(12),
  cases: fc.nat(16),
  largestProfessional: fc.nat(20),
  largestCase: fc.nat(20),
});
const MANY_PROFESSIONALS = 1000;

describe('judgeBlock', () => {
  it('has the floor of the publication scheme', () => {
    expect(BLOCK_FLOOR).toEqual({ professionals: 5, cases: 8, reflections: 10, largestShare: 0.5 });
  });

  it('lets a block at the floor through', () => {
    expect(judgeBlock(AT_THE_FLOOR, 5)).toBe('safe');
  });

  it.each<[string, Partial<BlockSize>]>([
    ['four professionals', { professionals: 4 }],
    ['seven cases', { cases: 7 }],
    ['nine reflections', { reflections: 9, largestProfessional: 4, largestCase: 4 }],
    ['one professional with more than half', { largestProfessional: 6 }],
    ['one case with more than half', { largestCase: 6 }],
    ['one professional with more than half of an odd number', { reflections: 11, largestProfessional: 6 }],
  ])('keeps a block with %s waiting', (_, change) => {
    expect(judgeBlock({ ...AT_THE_FLOOR, ...change }, 10)).toBe('below-floor');
  });

  it('keeps an empty block waiting', () => {
    expect(judgeBlock({ reflections: 0, professionals: 0, cases: 0, largestProfessional: 0, largestCase: 0 }, 10)).toBe('below-floor');
  });

  it('allows a quarter more contributors than colleagues and holds back one more', () => {
    const block = { ...AT_THE_FLOOR, reflections: 20, professionals: 10 };
    expect(judgeBlock(block, 8)).toBe('safe');
    expect(judgeBlock({ ...block, professionals: 11 }, 8)).toBe('too-many-contributors');
  });

  it('says that a small block is below the floor before it says anything about contributors', () => {
    expect(judgeBlock({ ...AT_THE_FLOOR, cases: 7 }, 1)).toBe('below-floor');
  });

  it('keeps the union of two safe blocks with other people safe', () => {
    fc.assert(
      fc.property(blockOf(0), blockOf(100), (one, other) => {
        fc.pre([one, other].every((block) => judgeBlock(sizeOf(block), MANY_PROFESSIONALS) === 'safe'));
        expect(judgeBlock(sizeOf([...one, ...other]), MANY_PROFESSIONALS)).toBe('safe');
      }),
    );
  });

  it('keeps the union of two safe blocks of the same people safe', () => {
    fc.assert(
      fc.property(blockOf(0), blockOf(0), (one, other) => {
        fc.pre([one, other].every((block) => judgeBlock(sizeOf(block), MANY_PROFESSIONALS) === 'safe'));
        expect(judgeBlock(sizeOf([...one, ...other]), MANY_PROFESSIONALS)).toBe('safe');
      }),
    );
  });

  it('never lets a refused block through for having fewer people, fewer cases or a larger share', () => {
    fc.assert(
      fc.property(anySize, fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3), (size, fewerPeople, fewerCases, morePerson, moreCase) => {
        fc.pre(judgeBlock(size, MANY_PROFESSIONALS) === 'below-floor');
        const weaker: BlockSize = {
          reflections: size.reflections,
          professionals: size.professionals - fewerPeople,
          cases: size.cases - fewerCases,
          largestProfessional: size.largestProfessional + morePerson,
          largestCase: size.largestCase + moreCase,
        };
        expect(judgeBlock(weaker, MANY_PROFESSIONALS)).toBe('below-floor');
      }),
    );
  });

  it('never refuses a block of a larger unit that it lets through in a smaller one', () => {
    fc.assert(
      fc.property(anySize, fc.nat(20), fc.nat(20), (size, professionals, more) => {
        fc.pre(judgeBlock(size, professionals) === 'safe');
        expect(judgeBlock(size, professionals + more)).toBe('safe');
      }),
    );
  });
});
