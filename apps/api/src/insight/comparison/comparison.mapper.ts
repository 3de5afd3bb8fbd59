import {
  assertNever,
  bandOfPosted,
  comparisonSentence,
  coverageSentence,
  unitsOutsideSentence,
  type Breakdown,
  type ComparedPosition,
  type Wording,
} from '@rolvast/domain';
import type { FunnelPosition as DomainPosition, PublishedFunnel, PublishedFunnelUnit } from '@rolvast/domain/statistics';
import type { Term } from '../measure-catalogue/measure-catalogue.object.js';
import { CELL_STATES, toPlace } from '../measure-trend/measure-trend.mapper.js';
import { FunnelPosition, type ComparedUnits, type Comparison, type ComparisonFunnel, type WholeOfComparison } from './comparison.object.js';
import type { ComparisonAnswer, UnitInView } from './comparison.service.js';

const POSITIONS: Readonly<Record<DomainPosition, FunnelPosition>> = {
  'below-998': FunnelPosition.BELOW_998,
  'below-95': FunnelPosition.BELOW_95,
  inside: FunnelPosition.INSIDE,
  'above-95': FunnelPosition.ABOVE_95,
  'above-998': FunnelPosition.ABOVE_998,
};

/** Columns instead of a list of units, and every sentence made here, so that chart, table and words say the same. */
export function toComparison(answer: ComparisonAnswer): Comparison {
  const { place, measure, quarter, quarters, compared, isPartOfPlace, whole, funnel, allowingFor, breakdowns } = answer;
  return {
    organisation: place.organisation,
    place: toPlace(place),
    measure: measure.code,
    ...quarter,
    quarters: [...quarters],
    units: toUnits(answer),
    compared,
    isPartOfPlace,
    whole: toWhole(whole),
    funnel: funnel === null ? null : toFunnel(funnel),
    sentence: funnel === null || isPartOfPlace ? null : outsideWords(answer),
    allowingFor: allowingFor === null ? null : toTerm(allowingFor),
    breakdowns: breakdowns.map(toTerm),
  };
}

function toUnits(answer: ComparisonAnswer): ComparedUnits {
  const { units } = answer;
  const line = (of: (place: PublishedFunnelUnit) => number): (number | null)[] => units.map(({ place }) => (place === null ? null : of(place)));
  const ratio = (part: 'ratio' | 'lower' | 'upper'): (number | null)[] => units.map(({ outcome }) => (outcome?.state === 'published' ? outcome[part] : null));
  const shown = units.map(({ figure: { cell } }) => (cell.state === 'shown' ? cell : null));
  return {
    codes: units.map(({ unit }) => unit.code),
    names: units.map(({ unit }) => unit.name),
    heldFrom: units.map(({ figure }) => figure.heldFrom),
    states: units.map(({ figure }) => CELL_STATES[figure.cell.state]),
    // n belongs to a figure: where the figure is not shown, neither is n.
    reflections: units.map(({ figure }) => (figure.cell.state === 'shown' ? figure.reflections : null)),
    numerators: shown.map((cell) => cell?.numerator ?? null),
    denominators: shown.map((cell) => cell?.denominator ?? null),
    bands: shown.map((cell) => (cell === null ? null : bandOfPosted(cell.numerator, cell.denominator))),
    positions: units.map(({ place }) => (place === null ? null : POSITIONS[place.position])),
    standsOut: units.map(({ place }) => place?.standsOut ?? null),
    lower95: line((place) => place.lower95),
    upper95: line((place) => place.upper95),
    lower998: line((place) => place.lower998),
    upper998: line((place) => place.upper998),
    ratios: ratio('ratio'),
    ratioLower: ratio('lower'),
    ratioUpper: ratio('upper'),
    sentences: units.map((unit) => unitWords(unit, answer)),
  };
}

function toFunnel({ centre, phi, lines }: PublishedFunnel): ComparisonFunnel {
  const { sizes, lower95, upper95, lower998, upper998 } = lines;
  return { centre, phi, sizes: [...sizes], lower95: [...lower95], upper95: [...upper95], lower998: [...lower998], upper998: [...upper998] };
}

function toWhole({ cell, reflections, coverage }: ComparisonAnswer['whole']): WholeOfComparison {
  const shown = cell.state === 'shown' ? cell : null;
  const { covered, all } = coverage ?? { covered: 0, all: 0 };
  return {
    state: CELL_STATES[cell.state],
    reflections: shown === null ? null : reflections,
    numerator: shown?.numerator ?? null,
    denominator: shown?.denominator ?? null,
    unitsCovered: covered,
    unitsInPlace: all,
    coverageSentence: { nl: coverageSentence({ covered, all }, 'nl'), en: coverageSentence({ covered, all }, 'en') },
  };
}

function unitWords({ unit, figure, place, outcome }: UnitInView, { measure, quarter, allowingFor }: ComparisonAnswer): Wording {
  const told = {
    unit: unit.name,
    measure,
    period: { from: figure.heldFrom, through: quarter.through },
    cell: figure.cell,
    position: place === null ? 'no-lines' : spokenPosition(place.position),
    allowingFor: allowingFor === null || outcome === null ? null : { breakdown: allowingFor, outcome },
  } as const;
  return { nl: comparisonSentence(told, 'nl'), en: comparisonSentence(told, 'en') };
}

function outsideWords({ measure, units }: ComparisonAnswer): Wording {
  const placed = units.filter(({ place }) => place !== null);
  const outside = placed.filter(({ place }) => place?.position !== 'inside').map(({ unit }) => unit.name);
  const told = { measure, outside, compared: placed.length };
  return { nl: unitsOutsideSentence(told, 'nl'), en: unitsOutsideSentence(told, 'en') };
}

function spokenPosition(position: DomainPosition): ComparedPosition {
  switch (position) {
    case 'above-95':
    case 'above-998':
      return 'above';
    case 'below-95':
    case 'below-998':
      return 'below';
    case 'inside':
      return 'inside';
    default:
      return assertNever(position, 'funnel position');
  }
}

function toTerm({ code, name }: Breakdown): Term {
  return { code, name };
}
