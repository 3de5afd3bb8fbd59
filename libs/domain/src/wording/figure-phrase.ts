import type { Measure } from '../measure/measure.js';
import type { PublishedCell, ShownCell } from '../publication/published-cell.js';
import { assertNever } from '../shared/assert-never.js';
import type { Language, Wording } from '../shared/wording.js';
import { hasShare, postedCountForm } from './band-form.js';
import { countForm, hoursForm, sharePercent } from './number-form.js';

/**
 * What the denominator of a figure counts. Reflections and fields are posted, that is rounded, counts; support sessions and team-quarters
 * are the organisation's own diary and are exact.
 */
export type CountedThing = 'reflections' | 'fields' | 'sessions' | 'team-quarters' | 'teams';

const COUNTED: Readonly<Record<CountedThing, { readonly one: Wording; readonly more: Wording }>> = {
  reflections: { one: { nl: 'reflectie', en: 'reflection' }, more: { nl: 'reflecties', en: 'reflections' } },
  fields: { one: { nl: 'veld', en: 'field' }, more: { nl: 'velden', en: 'fields' } },
  sessions: { one: { nl: 'gepland moment', en: 'planned session' }, more: { nl: 'geplande momenten', en: 'planned sessions' } },
  'team-quarters': { one: { nl: 'teamkwartaal', en: 'team-quarter' }, more: { nl: 'teamkwartalen', en: 'team-quarters' } },
  teams: { one: { nl: 'team', en: 'team' }, more: { nl: 'teams', en: 'teams' } },
};

const PER = 100;

/** Instead of a figure that is protected; no reason, no size. */
export const WITHHELD_WORDS: Wording = { nl: 'nog niet te tonen', en: 'not to be shown yet' };

/** Instead of a figure about which nothing was reported. */
export const ABSENT_WORDS: Wording = { nl: 'niets aangeleverd', en: 'nothing reported' };

/** Whether the figure of a measure is numerator and denominator; the weeks since support and the participation band are not. */
export function hasCells(measure: Measure): boolean {
  return measure.kind !== 'derived';
}

/**
 * The figure of a measure with its n: '18 van 40 reflecties (45 %)', '35 uur per 100 reflecties (n = 240)', 'nog niet te tonen' or 'niets aangeleverd'.
 *
 * @param cell as published; for hours the numerator is the posted sum of hours. A denominator of 0 is nothing reported.
 * @throws RangeError for a measure without cells, see {@link hasCells}.
 */
export function measureFigure(measure: Pick<Measure, 'kind'>, cell: PublishedCell, language: Language): string {
  return measure.kind === 'reflection-hours' ? hoursFigure(cell, language) : shareFigure(cell, countedBy(measure.kind), language);
}

/** The figure of a share with its n; none and all are bands without a percentage where the counts are posted ones. */
export function shareFigure(cell: PublishedCell, counted: CountedThing, language: Language): string {
  return whenShown(cell, language, (numerator, denominator) => {
    const isExact = counted === 'sessions' || counted === 'team-quarters' || counted === 'teams';
    const words = COUNTED[counted][denominator === 1 ? 'one' : 'more'][language];
    if (!isExact && !hasShare(numerator, denominator)) return `${postedCountForm(numerator, denominator, language)} ${words}`;
    const counts = `${countForm(numerator, language)} ${{ nl: 'van', en: 'of' }[language]} ${countForm(denominator, language)}`;
    return `${counts} ${words} (${sharePercent(numerator, denominator, language)})`;
  });
}

/** Hours per 100 reflections with the n behind them: '35 uur per 100 reflecties (n = 240)'. */
export function hoursFigure(cell: PublishedCell, language: Language): string {
  return whenShown(cell, language, (hours, reflections) => `${hoursPerHundred((PER * hours) / reflections, language)} (n = ${countForm(reflections, language)})`);
}

/**
 * What is usual for a measure, as a share or as hours per 100 reflections: '25 %', '20 uur per 100 reflecties'.
 *
 * @param usual the middle of the chart: a share in [0, 1], or hours per reflection. A middle of none or all is said as 'minder dan 1 %' or 'meer dan 99 %'.
 */
export function usualFigure(measure: Measure, usual: number, language: Language): string {
  if (measure.kind === 'reflection-hours') return hoursPerHundred(PER * usual, language);
  const percent = sharePercent(Math.min(Math.max(usual, Number.EPSILON), 1 - Number.EPSILON), 1, language);
  return percent.replace('<', { nl: 'minder dan', en: 'less than' }[language]).replace('>', { nl: 'meer dan', en: 'more than' }[language]);
}

function hoursPerHundred(perHundred: number, language: Language): string {
  const hours = hoursForm(perHundred, language);
  return { nl: `${hours} per ${PER} reflecties`, en: `${hours} per ${PER} reflections` }[language];
}

/** Whether there is a figure to speak of: shown, and of something. */
export function isFigure(cell: PublishedCell): cell is ShownCell {
  return cell.state === 'shown' && cell.denominator > 0;
}

function whenShown(cell: PublishedCell, language: Language, say: (numerator: number, denominator: number) => string): string {
  switch (cell.state) {
    case 'withheld':
      return WITHHELD_WORDS[language];
    case 'absent':
      return ABSENT_WORDS[language];
    case 'shown':
      return cell.denominator === 0 ? ABSENT_WORDS[language] : say(cell.numerator, cell.denominator);
    default:
      return assertNever(cell, 'published cell');
  }
}

function countedBy(kind: Exclude<Measure['kind'], 'reflection-hours'>): CountedThing {
  switch (kind) {
    case 'reflection-share':
      return 'reflections';
    case 'support-share':
      return 'sessions';
    case 'support-reach':
      return 'team-quarters';
    case 'field-share':
      return 'fields';
    case 'derived':
      throw new RangeError('this measure has no numerator and denominator');
    default:
      return assertNever(kind, 'kind of measure');
  }
}
