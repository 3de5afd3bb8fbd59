import type { MeasureDefinition, Measures } from './use-measures';

const SHARES = ['share-of-reflections', 'share-of-fields'];

/** The measures that teams can be compared by: shares that teams publish by quarter; no bands, no hours. */
export function comparableMeasures(measures: Measures): readonly MeasureDefinition[] {
  return measures.filter(({ unit, publishedFor }) => SHARES.includes(unit.code) && publishedFor.some(({ place, periods }) => place === 'team' && periods.includes('quarter')));
}
