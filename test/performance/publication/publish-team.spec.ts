import { describe, expect, it } from '@jest/globals';
import { MEASURED_PLAN, PART_SHARES, PITFALL_SHARES } from './published-measures.js';
import { byQuarter, deviation, publishedShares } from './published-share.js';
import { firstCarry, publishTeam } from './publish-team.js';
import { syntheticTeams, usualOrganisation } from './synthetic-team.js';

const settings = { ...usualOrganisation(3), teams: 6, monthlyVolume: 16 };
const published = syntheticTeams(settings).map((team) => ({ team, ...publishTeam(team, MEASURED_PLAN, settings.months, 'secret') }));

describe('a published team', () => {
  it('has every month in at most one block, in order, and every reflection at most once', () => {
    for (const { blocks, team } of published) {
      expect(blocks.length).toBeGreaterThan(0);
      blocks.forEach(({ firstMonth, lastMonth }, index) => {
        expect(firstMonth).toBe((blocks[index - 1]?.lastMonth ?? -1) + 1);
        expect(lastMonth).toBeGreaterThanOrEqual(firstMonth);
      });
      const posted = blocks.flatMap(({ reflections }) => reflections);
      expect(new Set(posted).size).toBe(posted.length);
      expect(posted.length).toBeLessThanOrEqual(team.reflections.length);
    }
  });

  it('has every pitfall posted once a block, within 2 of the truth in total, and never all', () => {
    for (const team of published) {
      for (const measure of PITFALL_SHARES) {
        const shares = publishedShares(measure, team);
        expect(shares).toHaveLength(team.blocks.length);
        for (const { posted, exact } of shares) {
          expect(posted.events % 3).toBe(0);
          expect(posted.events).toBeLessThan(exact.trials);
          expect(Math.abs(posted.events - exact.events)).toBeLessThanOrEqual(2);
        }
      }
    }
  });

  it('has measures over a part in fewer, longer windows that never overlap', () => {
    for (const team of published) {
      const shares = publishedShares(PART_SHARES.childAttention, team);
      expect(shares.length).toBeGreaterThan(0);
      expect(shares.length).toBeLessThan(team.blocks.length);
      shares.forEach(({ firstMonth }, index) => expect(firstMonth).toBeGreaterThan(shares[index - 1]?.lastMonth ?? -1));
    }
  });

  it('begins each ledger with an offset that only its name decides, each about as often', () => {
    const drawn = Array.from({ length: 300 }, (_, index) => firstCarry(`name ${index}`));
    for (const carry of [-1, 0, 1]) expect(drawn.filter((one) => one === carry).length).toBeGreaterThan(75);
    expect(firstCarry('name 1')).toBe(firstCarry('name 1'));
  });
});

describe('the shares of a quarter', () => {
  const point = (events: number) => ({ events, trials: 12 });

  it('add up what ends in it', () => {
    const quarters = byQuarter([
      { firstMonth: 0, lastMonth: 1, posted: point(3), exact: point(4) },
      { firstMonth: 2, lastMonth: 2, posted: point(6), exact: point(5) },
      { firstMonth: 3, lastMonth: 6, posted: point(0), exact: point(1) },
    ]);
    expect([...quarters.keys()]).toEqual([0, 2]);
    expect(quarters.get(0)).toMatchObject({ firstMonth: 0, lastMonth: 2, posted: { events: 9, trials: 24 }, exact: { events: 9, trials: 24 } });
  });

  it('deviate by nothing when both shares are the same, and have no deviation without a denominator', () => {
    expect(deviation({ firstMonth: 0, lastMonth: 0, posted: { events: 3, trials: 12 }, exact: { events: 5, trials: 20 } })).toBe(0);
    expect(deviation({ firstMonth: 0, lastMonth: 0, posted: { events: 0, trials: 0 }, exact: point(1) })).toBeNull();
  });
});
