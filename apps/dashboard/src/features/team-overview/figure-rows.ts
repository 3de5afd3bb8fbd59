import { bandForm, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import type { CsvCell } from '../../shared/download/csv';
import { shareOf } from './cell-words';
import type { QuarterFigure } from './to-overview';

/** Some figures as rows to keep, the headings first. What is told as a band stays text. */
export function figureRows(figures: readonly QuarterFigure[], nameOf: (measure: string) => string, t: TFunction, language: Language): readonly (readonly CsvCell[])[] {
  const heads = [t('picker.measure'), t('table.from'), t('table.through'), t('table.state'), t('table.count'), t('table.of'), t('table.share'), t('table.signal')];
  const rows = figures.map(({ measure, months, cell, mark }): readonly CsvCell[] => {
    const shown = cell.state === 'shown' ? cell : null;
    const count = shown === null ? null : shown.band === null ? shown.numerator : bandForm(shown.band, language);
    return [nameOf(measure), months?.from ?? null, months?.through ?? null, t(`state.${cell.state}`), count, shown?.denominator ?? null, shareOf(cell), mark === null ? null : t(`signal.${mark}`)];
  });
  return [heads, ...rows];
}
