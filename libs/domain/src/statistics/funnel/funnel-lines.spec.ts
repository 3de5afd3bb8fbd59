import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactFunnel, type ExactFunnelOptions } from './exact-funnel.js';
import { funnelLines } from './funnel-lines.js';

const anyOptions: fc.Arbitrary<ExactFunnelOptions> = fc.record({ numerators: fc.constantFrom('exact', 'posted'), denominators: fc.constantFrom('exact', 'posted'), spread: fc.constantFrom('pooled', 'none') });
const size = fc.integer({ min: 1, max: 90 });

/** Units of these sizes with counts that can be posted: multiples of 3 where they are. */
const units = (options: ExactFunnelOptions) =>
  fc.array(size.chain((denominator) => fc.integer({ min: 0, max: denominator }).map((count) => ({ numerator: options.numerators === 'posted' ? count - (count % 3) : count, denominator }))), { minLength: 2, maxLength: 10 });

describe('funnelLines', () => {
  it('has every unit on that side of each line on which the funnel places it', () => {
    fc.assert(
      fc.property(anyOptions.chain((options) => units(options).map((points) => ({ options, points }))), ({ options, points }) => {
        const funnel = exactFunnel(points, options);
        if (!funnel.ok) throw new Error(funnel.fault.code);
        const lines = funnelLines(points.map(({ denominator }) => denominator), funnel.value, options);
        for (const [index, unit] of funnel.value.units.entries()) {
          const position = unit?.position ?? 'inside';
          const share = unit?.share ?? 0;
          expect(share > (lines.upper95[index] ?? 0)).toBe(position.startsWith('above'));
          expect(share < (lines.lower95[index] ?? 0)).toBe(position.startsWith('below'));
          expect(share > (lines.upper998[index] ?? 0)).toBe(position === 'above-998');
          expect(share < (lines.lower998[index] ?? 0)).toBe(position === 'below-998');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('runs smoothly: the next size never moves a line further than one step of the counts', () => {
    const sizes = Array.from({ length: 190 }, (_, index) => index + 10);
    const { upper95, lower998 } = funnelLines(sizes, { centre: 0.3, correlation: 0.01 }, { numerators: 'posted', denominators: 'posted' });
    for (const line of [upper95, lower998]) line.slice(1).forEach((share, index) => expect(Math.abs(share - (line[index] ?? 0))).toBeLessThan(1.2 / (sizes[index] ?? 1)));
  });

  it.each([0, 2.5, Number.NaN])('refuses %d as a size', (wrong) => {
    expect(() => funnelLines([wrong], { centre: 0.3, correlation: 0 }, { numerators: 'exact', denominators: 'exact' })).toThrow(RangeError);
  });
});
