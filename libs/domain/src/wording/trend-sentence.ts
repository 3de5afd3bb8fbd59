import { assertNever } from '../shared/assert-never.js';
import type { Language, Wording } from '../shared/wording.js';
import type { PublishedPeriod, ShareChart, SignalMark } from '../statistics/spc/share-chart.js';
import { periodLabel } from './period-label.js';

/**
 * A share of two counts in whole percents: '38 %'. Rounding never claims none or all: 1 of 300 is '< 1 %', 299 of 300 '> 99 %'.
 *
 * @param denominator above 0.
 */
export function sharePercent(numerator: number, denominator: number): string {
  const percent = Math.round((100 * numerator) / denominator);
  if (percent === 0 && numerator > 0) return '< 1 %';
  if (percent === 100 && numerator < denominator) return '> 99 %';
  return `${percent} %`;
}

const NOTHING_SHOWN: Wording = {
  nl: 'Voor deze maanden is nog geen cijfer te tonen.',
  en: 'There is no figure to show for these months yet.',
};

/**
 * Says in two or three sentences what the last shown period of a trend means.
 *
 * The subject is the pattern; n is always named; two points are never compared; a signal ends in an offer of support, worded alike
 * in both directions because the measures are neutral.
 *
 * @param periods the published periods; `chart` is the chart of exactly these.
 */
export function trendSentence(periods: readonly PublishedPeriod[], chart: ShareChart, language: Language): string {
  const index = periods.findLastIndex(({ cell }) => cell.state === 'shown' && cell.denominator > 0);
  const last = periods[index];
  if (last === undefined || last.cell.state !== 'shown') return NOTHING_SHOWN[language];
  const { numerator, denominator } = last.cell;
  const label = periodLabel(last.from, last.through, language);
  const share = sharePercent(numerator, denominator);
  const figure: Wording = {
    nl: `${label}: opgemerkt in ${numerator} van ${denominator} reflecties (${share}).`,
    en: `${label}: noticed in ${numerator} of ${denominator} reflections (${share}).`,
  };
  return `${figure[language]} ${reading(chart, index)[language]}`;
}

function reading(chart: ShareChart, index: number): Wording {
  switch (chart.stage) {
    case 'dots-only':
      return {
        nl: 'Er zijn nog te weinig maanden om iets over een verloop te zeggen.',
        en: 'There are too few months yet to say anything about a course over time.',
      };
    case 'provisional':
      return {
        nl: 'De lijnen zijn voorlopig: vanaf dertien punten zeggen ze meer.',
        en: 'The lines are provisional: from thirteen points on they say more.',
      };
    case 'full':
      return markReading(chart.marks[index] ?? null);
    default:
      return assertNever(chart.stage, 'chart stage');
  }
}

function markReading(mark: SignalMark | null): Wording {
  switch (mark) {
    case null:
      return { nl: 'Dat is binnen wat we hier gewend zijn.', en: 'That is within what we usually see here.' };
    case 'above-limit':
      return {
        nl: 'Dat ligt boven de lijnen; kijk eerst naar samenstelling en registratie. Een thema om voor te stellen voor intervisie?',
        en: 'That is above the lines; first look at case-mix and recording. A theme to propose for intervision?',
      };
    case 'below-limit':
      return {
        nl: 'Dat ligt onder de lijnen; kijk eerst naar samenstelling en registratie. Een thema om voor te stellen voor intervisie?',
        en: 'That is below the lines; first look at case-mix and recording. A theme to propose for intervision?',
      };
    case 'shift-above':
      return {
        nl: 'Zeven of meer maanden op rij liggen boven het midden. Een thema om voor te stellen voor intervisie?',
        en: 'Seven or more months in a row are above the middle. A theme to propose for intervision?',
      };
    case 'shift-below':
      return {
        nl: 'Zeven of meer maanden op rij liggen onder het midden. Een thema om voor te stellen voor intervisie?',
        en: 'Seven or more months in a row are below the middle. A theme to propose for intervision?',
      };
    default:
      return assertNever(mark, 'signal mark');
  }
}
