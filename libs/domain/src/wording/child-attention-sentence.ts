import type { AbsentCell, PublishedCell, WithheldCell } from '../publication/published-cell.js';
import type { Language, Wording } from '../shared/wording.js';
import { noFigureSentence } from './availability-sentence.js';
import { partForm } from './band-form.js';
import { shareFigure } from './figure-phrase.js';
import { countForm } from './number-form.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';

/** The reflections with minors, in the three parts in which attention for children is published. The three add up to n. */
export interface ShownChildAttention {
  readonly state: 'shown';
  /** Every child seen, spoken to (or too young) and its safety discussed. */
  readonly complete: number;
  /** At least one of the three is a no. */
  readonly no: number;
  /** None is a no, and at least one is not known. */
  readonly unknown: number;
}

/** Attention for children in one period. */
export interface ChildAttention {
  readonly period: MonthsOfFigure;
  readonly parts: ShownChildAttention | WithheldCell | AbsentCell;
  /**
   * Reflections in which time, culture or support of the organisation kept a child out of view, of those with this pitfall;
   * null where it is not published, which is everywhere but at the level of region or organisation.
   */
  readonly organisationReasons: PublishedCell | null;
}

/**
 * Attention for children in words: complete, no and not known, of n reflections with minors; not known stays not known. Where not known is the
 * largest part the question is about the recording, else about what would help. What the organisation itself plays in it stands apart.
 */
export function childAttentionSentence({ period, parts, organisationReasons }: ChildAttention, language: Language): string {
  if (parts.state !== 'shown') return noFigureSentence(period, parts.state, language);
  const n = parts.complete + parts.no + parts.unknown;
  if (n === 0) return noFigureSentence(period, 'absent', language);
  const label = periodLabel(period.from, period.through, language);
  const [complete, no, unknown] = [parts.complete, parts.no, parts.unknown].map((count) => partForm(count, n, language));
  const words: Wording = {
    nl: `${label}: bij ${countForm(n, language)} reflecties waren minderjarigen betrokken. De aandacht was volledig in ${complete} daarvan. In ${no} staat ten minste één nee; in ${unknown} is het niet bekend.`,
    en: `${label}: ${countForm(n, language)} reflections involved minors. Attention was complete in ${complete} of these. In ${no} there is at least one no; in ${unknown} it is not known.`,
  };
  const apart = organisationReasons === null ? [] : [organisationSentence(organisationReasons, language)];
  return [words[language], ...apart, question(parts)[language]].join(' ');
}

function organisationSentence(cell: PublishedCell, language: Language): string {
  const figure = shareFigure(cell, 'reflections', language);
  return {
    nl: `Tijd, cultuur of steun van de organisatie staat apart: ${figure}.`,
    en: `Time, culture or support of the organisation stands apart: ${figure}.`,
  }[language];
}

function question({ complete, no, unknown }: ShownChildAttention): Wording {
  if (unknown > complete && unknown > no) {
    return { nl: 'Niet bekend is geen nee: wat zou helpen om dit vollediger vast te leggen?', en: 'Not known is not a no: what would help to record this more completely?' };
  }
  return { nl: 'Wat helpt het team om alle kinderen in beeld te houden?', en: 'What helps the team to keep all children in view?' };
}
