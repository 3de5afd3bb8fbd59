import { findMeasure, type Measure } from '@rolvast/domain';
import { PERIODS, type PeriodMonths } from '../features/measure-trend/PeriodPicker';
import { PRESENTATIONS, type Presentation } from '../features/measure-trend/presentation';

/** Everything that decides what the page shows; its address holds all of it, so that a link reproduces it. */
export interface TeamView {
  readonly organisation: string;
  readonly team: string;
  /** Catalogue code. */
  readonly measure: string;
  readonly months: PeriodMonths;
  readonly presentation: Presentation;
}

export const DEFAULT_MEASURE = 'PITFALL_POWERLESSNESS';
export const DEFAULT_MONTHS: PeriodMonths = 24;
const DEFAULT_PRESENTATION: Presentation = 'chart';

const ADDRESS_WORD = /^[a-z]+(-[a-z]+)*$/;

/** A catalogue code as it stands in an address: PITFALL_INVISIBLE_CHILD is written pitfall-invisible-child. */
export function measureToAddress(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** The measure an address names; null when there is none. Only the one spelling counts, so that a view has one address. */
export function measureFromAddress(word: string): Measure | null {
  return ADDRESS_WORD.test(word) ? findMeasure(word.replaceAll('-', '_')) : null;
}

/** The address of a view: /noorderlicht/AN1/pitfall-powerlessness?months=24. */
export function addressOf({ organisation, team, measure, months, presentation }: TeamView): string {
  const path = [organisation, team, measureToAddress(measure)].map(encodeURIComponent).join('/');
  const view = presentation === DEFAULT_PRESENTATION ? '' : `&view=${presentation}`;
  return `/${path}?months=${months}${view}`;
}

/** The period an address asks for; the default when it names none that is offered. */
export function monthsFromAddress(search: URLSearchParams): PeriodMonths {
  const wanted = search.get('months');
  return PERIODS.find((months) => String(months) === wanted) ?? DEFAULT_MONTHS;
}

/** The presentation an address asks for; the chart when it names none that exists. */
export function presentationFromAddress(search: URLSearchParams): Presentation {
  const wanted = search.get('view');
  return PRESENTATIONS.find((presentation) => presentation === wanted) ?? DEFAULT_PRESENTATION;
}
