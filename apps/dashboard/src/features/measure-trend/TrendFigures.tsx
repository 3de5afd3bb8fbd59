import { periodLabel, trendSentence } from '@rolvast/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { usePrinting } from '../../shared/lib/use-printing';
import { StateMessage } from '../../shared/ui/StateMessage';
import type { Presentation } from './presentation';
import { shownTotals, type Trend } from './to-chart-rows';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';
import styles from './trend-figures.module.css';

interface TrendFiguresProps {
  readonly trend: Trend;
  readonly measureName: string;
  readonly presentation: Presentation;
  /** Stands between the words and the figures. */
  readonly controls: ReactNode;
}

/** A trend in words, then as chart, table or both. Paper always gets both. */
export function TrendFigures({ trend, measureName, presentation, controls }: TrendFiguresProps) {
  const { t } = useTranslation();
  const printing = usePrinting();
  const totals = shownTotals(trend.rows);
  if (trend.rows.length === 0) return <NothingToDraw closed={trend.closed} />;
  const withChart = totals !== null && (printing || presentation !== 'table');
  const withTable = presentation !== 'chart' || totals === null;
  return (
    <>
      <TrendSummary trend={trend} totals={totals} />
      {totals === null ? <NothingToDraw closed /> : controls}
      {withChart && <TrendChart trend={trend} measureName={measureName} />}
      <div className={withTable ? styles.table : styles.tableOnPaper}>
        <TrendTable
          rows={trend.rows}
          caption={t('table.caption', { measure: measureName, team: trend.team })}
          signalsSought={trend.chart.stage === 'full'}
        />
      </div>
    </>
  );
}

interface TrendSummaryProps {
  readonly trend: Trend;
  readonly totals: ReturnType<typeof shownTotals>;
}

/** n, the sentence, and what to know before reading the chart. */
function TrendSummary({ trend, totals }: TrendSummaryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first, last] = [trend.rows[0], trend.rows.at(-1)];
  const period = first && last && periodLabel(first.from, last.through, language);
  const coverage =
    totals &&
    t('trend.coverage', {
      reflections: formatNumber(totals.reflections, language),
      considered: formatNumber(totals.considered, language),
    });
  const publishedWith = trend.publishedWith && t('trend.publishedWith', { unit: trend.publishedWith });
  const parts = [trend.organisation, period, coverage, publishedWith, t('app.notForAppraisal')].filter(Boolean);
  return (
    <div>
      <p className={styles.coverage}>
        <strong>{trend.team}</strong>
        {parts.map((part) => ` · ${part}`)}
      </p>
      {totals !== null && (
        <p className={styles.sentence} aria-live="polite">
          {trendSentence(trend.periods, trend.chart, language)}
        </p>
      )}
      {totals !== null && trend.chart.stage === 'dots-only' && (
        <p className={styles.note}>
          <strong>{t('trend.dotsOnlyTitle')}.</strong> {t('trend.dotsOnly')}
        </p>
      )}
    </div>
  );
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
