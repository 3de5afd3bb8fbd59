import type { Month } from '../period/month.js';
import { assertNever } from '../shared/assert-never.js';
import type { Language, Wording } from '../shared/wording.js';
import { ABSENT_WORDS, WITHHELD_WORDS } from './figure-phrase.js';
import { countForm } from './number-form.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';

/** What is said as long as a trend has dots and no lines. */
export const TOO_FEW_POINTS: Wording = {
  nl: 'Er zijn nog te weinig punten om iets over een verloop te zeggen.',
  en: 'There are too few points yet to say anything about a course over time.',
};

/** A period without a figure: 'okt 2026: nog niet te tonen.' or 'okt 2026: niets aangeleverd.' The reason and the size are never given. */
export function noFigureSentence(period: MonthsOfFigure, state: 'withheld' | 'absent', language: Language): string {
  const label = periodLabel(period.from, period.through, language);
  switch (state) {
    case 'withheld':
      return `${label}: ${WITHHELD_WORDS[language]}.`;
    case 'absent':
      return `${label}: ${ABSENT_WORDS[language]}.`;
    default:
      return assertNever(state, 'state of a cell');
  }
}

/** How many units of a whole a figure covers; all of them are units that belong to it, with or without a figure. */
export interface Coverage {
  readonly covered: number;
  readonly all: number;
}

/** What a sum stands on: 'Dit cijfer gaat over 7 van 8 teams.' */
export function coverageSentence({ covered, all }: Coverage, language: Language): string {
  const [part, whole] = [countForm(covered, language), countForm(all, language)];
  const teams = all === 1 ? 'team' : 'teams';
  return { nl: `Dit cijfer gaat over ${part} van ${whole} ${teams}.`, en: `This figure covers ${part} of ${whole} ${teams}.` }[language];
}

/** A chart that began anew at a month, for a recorded reason, with the points that it has since. */
export interface NewStart {
  readonly since: Month;
  readonly points: number;
}

/** After a new start: from when the chart counts, on how many points, and that these are too few yet. */
export function newStartSentence({ since, points }: NewStart, language: Language): string {
  const month = periodLabel(since, since, language);
  const n = countForm(points, language);
  const start: Wording = {
    nl: `De grafiek begint opnieuw bij ${month} (punten tot nu toe: ${n}).`,
    en: `The chart begins anew at ${month} (points so far: ${n}).`,
  };
  return `${start[language]} ${TOO_FEW_POINTS[language]}`;
}
