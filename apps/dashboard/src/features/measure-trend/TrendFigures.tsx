import { assertNever, periodLabel, trendSentence, type SpokenMeasure } from '@rolvast/domain';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { DownloadButtons } from '../../shared/download/DownloadButtons';
import { fileNameOf } from '../../shared/download/save-file';
import { usePrinting } from '../../shared/lib/use-printing';
import { StateMessage } from '../../shared/ui/StateMessage';
import type { Presentation } from './presentation';
import { describeRow } from './describe-row';
import { pictureWords, trendRows } from './trend-rows';
import { besideWords } from './beside-words';
import type { BesideTrend } from './to-beside';
import { shownReflections, type Trend } from './to-chart-rows';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';
import styles from './trend-figures.module.css';

interface TrendFiguresProps {
  readonly trend: Trend;
  readonly measureName: string;
  /** What the sentence depends on; null for a measure of which this is not known. */
  readonly spoken: SpokenMeasure | null;
  readonly presentation: Presentation;
  /** Stands between the words and the figures. */
  readonly controls: ReactNode;
  /** The whole organisation; null where it is not asked for, or not there yet. */
  readonly beside?: BesideTrend | null;
}

/** A trend in words, then as chart, table or both. Paper always gets both. */
export function TrendFigures({ trend, measureName, spoken, presentation, controls, beside = null }: TrendFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const printing = usePrinting();
  const frame = useRef<HTMLDivElement>(null);
  const { chart, rows } = trend;
  const reflections = shownReflections(rows);
  if (rows.length === 0) return <NothingToDraw closed={trend.closed} />;
  const isDrawn = reflections !== null && chart !== null;
  const withTable = presentation !== 'chart' || !isDrawn;
  return (
    <>
      <TrendSummary trend={trend} spoken={spoken} reflections={reflections} />
      {reflections === null && <NothingToDraw closed />}
      <div className={styles.controls}>
        {isDrawn && controls}
        <DownloadButtons
          label={t('download.label', { title: measureName })}
          fileName={fileNameOf(trend.team, measureName)}
          rows={() => trendRows(rows, beside, t, language)}
          drawing={isDrawn && presentation !== 'table' ? () => frame.current?.querySelector('svg') ?? null : null}
          words={pictureWords(trend, measureName, reflections, t, language)}
        />
      </div>
      {isDrawn && (printing || presentation !== 'table') && <TrendChart trend={trend} chart={chart} measureName={measureName} beside={beside} frame={frame} />}
      {beside !== null && <p className={styles.note}>{besideWords(beside, t, language)}</p>}
      <div className={withTable ? styles.table : styles.tableOnPaper}>
        <TrendTable rows={rows} unit={trend.figureUnit} caption={t(`table.caption.${trend.period}`, { measure: measureName, team: trend.team })} signalsSought={chart?.stage === 'full'} />
      </div>
    </>
  );
}

interface TrendSummaryProps {
  readonly trend: Trend;
  readonly spoken: SpokenMeasure | null;
  readonly reflections: number | null;
}

/** n, the sentence, and what to know before reading the figures. */
function TrendSummary({ trend, spoken, reflections }: TrendSummaryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first, last] = [trend.rows[0], trend.rows.at(-1)];
  const period = first && last && periodLabel(first.from, last.through, language);
  const coverage = reflections !== null && t('trend.coverage', { reflections: formatNumber(reflections, language) });
  const publishedWith = trend.publishedWith && t('trend.publishedWith', { unit: trend.publishedWith });
  const parts = [period, coverage, publishedWith, t('app.notForAppraisal')].filter(Boolean);
  return (
    <div>
      <p className={styles.coverage}>
        <strong>{trend.team}</strong>
        {parts.map((part) => ` · ${part}`)}
      </p>
      {reflections !== null && (
        <p className={styles.sentence} aria-live="polite">
          <TrendWords trend={trend} spoken={spoken} />
        </p>
      )}
      {reflections !== null && trend.chart?.stage === 'dots-only' && (
        <p className={styles.note}>
          <strong>{t('trend.dotsOnlyTitle')}.</strong> {t('trend.dotsOnly')}
        </p>
      )}
      {trend.chart === null && <p className={styles.note}>{t(`trend.${whyNoChart(trend.figureUnit)}`)}</p>}
    </div>
  );
}

/** The last shown period in words: with a chart what it means there, without one the figure alone. */
function TrendWords({ trend, spoken }: Pick<TrendSummaryProps, 'trend' | 'spoken'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (trend.chart !== null) return trendSentence(trend.periods, trend.chart, language, spoken);
  const last = trend.rows.findLast(({ figure }) => figure.state === 'shown');
  return last === undefined ? null : describeRow(last, trend.figureUnit, t, language);
}

function whyNoChart(unit: Trend['figureUnit']): 'noChartOfBand' | 'noChartOfHours' | 'noChart' {
  switch (unit) {
    case 'BAND_OF_REFLECTIONS':
      return 'noChartOfBand';
    case 'HOURS_PER_100_REFLECTIONS':
      return 'noChartOfHours';
    case 'SHARE_OF_REFLECTIONS':
    case 'SHARE_OF_FIELDS':
      return 'noChart';
    default:
      return assertNever(unit, 'unit of a figure');
  }
}

function NothingToDraw({ closed }: { readonly closed: boolean }) {
  const { t } = useTranslation();
  const kind = closed ? 'nothingShown' : 'nothingClosed';
  return (
    <StateMessage level={2} title={t(`trend.${kind}Title`)}>
      <p>{t(`trend.${kind}`)}</p>
    </StateMessage>
  );
}
