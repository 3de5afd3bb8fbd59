import type { Measure } from '../measure/measure.js';
import type { PublishedCell } from '../publication/published-cell.js';
import { assertNever } from '../shared/assert-never.js';
import type { Language, Wording } from '../shared/wording.js';
import { allowingForSentence, type AllowingFor } from './allowing-for-sentence.js';
import { isFigure, measureFigure } from './figure-phrase.js';
import { quotedNameForm, unitNameForm, unitNamesForm } from './name-form.js';
import { countForm } from './number-form.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';
import { rareFigure } from './rare-sentence.js';

/** Where a unit lies in a funnel; `no-lines` when there are too few units to draw any. */
export type ComparedPosition = 'inside' | 'above' | 'below' | 'no-lines';

/** One unit beside the lines of a measure. */
export interface UnitComparison {
  /** The name as the organisation wrote it; see {@link unitNameForm}. */
  readonly unit: string;
  readonly measure: Measure;
  readonly period: MonthsOfFigure;
  /** As posted. A rare measure is only spoken as its band. */
  readonly cell: PublishedCell;
  readonly position: ComparedPosition;
  /** Null where no breakdown belongs to the measure. */
  readonly allowingFor: AllowingFor | null;
}

const POSITION_WORDS: Readonly<Record<ComparedPosition, Wording>> = {
  inside: { nl: 'Dat is binnen de lijnen.', en: 'That is inside the lines.' },
  above: {
    nl: 'Dat is boven de lijnen; kijk eerst naar samenstelling en registratie.',
    en: 'That is above the lines; first look at case-mix and recording.',
  },
  below: {
    nl: 'Dat is onder de lijnen; kijk eerst naar samenstelling en registratie.',
    en: 'That is below the lines; first look at case-mix and recording.',
  },
  'no-lines': { nl: 'Er zijn nog te weinig teams voor lijnen.', en: 'There are too few teams for lines yet.' },
};

const ASK_THE_TEAM: Wording = { nl: 'Herkent het team dit, en wat zou helpen?', en: 'Does the team recognise this, and what would help?' };

/**
 * One unit, by name, beside the lines of a funnel: the figure with n, inside or outside, where to look first, whether the mix explains it, and outside
 * the lines a question to the team. Never a rank, never another unit.
 *
 * @throws RangeError for a measure without cells, and for a rare one whose count was not posted.
 */
export function comparisonSentence(comparison: UnitComparison, language: Language): string {
  const { unit, measure, period, cell, position, allowingFor } = comparison;
  const name = quotedNameForm(measure.name, language);
  const label = periodLabel(period.from, period.through, language);
  const first = `${unitNameForm(unit, language)}, ${label}, ${name}: ${figureOf(measure, cell, language)}.`;
  if (!isFigure(cell)) return first;
  const sentences = [first, POSITION_WORDS[position][language], ...(allowingFor === null ? [] : [allowingForSentence(allowingFor, language)])];
  return isOutside(position) ? [...sentences, ASK_THE_TEAM[language]].join(' ') : sentences.join(' ');
}

/** The units outside the lines of a measure, and how many were compared. */
export interface UnitsOutside {
  readonly measure: Measure;
  /** Names as the organisation wrote them, in any order. */
  readonly outside: readonly string[];
  readonly compared: number;
}

/** Which units lie outside the lines, in the order of their names: 'Buiten de lijnen bij ‘Partijdigheid’: Noord en Zuid (teams vergeleken: 14). ...' */
export function unitsOutsideSentence({ measure, outside, compared }: UnitsOutside, language: Language): string {
  const name = quotedNameForm(measure.name, language);
  const n = `${{ nl: 'teams vergeleken', en: 'teams compared' }[language]}: ${countForm(compared, language)}`;
  if (outside.length === 0) {
    return { nl: `Bij ${name} ligt geen team buiten de lijnen (${n}).`, en: `No team is outside the lines for ${name} (${n}).` }[language];
  }
  const names = unitNamesForm(outside, language);
  const one = outside.length === 1;
  const words: Wording = {
    nl: `Buiten de lijnen bij ${name}: ${names} (${n}). Kijk eerst naar samenstelling en registratie; ${one ? 'wat kan dit team' : 'wat kunnen deze teams'} erover vertellen?`,
    en: `Outside the lines for ${name}: ${names} (${n}). First look at case-mix and recording; what can ${one ? 'this team' : 'these teams'} tell about it?`,
  };
  return words[language];
}

function figureOf(measure: Measure, cell: PublishedCell, language: Language): string {
  if (!measure.isRare || !isFigure(cell)) return measureFigure(measure, cell, language);
  return rareFigure(cell.numerator, cell.denominator, language);
}

function isOutside(position: ComparedPosition): boolean {
  switch (position) {
    case 'above':
    case 'below':
      return true;
    case 'inside':
    case 'no-lines':
      return false;
    default:
      return assertNever(position, 'funnel position');
  }
}
