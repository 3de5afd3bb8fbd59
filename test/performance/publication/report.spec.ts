import { describe, expect, it } from '@jest/globals';
import { FLOOR_SEEDS, FLOORS, reachesFloors, reportOf } from './report.js';
import { tableOf } from './table.js';
import { usefulnessOf } from './usefulness.js';
import { syntheticTeams } from './synthetic-team.js';

const ORIGIN = { firstSeed: 1, generator: 'of our own', seconds: 1 };
const seeds = (value: number, count: number, spread = 0) => Array.from({ length: count }, (_, index) => ({ 'months.alone': value + (index % 2 === 0 ? spread : -spread), 'pitfalls.month.error': 5 }));

describe('the report', () => {
  it('gives the mean over the seeds with its standard error', () => {
    const { figures } = reportOf([{ share: 0.4 }, { share: 0.6 }], ORIGIN);
    expect(figures[0]).toMatchObject({ name: 'share', mean: 0.5, floor: null, verdict: null });
    expect(figures[0]?.standardError).toBeCloseTo(0.1, 12);
  });

  it('misses a floor when the mean over enough seeds is below it, and judges nothing with fewer', () => {
    expect(reachesFloors(reportOf(seeds(0.9, FLOOR_SEEDS), ORIGIN))).toBe(false);
    expect(reachesFloors(reportOf(seeds(0.91, FLOOR_SEEDS), ORIGIN))).toBe(true);
    expect(reachesFloors(reportOf(seeds(0.9, FLOOR_SEEDS - 1), ORIGIN))).toBe(true);
  });

  it('says when a mean is below its floor by no more than chance explains', () => {
    const verdict = (value: number, spread: number) => reportOf(seeds(value, FLOOR_SEEDS + 1, spread), ORIGIN).figures[0]?.verdict;
    expect([verdict(0.92, 0.05), verdict(0.9, 0.05), verdict(0.9, 0.01)]).toEqual(['reached', 'within-error', 'missed']);
  });

  it('prints shares in percent, deviations in points, and what became of a floor', () => {
    const lines = tableOf(reportOf(seeds(0.9, FLOOR_SEEDS), ORIGIN));
    expect(lines.find((line) => line.startsWith('months.alone'))).toMatch(/ 90\.0 +0\.00 +91\.0 {2}missed$/);
    expect(lines.find((line) => line.startsWith('pitfalls.month.error'))).toMatch(/ 5\.0 +0\.00 *$/);
  });
});

describe('one seed', () => {
  it('has a figure for every floor, and every share lies between none and all', () => {
    const figures = usefulnessOf(1, (settings) => syntheticTeams({ ...settings, teams: 4 }));
    for (const name of Object.keys(FLOORS)) expect(figures).toHaveProperty([name]);
    for (const [name, value] of Object.entries(figures)) {
      expect(value).toBeGreaterThanOrEqual(0);
      if (!name.endsWith('.error')) expect(value).toBeLessThanOrEqual(1);
    }
  });
});
