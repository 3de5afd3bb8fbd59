import { assertNever, periodLabel, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import type { FigureUnit } from '../../graphql/generated/graphql';
import { formatNumber } from '../../shared/format/format-number';
import { formatShare } from '../../shared/format/format-share';
import { figureWords } from './figure-words';
import type { TrendFigure, TrendRow } from './to-chart-rows';

/** One period in full sentences: the figure with its n, the lines and the signal; or that there is nothing to show. */
export function describeRow(row: TrendRow, unit: FigureUnit, t: TFunction, language: Language): string {
  const period = periodLabel(row.from, row.through, language);
  switch (row.figure.state) {
    case 'withheld':
      return t('period.withheld', { period });
    case 'absent':
      return t('period.absent', { period });
    case 'shown':
      return describeFigure(row.figure, unit, period, t, language);
    default:
      return assertNever(row.figure, 'figure');
  }
}

function describeFigure(figure: TrendFigure & { state: 'shown' }, unit: FigureUnit, period: string, t: TFunction, language: Language): string {
  const reflections = formatNumber(figure.reflections, language);
  if (figure.denominator === 0) return t('period.notAnswered', { period, reflections });
  const sentences: string[] = [t('period.shown', { period, reflections, figure: figureWords(figure, unit, language) })];
  if (figure.lower !== null && figure.upper !== null) {
    sentences.push(t('period.limits', { lower: formatShare(figure.lower, language), upper: formatShare(figure.upper, language) }));
  }
  if (figure.signal !== null) sentences.push(`${t('table.signal')}: ${t(`signal.${figure.signal}`)}.`);
  return sentences.join(' ');
}
