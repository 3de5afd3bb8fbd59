import { blockMeasures, findMeasure, type Measure } from '@rolvast/domain';
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

/** The measure an address names; null when none that teams are shown has this name. Only the one spelling counts, so that a view has one address. */
export function measureFromAddress(word: string): Measure | null {
  return ADDRESS_WORD.test(word) ? findMeasure(word.replaceAll('-', '_'), blockMeasures()) : null;
}

/** The address of a view: /noorderlicht/AN1/pitfall-powerlessness?months=24. */
export function addressOf({ organisation, team, measure, months, presentation }: TeamView): string {
  const path = [organisation, team, measureToAddress(measure)].map(encodeURIComponent).join('/');
  const view = presentation === DEFAULT_PRESENTATION ? '' : `&view=${presentation}`;
  return `/${path}?months=${months}${view}`;
}

/** A view as an address asks for it; `measure` is null when the catalogue has no such measure. */
export interface AddressedView {
  readonly view: TeamView;
  readonly measure: Measure | null;
}

/** The view of an address of the form that {@link addressOf} writes. */
export function viewAt({ pathname, search }: { readonly pathname: string; readonly search: string }): AddressedView {
  const [organisation = '', team = '', word = ''] = pathname.split('/').slice(1).map(decodeWord);
  const wanted = new URLSearchParams(search);
  const measure = measureFromAddress(word);
  const view = { organisation, team, measure: measure?.code ?? '', months: monthsFromAddress(wanted), presentation: presentationFromAddress(wanted) };
  return { view, measure };
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
