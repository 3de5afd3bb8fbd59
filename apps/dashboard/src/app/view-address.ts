import { measureFromAddress, measureToAddress } from '../features/measure-catalogue/measure-address';
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

/** The address of a view: /noorderlicht/AN1/pitfall-powerlessness?months=24. */
export function addressOf({ organisation, team, measure, months, presentation }: TeamView): string {
  const path = [organisation, team, measureToAddress(measure)].map(encodeURIComponent).join('/');
  const view = presentation === DEFAULT_PRESENTATION ? '' : `&view=${presentation}`;
  return `/${path}?months=${months}${view}`;
}

/** The view of an address of the form that {@link addressOf} writes; an address that names no measure in the one spelling has an empty one. */
export function viewAt({ pathname, search }: { readonly pathname: string; readonly search: string }): TeamView {
  const [organisation = '', team = '', word = ''] = pathname.split('/').slice(1).map(decodeWord);
  const wanted = new URLSearchParams(search);
  return { organisation, team, measure: measureFromAddress(word) ?? '', months: monthsFromAddress(wanted), presentation: presentationFromAddress(wanted) };
}

function decodeWord(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    // A stray percent sign typed by hand: no code has one, so the page says that it knows no such team.
    return word;
  }
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
