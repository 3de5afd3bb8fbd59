import type { Measure } from '../measure/measure.js';
import { assertNever } from '../shared/assert-never.js';
import type { Language, Wording } from '../shared/wording.js';
import type { PublishedPeriod, ShareChart, SignalMark } from '../statistics/spc/share-chart.js';
import { TOO_FEW_POINTS } from './availability-sentence.js';
import { measureFigure, shareFigure } from './figure-phrase.js';
import { nextQuestion, WHAT_HELPED } from './next-step.js';
import { countForm } from './number-form.js';
import { periodLabel } from './period-label.js';
import { isSignalSide, type SignalSide } from './signal-sentence.js';

/** Within how many shown periods, the last one included, an earlier mark is still spoken of. */
const RECENT_PERIODS = 6;

const NOTHING_SHOWN: Wording = {
  nl: 'Voor deze periode is nog geen cijfer te tonen.',
  en: 'There is no figure to show for this period yet.',
};

/** What a sentence needs to know of a measure; every entry of the catalogue is one. */
export type SpokenMeasure = Pick<Measure, 'kind' | 'direction' | 'neededFirstBy'>;

/** A shown period with its mark. */
interface MarkedPeriod {
  readonly period: PublishedPeriod;
  readonly numerator: number;
  readonly denominator: number;
  readonly mark: SignalMark | null;
}

/**
 * Says in two to four sentences what the last shown period of a trend means; when nothing stands out in it, also which of the last six shown
 * periods stood out most recently.
 *
 * The subject is the pattern; n is always named; two points are never compared; a signal ends in a question, worded alike in both directions where
 * the measure is neutral. A mark on the welcome side of a measure with a direction asks what helped.
 *
 * @param periods the published periods; `chart` is the chart of exactly these.
 * @param measure what the chart is of; left out, a neutral share of reflections.
 */
export function trendSentence(periods: readonly PublishedPeriod[], chart: ShareChart, language: Language, measure: SpokenMeasure | null = null): string {
  const shown = shownPeriods(periods, chart);
  const last = shown.at(-1);
  if (last === undefined) return NOTHING_SHOWN[language];
  return `${labelOf([last], language)}: ${figureOf(last, measure, language)}. ${reading(shown, last, chart, measure, language)}`;
}

function shownPeriods(periods: readonly PublishedPeriod[], { marks }: ShareChart): readonly MarkedPeriod[] {
  return periods.flatMap((period, index): MarkedPeriod[] => {
    const { cell } = period;
    return cell.state === 'shown' && cell.denominator > 0 ? [{ period, ...cell, mark: marks[index] ?? null }] : [];
  });
}

function reading(shown: readonly MarkedPeriod[], last: MarkedPeriod, { stage }: ShareChart, measure: SpokenMeasure | null, language: Language): string {
  switch (stage) {
    case 'dots-only':
      return TOO_FEW_POINTS[language];
    case 'provisional':
      return PROVISIONAL[language];
    case 'full':
      if (last.mark === null) return [WITHIN[language], ...recentMark(shown, measure, language)].join(' ');
      return `${MARK_WORDS[last.mark][language]} ${question(last.mark, measure, language)}`;
    default:
      return assertNever(stage, 'chart stage');
  }
}

/** The most recent mark of the last six shown periods, with the months it lasted; empty when there is none. */
function recentMark(shown: readonly MarkedPeriod[], measure: SpokenMeasure | null, language: Language): readonly string[] {
  const end = shown.findLastIndex(({ mark }) => mark !== null);
  const marked = shown[end];
  if (marked === undefined || marked.mark === null || end < shown.length - RECENT_PERIODS) return [];
  const start = shown.findLastIndex(({ mark }, index) => index < end && mark !== marked.mark) + 1;
  const run = shown.slice(start, end + 1);
  const label = labelOf(run, language);
  const figure = run.length === 1 ? figureOf(marked, measure, language) : `n = ${countForm(totalOf(run), language)}`;
  const recently = { nl: 'Kort geleden', en: 'Recently' }[language];
  const then = { nl: 'Weten we nog wat er toen speelde?', en: 'Do we remember what was going on then?' }[language];
  return [`${recently} ${RECENT_WORDS[marked.mark][language]}: ${label}, ${figure}. ${then}`];
}

function question(mark: SignalMark, measure: SpokenMeasure | null, language: Language): string {
  const { kind, direction } = measure ?? { kind: 'reflection-share', direction: 'neutral' };
  if (!isSignalSide(direction, SIDE_OF[mark])) return WHAT_HELPED[language];
  return nextQuestion({ kind, direction }, measure?.neededFirstBy[0] ?? 'team-manager', language);
}

function labelOf(run: readonly MarkedPeriod[], language: Language): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a run has at least one period');
  return periodLabel(first.period.from, last.period.through, language);
}

function figureOf({ numerator, denominator }: MarkedPeriod, measure: SpokenMeasure | null, language: Language): string {
  const cell = { state: 'shown', numerator, denominator } as const;
  return measure === null ? shareFigure(cell, 'reflections', language) : measureFigure(measure, cell, language);
}

function totalOf(run: readonly MarkedPeriod[]): number {
  return run.reduce((total, { denominator }) => total + denominator, 0);
}

const PROVISIONAL: Wording = {
  nl: 'De lijnen zijn voorlopig: vanaf dertien punten zeggen ze meer.',
  en: 'The lines are provisional: from thirteen points on they say more.',
};

const WITHIN: Wording = { nl: 'Dat is binnen wat we hier gewend zijn.', en: 'That is within what we usually see here.' };

const SIDE_OF: Readonly<Record<SignalMark, SignalSide>> = {
  'above-limit': 'above',
  'below-limit': 'below',
  'two-in-three-above': 'above',
  'two-in-three-below': 'below',
  'shift-above': 'above',
  'shift-below': 'below',
};

const MARK_WORDS: Readonly<Record<SignalMark, Wording>> = {
  'above-limit': {
    nl: 'Dat ligt boven de lijnen; kijk eerst naar samenstelling en registratie.',
    en: 'That is above the lines; first look at case-mix and recording.',
  },
  'below-limit': {
    nl: 'Dat ligt onder de lijnen; kijk eerst naar samenstelling en registratie.',
    en: 'That is below the lines; first look at case-mix and recording.',
  },
  'two-in-three-above': {
    nl: 'Twee van drie punten op rij liggen dicht bij de bovenste lijn.',
    en: 'Two of three points in a row are close to the upper line.',
  },
  'two-in-three-below': {
    nl: 'Twee van drie punten op rij liggen dicht bij de onderste lijn.',
    en: 'Two of three points in a row are close to the lower line.',
  },
  'shift-above': { nl: 'Zeven of meer punten op rij liggen boven het midden.', en: 'Seven or more points in a row are above the middle.' },
  'shift-below': { nl: 'Zeven of meer punten op rij liggen onder het midden.', en: 'Seven or more points in a row are below the middle.' },
};

const RECENT_WORDS: Readonly<Record<SignalMark, Wording>> = {
  'above-limit': { nl: 'boven de lijnen', en: 'above the lines' },
  'below-limit': { nl: 'onder de lijnen', en: 'below the lines' },
  'two-in-three-above': { nl: 'twee van drie dicht bij de bovenste lijn', en: 'two of three close to the upper line' },
  'two-in-three-below': { nl: 'twee van drie dicht bij de onderste lijn', en: 'two of three close to the lower line' },
  'shift-above': { nl: 'een reeks boven het midden', en: 'a run above the middle' },
  'shift-below': { nl: 'een reeks onder het midden', en: 'a run below the middle' },
};
