import type { Direction, Measure, Reader } from '../measure/measure.js';
import type { Month } from '../period/month.js';
import type { ShownCell } from '../publication/published-cell.js';
import { assertNever } from '../shared/assert-never.js';
import type { Language, Wording } from '../shared/wording.js';
import { allowingForSentence, type AllowingFor } from './allowing-for-sentence.js';
import { measureFigure, usualFigure } from './figure-phrase.js';
import { quotedNameForm } from './name-form.js';
import { nextQuestion } from './next-step.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';

/** On which side of what is usual a figure lies. */
export type SignalSide = 'above' | 'below';

/** A statistical rule that fired for a measure, with the figure that made it fire. */
export interface MeasureSignal {
  readonly measure: Measure;
  readonly side: SignalSide;
  /** `watch`: a first sign; `confirmed`: still there when all series are judged together. */
  readonly strength: 'watch' | 'confirmed';
  /** The first month of the pattern. */
  readonly since: Month;
  readonly period: MonthsOfFigure;
  /** The posted figure of the period; see {@link measureFigure}. */
  readonly cell: ShownCell;
  /** The middle of the chart: a share in [0, 1], or hours per reflection. */
  readonly usual: number;
  /** Null where no breakdown belongs to the measure. */
  readonly allowingFor: AllowingFor | null;
}

/** Whether a side is a signal at all: both are for a neutral measure, else only the one that asks for support. */
export function isSignalSide(direction: Direction, side: SignalSide): boolean {
  switch (direction) {
    case 'neutral':
      return true;
    case 'up-is-better':
      return side === 'below';
    case 'down-is-better':
      return side === 'above';
    case 'none':
      return false;
    default:
      return assertNever(direction, 'direction');
  }
}

/**
 * A signal in words: which pattern and since when, the figure with its n beside what is usual, how sure it is, whether the mix explains it, and a
 * question for the reader. Both sides have the same words but "vaker" and "minder vaak".
 *
 * @throws RangeError for a side that is no signal (a rise where more is better): see {@link isSignalSide}; and for a measure that never signals:
 * one that is rare, whose posted count a team only sees as a band, or one without cells.
 */
export function signalSentence(signal: MeasureSignal, reader: Reader, language: Language): string {
  const { measure, side, strength, period, cell, usual, allowingFor } = signal;
  if (measure.signalPeriod === null) throw new RangeError('this measure never signals');
  if (!isSignalSide(measure.direction, side)) throw new RangeError('this side of the measure is no signal');
  const label = startOf(periodLabel(period.from, period.through, language));
  const figure = measureFigure(measure, cell, language);
  const middle = usualFigure(measure, usual, language);
  const figures: Wording = {
    nl: `${label}: ${figure}; gewoonlijk is dat hier ${middle}.`,
    en: `${label}: ${figure}; usually it is ${middle} here.`,
  };
  const sentences = [
    opening(signal, language),
    figures[language],
    STRENGTH_WORDS[strength][language],
    ...(allowingFor === null ? [] : [allowingForSentence(allowingFor, language)]),
    nextQuestion(measure, reader, language),
  ];
  return sentences.join(' ');
}

/** A label at the beginning of a sentence. */
function startOf(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function opening({ measure, side, since }: MeasureSignal, language: Language): string {
  const name = quotedNameForm(measure.name, language);
  const month = periodLabel(since, since, language);
  if (measure.kind === 'reflection-hours') {
    const words = LEVEL_WORDS[side];
    return { nl: `Sinds ${month} is ${name} ${words.nl} dan we gewend zijn.`, en: `Since ${month} ${name} has been ${words.en} than usual.` }[language];
  }
  const words = OFTEN_WORDS[side];
  return { nl: `Sinds ${month} zien we ${name} ${words.nl} dan we gewend zijn.`, en: `Since ${month} we have seen ${name} ${words.en} than usual.` }[language];
}

const OFTEN_WORDS: Readonly<Record<SignalSide, Wording>> = {
  above: { nl: 'vaker', en: 'more often' },
  below: { nl: 'minder vaak', en: 'less often' },
};

const LEVEL_WORDS: Readonly<Record<SignalSide, Wording>> = {
  above: { nl: 'hoger', en: 'higher' },
  below: { nl: 'lager', en: 'lower' },
};

const STRENGTH_WORDS: Readonly<Record<MeasureSignal['strength'], Wording>> = {
  watch: {
    nl: 'Dit is een eerste teken; de volgende periode laat zien of het blijft.',
    en: 'This is a first sign; the next period will show whether it stays.',
  },
  confirmed: { nl: 'Het patroon is duidelijk genoeg om samen te bekijken.', en: 'The pattern is clear enough to look at together.' },
};
