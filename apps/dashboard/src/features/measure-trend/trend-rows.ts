import { bandForm, periodLabel, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import type { CsvCell } from '../../shared/download/csv';
import type { PictureWords } from '../../shared/download/picture';
import { formatNumber } from '../../shared/format/format-number';
import type { BesideTrend } from './to-beside';
import type { Trend, TrendRow } from './to-chart-rows';

/** A trend as rows to keep, the headings first. What is told as a band stays text; with the organisation beside it, its share comes along. */
export function trendRows(rows: readonly TrendRow[], beside: BesideTrend | null, t: TFunction, language: Language): readonly (readonly CsvCell[])[] {
  const heads = [t('table.from'), t('table.through'), t('table.state'), t('table.count'), t('table.of'), t('table.share'), t('table.reflections'), t('table.lower'), t('table.upper'), t('table.signal')];
  return [[...heads, ...(beside === null ? [] : [t('overview.organisationLine')])], ...rows.map((row) => [...cellsOf(row, t, language), ...(beside === null ? [] : [besideAt(row, beside)])])];
}

function cellsOf({ from, through, figure }: TrendRow, t: TFunction, language: Language): readonly CsvCell[] {
  const state = t(`state.${figure.state}`);
  if (figure.state !== 'shown') return [from, through, state, null, null, null, null, null, null, null];
  const { numerator, denominator, band, reflections, share, lower, upper, signal } = figure;
  const count = band === null ? numerator : bandForm(band, language);
  return [from, through, state, count, denominator, band === null ? share : null, reflections, lower, upper, signal === null ? null : t(`signal.${signal}`)];
}

/** The share of the organisation in the period in which a row ends. */
function besideAt({ end }: TrendRow, { steps }: BesideTrend): number | null {
  return steps.find((step) => step.start < end && end <= step.end)?.share ?? null;
}

/** What stands around a trend that is kept as a picture. */
export function pictureWords({ team, organisation, rows }: Trend, measureName: string, reflections: number | null, t: TFunction, language: Language): PictureWords {
  const [first, last] = [rows[0], rows.at(-1)];
  const period = first === undefined || last === undefined ? null : periodLabel(first.from, last.through, language);
  const n = reflections === null ? null : t('trend.coverage', { reflections: formatNumber(reflections, language) });
  return { title: measureName, subtitle: [team, organisation, period, n].filter((part) => part !== null).join(' · '), footnote: t('app.notForAppraisal') };
}
