import {
  CHART_WORDING,
  DIRECTION_WORDING,
  figurePeriods,
  grainLabel,
  nRule,
  READER_WORDING,
  UNIT_WORDING,
  type Breakdown,
  type Catalogue,
  type Grain as DomainGrain,
  type Measure,
} from '@rolvast/domain';
import type { BreakdownDefinition, Grain, MeasureDefinition } from './measure-catalogue.object.js';

/** The catalogue as readers get it, in its own order. Predicates stay behind; everything that can be said comes along. */
export function toMeasureDefinitions(catalogue: Catalogue): MeasureDefinition[] {
  return catalogue.map(toDefinition);
}

const PLACES = ['team', 'region', 'organisation'] as const;

function toDefinition(measure: Measure): MeasureDefinition {
  const { code, name, definition, caution, whatHelps, unit, direction, chart, neededFirstBy, grain, thinGrain } = measure;
  return {
    code,
    name,
    definition,
    caution,
    whatHelps,
    nRule: nRule(measure),
    unit: { code: unit, name: UNIT_WORDING[unit] },
    direction: { code: direction, name: DIRECTION_WORDING[direction] },
    chart: { code: chart, name: CHART_WORDING[chart] },
    readers: neededFirstBy.map((reader) => ({ code: reader, name: READER_WORDING[reader] })),
    grain: toGrain(grain),
    thinGrain: toGrain(thinGrain),
    publishedFor: PLACES.map((place) => ({ place, periods: [...figurePeriods(measure, place)] })).filter(({ periods }) => periods.length > 0),
    hasTrend: figurePeriods(measure, 'team').length > 0,
  };
}

export function toBreakdownDefinition({ code, name, caution, categories, grain }: Breakdown): BreakdownDefinition {
  return { code, name, caution, categories: [...categories], grain: toGrain(grain) };
}

function toGrain(grain: DomainGrain): Grain {
  return { ...grain, label: grainLabel(grain) };
}
