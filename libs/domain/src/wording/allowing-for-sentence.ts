import type { Language, Wording } from '../shared/wording.js';
import { innerNameForm } from './name-form.js';
import { ratioForm, type RatioWithInterval } from './number-form.js';

/**
 * A figure set against what is expected from the same mix elsewhere in the organisation, for one breakdown.
 *
 * `not-available` where the parts of the breakdown are not published; it is never worked out from anything else.
 */
export interface AllowingFor {
  /** The breakdown, by its name in the catalogue. */
  readonly breakdown: { readonly name: Wording };
  readonly outcome: ({ readonly state: 'published' } & RatioWithInterval) | { readonly state: 'not-available' };
}

/**
 * Says whether a figure is as expected when the mix is allowed for: 'Rekening houdend met juridisch kader is dit volgens verwachting
 * (1,18; 0,70–1,87).' As expected means that the interval holds 1.
 */
export function allowingForSentence({ breakdown, outcome }: AllowingFor, language: Language): string {
  const name = innerNameForm(breakdown.name, language);
  if (outcome.state === 'not-available') {
    return { nl: `Een vergelijking die rekening houdt met ${name} is hier niet beschikbaar.`, en: `A comparison allowing for ${name} is not available here.` }[language];
  }
  const verdict = verdictOf(outcome)[language];
  const ratio = ratioForm(outcome, language);
  return { nl: `Rekening houdend met ${name} is dit ${verdict} (${ratio}).`, en: `Allowing for ${name} this is ${verdict} (${ratio}).` }[language];
}

function verdictOf({ lower, upper }: RatioWithInterval): Wording {
  if (lower > 1) return { nl: 'meer dan verwacht', en: 'more than expected' };
  if (upper < 1) return { nl: 'minder dan verwacht', en: 'less than expected' };
  return { nl: 'volgens verwachting', en: 'as expected' };
}
