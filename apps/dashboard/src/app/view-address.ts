import { measureFromAddress, measureToAddress } from '../features/measure-catalogue/measure-address';
import { PERIODS, type PeriodMonths } from '../features/measure-trend/PeriodPicker';
import { PRESENTATIONS, type Presentation } from '../features/measure-trend/presentation';

/** Everything that decides what a page shows; its address holds all of it, so that a link reproduces it. Pages share it, so that it survives going from one to another. */
export interface View {
  readonly organisation: string;
  /** Code of the team; empty on a page that was opened without one. */
  readonly team: string;
  /** Catalogue code; null lets the page choose, empty when the address names none in the one spelling. */
  readonly measure: string | null;
  /** Which quarter, as the address spells it ('2026-Q3'); null for the latest. Whether there is such a quarter is not known here. */
  readonly quarter: string | null;
  /** How many months back a trend goes. */
  readonly months: PeriodMonths;
  readonly presentation: Presentation;
  /** Whether the organisation stands beside the team in a trend. */
  readonly besideOrganisation: boolean;
}

/** What of an address a view is read from. */
export type Address = Readonly<Pick<Location, 'pathname' | 'search'>>;

export const DEFAULT_MONTHS: PeriodMonths = 24;
const DEFAULT_PRESENTATION: Presentation = 'chart';
const ORGANISATION = 'organisation';

/** What a view is when nothing but the organisation and perhaps the team is chosen. */
export function firstView(organisation: string, team: string): View {
  return { organisation, team, measure: null, quarter: null, months: DEFAULT_MONTHS, presentation: DEFAULT_PRESENTATION, besideOrganisation: false };
}

/**
 * The address of a view of one team: /noorderlicht/an1/pitfall-powerlessness?quarter=2026-Q3. What is not chosen is left out; without a team it is that
 * of the organisation, where the first team is opened.
 */
export function teamAddress(view: View): string {
  if (view.team === '') return pageAddress(null, view);
  const words = view.measure === null ? [view.organisation, view.team] : [view.organisation, view.team, measureToAddress(view.measure)];
  return addressOf(words, choicesOf(view));
}

/** The view of an address of the form that {@link teamAddress} writes. */
export function teamViewAt({ pathname, search }: Address): View {
  const [organisation = '', team = '', measure = ''] = wordsOf(pathname);
  return { ...choicesAt(search), organisation, team, measure: measure === '' ? null : measureFromAddress(measure) ?? '' };
}

/** The address of another page about an organisation: /noorderlicht/compare?team=an1&measure=pitfall-any. Without a word it is where the organisation opens. */
export function pageAddress(word: string | null, view: View): string {
  const chosen = choicesOf(view);
  if (view.measure !== null) chosen.set('measure', measureToAddress(view.measure));
  if (view.team !== '') chosen.set('team', view.team);
  return addressOf(word === null ? [view.organisation] : [view.organisation, word], chosen);
}

/** The view of an address of the form that {@link pageAddress} writes. */
export function pageViewAt({ pathname, search }: Address): View {
  const [organisation = ''] = wordsOf(pathname);
  const chosen = new URLSearchParams(search);
  const measure = chosen.get('measure');
  return { ...choicesAt(search), organisation, team: chosen.get('team') ?? '', measure: measure === null ? null : measureFromAddress(measure) ?? '' };
}

function addressOf(words: readonly string[], chosen: URLSearchParams): string {
  const search = chosen.toString();
  return `/${words.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

function choicesOf({ quarter, months, presentation, besideOrganisation }: View): URLSearchParams {
  return new URLSearchParams({
    ...(quarter === null ? {} : { quarter }),
    ...(months === DEFAULT_MONTHS ? {} : { months: String(months) }),
    ...(besideOrganisation ? { beside: ORGANISATION } : {}),
    ...(presentation === DEFAULT_PRESENTATION ? {} : { view: presentation }),
  });
}

function choicesAt(search: string): Pick<View, 'quarter' | 'months' | 'presentation' | 'besideOrganisation'> {
  const chosen = new URLSearchParams(search);
  return {
    quarter: chosen.get('quarter'),
    months: PERIODS.find((months) => String(months) === chosen.get('months')) ?? DEFAULT_MONTHS,
    presentation: PRESENTATIONS.find((presentation) => presentation === chosen.get('view')) ?? DEFAULT_PRESENTATION,
    besideOrganisation: chosen.get('beside') === ORGANISATION,
  };
}

function wordsOf(pathname: string): readonly string[] {
  return pathname.split('/').slice(1).map(decodeWord);
}

function decodeWord(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    // A stray percent sign typed by hand: no code has one, so the page says that it knows no such team.
    return word;
  }
}
