import { bandForm, countForm, sharePercent, type Language } from '@rolvast/domain';
import type { QuarterCell, QuarterFigure } from './to-overview';

type ShownCell = QuarterCell & { readonly state: 'shown' };

/** Whether a share may be told and drawn: of a number that is told as itself, of something. A posted 0 is a band, and has none. */
export function shareOf(cell: QuarterCell): number | null {
  return cell.state === 'shown' && cell.band === null && cell.numerator !== null && cell.denominator > 0 ? cell.numerator / cell.denominator : null;
}

/** The count of a shown figure: '18', or '0–2' where the number would claim too much. */
export function countOf({ band, numerator }: ShownCell, language: Language): string {
  return band === null ? countForm(numerator ?? 0, language) : bandForm(band, language);
}

/** The share of a figure: '45 %'; null where there is none to tell. */
export function percentOf({ cell }: QuarterFigure, language: Language): string | null {
  return shareOf(cell) === null || cell.state !== 'shown' || cell.numerator === null ? null : sharePercent(cell.numerator, cell.denominator, language);
}
