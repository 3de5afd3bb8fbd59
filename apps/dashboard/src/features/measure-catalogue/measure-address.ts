import type { MeasureDefinition, Measures } from './use-measures';

const ADDRESS_WORD = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A catalogue code as it stands in an address: PITFALL_INVISIBLE_CHILD is written pitfall-invisible-child. */
export function measureToAddress(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** The catalogue code an address names; null for any other spelling, so that a view has one address. Whether there is such a measure is not known here. */
export function measureFromAddress(word: string): string | null {
  return ADDRESS_WORD.test(word) ? word.toUpperCase().replaceAll('-', '_') : null;
}

/** The measures a team page can show over time. */
export function withTrend(measures: Measures): readonly MeasureDefinition[] {
  return measures.filter(({ hasTrend }) => hasTrend);
}

/** Where the methods page explains a measure. */
export function methodOf(code: string): string {
  return `/methods#${measureToAddress(code)}`;
}

/** Whether a measure counts how often a pitfall was noticed. */
export function isPitfall(code: string): boolean {
  return code.startsWith('PITFALL_');
}
