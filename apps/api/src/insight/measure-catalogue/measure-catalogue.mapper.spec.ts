import { describe, expect, it } from '@jest/globals';
import { blockMeasures, CATALOGUE, findBreakdowns } from '@rolvast/domain';
import { toBreakdownDefinition, toMeasureDefinitions } from './measure-catalogue.mapper.js';

describe('toMeasureDefinitions', () => {
  const definitions = toMeasureDefinitions(CATALOGUE);

  it('gives every measure, in the order of the catalogue', () => {
    expect(definitions.map(({ code }) => code)).toEqual(CATALOGUE.map(({ code }) => code));
  });

  it('says of exactly the measures of blocks that they have a trend', () => {
    expect(definitions.filter(({ hasTrend }) => hasTrend).map(({ code }) => code)).toEqual(blockMeasures().map(({ code }) => code));
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
