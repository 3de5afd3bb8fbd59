import { describe, expect, it } from '@jest/globals';
import { placeLabels } from './place-labels';

const FRAME = { left: 0, right: 400, top: 0, bottom: 200 };

describe('placeLabels', () => {
  it('puts a name to the right of its point, and to the left where the edge is near', () => {
    const [first, second] = placeLabels([{ x: 50, y: 100, label: 'Noord' }, { x: 390, y: 100, label: 'Zuid' }], FRAME);
    expect(first).toMatchObject({ anchor: 'start' });
    expect(second).toMatchObject({ anchor: 'end' });
  });

  it('never lets two names touch: points in one place get names on different sides, and what has no room has none', () => {
    const crowd = Array.from({ length: 6 }, (_, index) => ({ x: 200 + index, y: 100 + index, label: 'Gezinshulp' }));
    const placed = placeLabels(crowd, FRAME).filter((label) => label !== null);
    expect(placed.length).toBeGreaterThanOrEqual(2);
    expect(placed.length).toBeLessThan(6);
    expect(new Set(placed.map(({ anchor, y }) => `${anchor} ${Math.round(y / 20)}`)).size).toBe(placed.length);
  });

  it('leaves a point without a name alone, and its mark free', () => {
    const placed = placeLabels([{ x: 50, y: 100, label: 'Noordwest' }, { x: 90, y: 100, label: null }], FRAME);
    expect(placed[0]).toMatchObject({ anchor: 'middle' });
    expect(placed[1]).toBeNull();
  });

  it('drops a name that is wider than the drawing', () => {
    expect(placeLabels([{ x: 20, y: 20, label: 'Thuisbegeleiding Duinstreek en Nazorg Duinstreek' }], { left: 0, right: 120, top: 0, bottom: 60 })).toEqual([null]);
  });
});
