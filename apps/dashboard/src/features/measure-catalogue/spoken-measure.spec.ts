import { describe, expect, it } from '@jest/globals';
import { measureNamed } from './catalogue-fixture';
import { spokenMeasure } from './spoken-measure';

const NAMED = measureNamed('EXTRA_COURT', 'Door de rechter verwezen');

describe('what a sentence depends on', () => {
  it('is read from what the API says of a measure', () => {
    expect(spokenMeasure(NAMED)).toEqual({ kind: 'reflection-share', direction: 'neutral', neededFirstBy: ['director', 'team-manager'] });
    expect(spokenMeasure({ ...NAMED, unit: { ...NAMED.unit, code: 'hours-per-100-reflections' } })?.kind).toBe('reflection-hours');
  });

  it('is not known of a measure without figures, or with a direction from a later version', () => {
    expect(spokenMeasure({ ...NAMED, unit: { ...NAMED.unit, code: 'weeks' } })).toBeNull();
    expect(spokenMeasure({ ...NAMED, direction: { ...NAMED.direction, code: 'sideways' } })).toBeNull();
  });
});
