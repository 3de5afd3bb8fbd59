import { assertNever, bandFigure, bandForm, hoursFigure, shareFigure, type Language } from '@rolvast/domain';
import type { FigureUnit } from '../../graphql/generated/graphql';
import { formatNumber } from '../../shared/format/format-number';
import { formatShare } from '../../shared/format/format-share';
import type { TrendFigure } from './to-chart-rows';

type ShownFigure = TrendFigure & { readonly state: 'shown' };

/** A figure with its n in the words of its unit: '18 van 40 reflecties (45 %)', '0 tot 2 van 20 reflecties', '1 tot 5 van 57 reflecties', '75 uur per 100 reflecties (n = 60)'. */
export function figureWords(figure: ShownFigure, unit: FigureUnit, language: Language): string {
  const cell = { state: 'shown', numerator: figure.numerator ?? 0, denominator: figure.denominator } as const;
  switch (unit) {
    case 'SHARE_OF_REFLECTIONS':
      return shareFigure(cell, 'reflections', language);
    case 'SHARE_OF_FIELDS':
      return shareFigure(cell, 'fields', language);
    case 'HOURS_PER_100_REFLECTIONS':
      return hoursFigure(cell, language);
    case 'BAND_OF_REFLECTIONS':
      if (figure.band === null) throw new Error('a band has its ends');
      return bandFigure(figure.band, figure.denominator, language);
    default:
      return assertNever(unit, 'unit of a figure');
  }
}

/** The count of a figure for a table: '18', and where the number would claim none or all, or is a band: '0–2'; null of a denominator of 0. */
export function countWords({ band, numerator, denominator }: ShownFigure, language: Language): string | null {
  if (denominator === 0) return null;
  if (band !== null) return bandForm(band, language);
  return numerator === null ? null : formatNumber(numerator, language);
}

/** The share of a figure for a table; null where it is a band, which has no percentage. */
export function shareWords({ band, share }: ShownFigure, language: Language): string | null {
  return band !== null || share === null ? null : formatShare(share, language);
}
