import { assertNever, periodLabel, trendSentence, type SpokenMeasure } from '@rolvast/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { usePrinting } from '../../shared/lib/use-printing';
import { StateMessage } from '../../shared/ui/StateMessage';
import type { Presentation } from './presentation';
import { describeRow } from './describe-row';
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
}

/** A trend in words, then as chart, table or both. Paper always gets both. */
export function TrendFigures({ trend, measureName, spoken, presentation, controls }: TrendFiguresProps) {
  const { t } = useTranslation();
  const printing = usePrinting();
  const { chart, rows } = trend;
  const reflections = shownReflections(rows);
  if (rows.length === 0) return <NothingToDraw closed={trend.closed} />;
  const isDrawn = reflections !== null && chart !== null;
  const withTable = presentation !== 'chart' || !isDrawn;
  return (
    <>
      <TrendSummary trend={trend} spoken={spoken} reflections={reflections} />
      {reflections === null && <NothingToDraw closed />}
      {isDrawn && controls}
      {isDrawn && (printing || presentation !== 'table') && <TrendChart trend={trend} chart={chart} measureName={measureName} />}
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
  const parts = [trend.organisation, period, coverage, publishedWith, t('app.notForAppraisal')].filter(Boolean);
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
