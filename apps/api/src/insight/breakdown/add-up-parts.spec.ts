import { describe, expect, it } from '@jest/globals';
import { addUpParts, type PostedPart } from './add-up-parts.js';

const CODES = ['voluntary', 'involuntary', 'mixed', 'not_known'];

const part = (placeId: number, categories: readonly string[], reflections: number | null, counts: Record<string, number> = {}): PostedPart => ({ placeId, categories, reflections, counts, hours: {} });

describe('addUpParts', () => {
  it('adds up what has the same label, and says over how many places', () => {
    const added = addUpParts([part(1, ['voluntary'], 20, { a: 6 }), part(1, ['involuntary', 'mixed', 'not_known'], 12, { a: 3 }), part(2, ['voluntary'], 15, { a: 3 })], CODES);
    expect(added).toEqual([
      { categories: ['voluntary'], reflections: 35, counts: { a: 9 }, hours: {}, places: 2 },
      { categories: ['involuntary', 'mixed', 'not_known'], reflections: 12, counts: { a: 3 }, hours: {}, places: 1 },
    ]);
  });

  it('never divides anew: other labels stay apart', () => {
    const labels = addUpParts([part(1, ['voluntary', 'mixed'], 20), part(2, ['voluntary'], 15)], CODES).map(({ categories }) => categories);
    expect(labels).toEqual([['voluntary'], ['voluntary', 'mixed']]);
  });

  it('has no count for a label where one of its places posted none', () => {
    expect(addUpParts([part(1, ['mixed'], 20, { a: 6, b: 3 }), part(2, ['mixed'], 15, { b: 3 })], CODES)[0]?.counts).toEqual({ b: 6 });
  });

  it('has no n where one of the places tells none', () => {
    expect(addUpParts([part(1, ['mixed'], null), part(2, ['mixed'], 15)], CODES)[0]?.reflections).toBeNull();
  });
});
