import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { SpokenMeasure } from '@rolvast/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultMessage } from '../../shared/ui/FaultMessage';
import { Panel } from '../../shared/ui/Panel';
import { loadSpcChart } from './load-spc-chart';
import { PRESENTATIONS, type Presentation } from './presentation';
import { TrendFigures } from './TrendFigures';
import { TrendSkeleton } from './TrendSkeleton';
import { useMeasureTrend, useOrganisationTrend } from './use-measure-trend';
import styles from './measure-trend-card.module.css';

// Begun here, beside the question for the figures; where it fails, the chart asks again and shows the fault.
loadSpcChart().catch(() => undefined);

interface MeasureTrendCardProps {
  readonly organisation: string;
  readonly team: string;
  /** Catalogue code. */
  readonly measure: string;
  /** Null while the catalogue is being fetched; the figures are asked for at the same time. */
  readonly measureName: string | null;
  /** Whether it counts how often a pitfall was noticed; then the title is that question. */
  readonly isPitfall: boolean;
  /** What the sentence depends on; null while that is not known. */
  readonly spoken: SpokenMeasure | null;
  readonly months: number;
  readonly presentation: Presentation;
  readonly onPresent: (presentation: Presentation) => void;
  readonly besideOrganisation: boolean;
  readonly onBeside: (besideOrganisation: boolean) => void;
  /** Which measure, and how far back. */
  readonly pickers: ReactNode;
}

/** One measure of one team over time: fetches the trend and shows it, or says why there is none. */
export function MeasureTrendCard({ organisation, team, measure, measureName, isPitfall, spoken, months, presentation, onPresent, besideOrganisation, onBeside, pickers }: MeasureTrendCardProps) {
  const { t } = useTranslation();
  const trend = useMeasureTrend({ organisation, team, measure, months });
  const beside = useOrganisationTrend(organisation, measure, months, besideOrganisation && trend.data?.chart != null ? trend.data : null);
  const controls = <CardControls presentation={presentation} onPresent={onPresent} besideOrganisation={besideOrganisation} onBeside={onBeside} />;
  return (
    <Panel labelledBy="trend-title">
      <h2 className={styles.title} id="trend-title">
        {measureName === null ? <Skeleton component="span" height="1lh" /> : isPitfall ? t('trend.question', { measure: measureName }) : measureName}
      </h2>
      <div className={styles.pickers}>{pickers}</div>
      {(trend.isPending || (trend.isSuccess && measureName === null)) && <TrendSkeleton controls={controls} />}
      {trend.isError && <FaultMessage level={2} fault={trend.error} onRetry={() => void trend.refetch()} />}
      {trend.isSuccess && measureName !== null && <TrendFigures trend={trend.data} measureName={measureName} spoken={spoken} presentation={presentation} controls={controls} beside={besideOrganisation ? (beside.data ?? null) : null} />}
      {besideOrganisation && beside.isError && <FaultMessage level={2} fault={beside.error} onRetry={() => void beside.refetch()} />}
    </Panel>
  );
}

function CardControls({ presentation, onPresent, besideOrganisation, onBeside }: Pick<MeasureTrendCardProps, 'presentation' | 'onPresent' | 'besideOrganisation' | 'onBeside'>) {
  const { t } = useTranslation();
  const words: Readonly<Record<Presentation, string>> = { chart: t('trend.viewChart'), table: t('trend.viewTable'), both: t('trend.viewBoth') };
  return (
    <div className={styles.controls}>
      <SegmentedControl
        aria-label={t('trend.view')}
        data={PRESENTATIONS.map((value) => ({ value, label: words[value] }))}
        value={presentation}
        onChange={onPresent}
        size="xs"
      />
      <label className={styles.beside}>
        <input type="checkbox" checked={besideOrganisation} onChange={(event) => onBeside(event.currentTarget.checked)} />
        {t('overview.besideOrganisation')}
      </label>
      <Button variant="default" size="xs" px="sm" onClick={() => window.print()}>
        {t('trend.print')}
      </Button>
    </div>
  );
}
