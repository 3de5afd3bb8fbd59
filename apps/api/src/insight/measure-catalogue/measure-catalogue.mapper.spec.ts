import { describe, expect, it } from '@jest/globals';
import { CATALOGUE, findBreakdowns } from '@rolvast/domain';
import { toBreakdownDefinition, toMeasureDefinitions } from './measure-catalogue.mapper.js';

describe('toMeasureDefinitions', () => {
  const definitions = toMeasureDefinitions(CATALOGUE);

  it('gives every measure, in the order of the catalogue', () => {
    expect(definitions.map(({ code }) => code)).toEqual(CATALOGUE.map(({ code }) => code));
  });

  it('says of each measure for which places and periods there are figures', () => {
    const publishedFor = (wanted: string) => definitions.find(({ code }) => code === wanted)?.publishedFor;
    expect(publishedFor('CHILD_ATTENTION')?.map(({ place, periods }) => `${place}: ${periods.join(' ')}`)).toEqual(
      ['team', 'region', 'organisation'].map((place) => `${place}: month quarter half-year year`),
    );
    expect(publishedFor('PITFALL_SECRECY')).toEqual([{ place: 'team', periods: ['half-year'] }, { place: 'organisation', periods: ['quarter', 'half-year', 'year'] }]);
    expect(publishedFor('SUPPORT_HELD')).toEqual([]);
    expect(definitions.filter(({ hasTrend }) => hasTrend).length).toBe(definitions.filter((one) => one.publishedFor.some(({ place }) => place === 'team')).length);
  });

  it('holds data only: what counts is not told in code', () => {
    const found: unknown = JSON.parse(JSON.stringify(definitions));
    expect(found).toEqual(definitions);
    expect(JSON.stringify(definitions)).not.toContain('noticed:');
  });
});

describe('toBreakdownDefinition', () => {
  it('gives every category with its label, and the grain in words', () => {
    for (const breakdown of findBreakdowns()) {
      const { categories, grain } = toBreakdownDefinition(breakdown);
      expect(categories).toEqual(breakdown.categories);
      expect(grain.label.nl).toMatch(/^(per team|per regio|voor de hele organisatie), per (kwartaal|halfjaar)$/);
    }
  });
});
