import { assertNever } from '@rolvast/domain';
import type { ShareChart } from '@rolvast/domain/statistics';
import { lazy, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { ChartFrame } from '../../shared/charts/ChartFrame';
import { SpcLegend, type SpcLegendWords } from '../../shared/charts/SpcLegend';
import type { SpcPeriod } from '../../shared/charts/spc-period';
import { formatShare } from '../../shared/format/format-share';
import { describeRow } from './describe-row';
import type { BesideTrend } from './to-beside';
import { loadSpcChart } from './load-spc-chart';
import type { Trend } from './to-chart-rows';

/** Fetched apart: the question, the sentence and the table don't wait for the drawing library. */
const SpcChart = lazy(async () => ({ default: (await loadSpcChart()).SpcChart }));

interface TrendChartProps {
  readonly trend: Trend;
  readonly chart: ShareChart;
  readonly measureName: string;
  /** Null where nothing stands beside it. */
  readonly beside: BesideTrend | null;
  /** Holds the drawing, to keep it as a picture. */
  readonly frame: Ref<HTMLDivElement>;
}

/** The control chart of a trend, with its key. */
export function TrendChart({ trend, chart, measureName, beside, frame }: TrendChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useLegendWords(trend.period, chart);
  const first = trend.rows[0];
  if (first === undefined) return null;
  const periods: readonly SpcPeriod[] = trend.rows.map((row) => ({ ...row, description: describeRow(row, trend.figureUnit, t, language) }));
  const { centre } = chart;
  const provisional = isProvisional(chart.stage);
  return (
    <>
      <div ref={frame}>
      <ChartFrame>
        {(size) => (
          <SpcChart
            {...size}
            periods={periods}
            firstMonth={first.from}
            centre={centre}
            beside={beside?.steps ?? []}
            provisional={provisional}
            language={language}
            label={t(`trend.chart.${trend.period}`, { measure: measureName, team: trend.team })}
            description={t('trend.chartDescription')}
            hint={t('trend.chartHint')}
          />
        )}
      </ChartFrame>
      </div>
      <SpcLegend periods={periods} centre={centre} provisional={provisional} words={{ ...words, beside: beside?.total == null ? null : t('overview.organisationLine') }} />
    </>
  );
}

function isProvisional(stage: ShareChart['stage']): boolean {
  switch (stage) {
    case 'provisional':
      return true;
    case 'dots-only':
    case 'full':
      return false;
    default:
      return assertNever(stage, 'chart stage');
  }
}

function useLegendWords(period: Trend['period'], chart: ShareChart): SpcLegendWords {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    label: t('legend.label'),
    point: t(`legend.point.${period}`),
    merged: t('legend.merged'),
    centre: chart.centre === null ? '' : t('legend.centre', { share: formatShare(chart.centre, language) }),
    limits: t('legend.limits'),
    limitsProvisional: t('legend.limitsProvisional'),
    withheld: t('state.withheld'),
    absent: t('state.absent'),
    signals: {
      'above-limit': t('signal.above-limit'),
      'below-limit': t('signal.below-limit'),
      'two-in-three-above': t('legend.twoInThreeAbove'),
      'two-in-three-below': t('legend.twoInThreeBelow'),
      'shift-above': t('legend.shiftAbove'),
      'shift-below': t('legend.shiftBelow'),
    },
  };
}
