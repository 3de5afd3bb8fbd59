import type { LocalDate } from '../period/local-date.js';
import type { Month } from '../period/month.js';
import type { Language, Wording } from '../shared/wording.js';
import { dateForm } from './date-form.js';
import { countForm } from './number-form.js';
import { periodLabel } from './period-label.js';

/** A release as everybody may know it. */
export interface ReleaseFacts {
  readonly number: number;
  readonly releasedOn: LocalDate;
  readonly closedThrough: Month;
}

/** What the audit before a release tried and found. Counts of attempts; nothing about a unit. */
export interface AuditFacts {
  readonly units: number;
  readonly targets: number;
  /** What was found that may never be found; 0 in everything that went out. */
  readonly disclosures: number;
  /** Attempts that time did not suffice for. */
  readonly unfinished: number;
}

/** The last release: 'Uitgave 12 is van 10 november 2026 en loopt tot en met okt 2026.' */
export function releaseSentence({ number, releasedOn, closedThrough }: ReleaseFacts, language: Language): string {
  const [count, date, month] = [countForm(number, language), dateForm(releasedOn, language), periodLabel(closedThrough, closedThrough, language)];
  const words: Wording = { nl: `Uitgave ${count} is van ${date} en loopt tot en met ${month}.`, en: `Release ${count} is of ${date} and runs through ${month}.` };
  return words[language];
}

/** Instead of that, before there is one. */
export function noReleaseSentence(language: Language): string {
  return { nl: 'Er is nog geen uitgave.', en: 'There is no release yet.' }[language];
}

/** What the audit of a release tried and found, in numbers; what time did not suffice for is said, also when it is nothing. */
export function auditSentence({ units, targets, disclosures, unfinished }: AuditFacts, language: Language): string {
  const [teams, tried, found, open] = [units, targets, disclosures, unfinished].map((count) => countForm(count, language));
  const words: Wording = {
    nl: `Pogingen om iets af te leiden: ${tried}, verdeeld over ${teams} teams. Gevonden: ${found}. Niet op tijd klaar: ${open}.`,
    en: `Attempts to work something out: ${tried}, spread over ${teams} teams. Found: ${found}. Out of time: ${open}.`,
  };
  return words[language];
}
