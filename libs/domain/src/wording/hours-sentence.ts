import type { PublishedCell } from '../publication/published-cell.js';
import type { Language, Wording } from '../shared/wording.js';
import { hoursFigure, isFigure } from './figure-phrase.js';
import { nextQuestion } from './next-step.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';

/**
 * The extra hours of one period. Every cell is as posted: numerator the sum of hours, rounded to 5; denominator the reflections in which hours are
 * known. Null where a figure does not exist at this level or for this length of time.
 */
export interface ExtraHours {
  readonly period: MonthsOfFigure;
  readonly all: PublishedCell;
  /** Powerlessness was felt, or was the reason. */
  readonly powerlessness: PublishedCell | null;
  /** The same, and it was not acknowledged. */
  readonly unacknowledged: PublishedCell | null;
  /** Granted for safety or in a crisis; never counted as a way out. */
  readonly safetyAndCrisis: PublishedCell | null;
}

const PARTS: Readonly<Record<'powerlessness' | 'unacknowledged' | 'safetyAndCrisis', Wording>> = {
  powerlessness: { nl: 'Uren waarbij machteloosheid meespeelde', en: 'Hours where powerlessness played a part' },
  unacknowledged: { nl: 'Uren waarbij machteloosheid niet is erkend', en: 'Hours where powerlessness was not acknowledged' },
  safetyAndCrisis: { nl: 'Uren voor veiligheid of een crisis staan apart', en: 'Hours for safety or a crisis stand apart' },
};

/**
 * Extra hours in words, per 100 reflections and each with its n: all, under powerlessness, unacknowledged, and safety and crisis apart; then, when
 * there is a figure for all, the question for a director. The hours are never judged: what played a part is.
 */
export function hoursSentence(hours: ExtraHours, language: Language): string {
  const label = periodLabel(hours.period.from, hours.period.through, language);
  const all: Wording = { nl: 'extra uren', en: 'extra hours' };
  const parts = (['powerlessness', 'unacknowledged', 'safetyAndCrisis'] as const).flatMap((part) => {
    const cell = hours[part];
    return cell === null ? [] : [`${PARTS[part][language]}: ${hoursFigure(cell, language)}.`];
  });
  const first = `${label}, ${all[language]}: ${hoursFigure(hours.all, language)}.`;
  if (!isFigure(hours.all)) return [first, ...parts].join(' ');
  return [first, ...parts, nextQuestion({ kind: 'reflection-hours', direction: 'neutral' }, 'director', language)].join(' ');
}
