import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparisonQueryVariables } from '../../graphql/generated/graphql';
import { failureOf } from '../../graphql/request-failure';
import { ChartFrame } from '../../shared/charts/ChartFrame';
import { FaultMessage } from '../../shared/ui/FaultMessage';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';
import { ComparisonFigures } from './ComparisonFigures';
import { loadFunnelChart } from './load-funnel-chart';
import { useComparison } from './use-comparison';
import styles from './comparison.module.css';

// Begun here, beside the question for the figures; where it fails, the chart asks again and shows the fault.
loadFunnelChart().catch(() => undefined);

interface ComparisonCardProps {
  readonly question: ComparisonQueryVariables;
  /** Null while the catalogue is being fetched. */
  readonly measureName: string | null;
  /** Whether it counts how often a pitfall was noticed; then the title is that question. */
  readonly isPitfall: boolean;
  /** How a figure is counted. */
  readonly counted: 'reflections' | 'fields';
  readonly onAllowFor: (breakdown: string | null) => void;
}

/** Units side by side for one measure: fetches the comparison and shows it, or says why there is none. */
export function ComparisonCard({ question, measureName, isPitfall, counted, onAllowFor }: ComparisonCardProps) {
  const { t } = useTranslation();
  const comparison = useComparison(question);
  const title = measureName === null ? null : isPitfall ? t('compare.question', { measure: measureName }) : t('compare.perTeam', { measure: measureName });
  return (
    <Panel labelledBy="comparison-title">
      <h2 className={styles.title} id="comparison-title">
        {title ?? <Skeleton component="span" height="1lh" />}
      </h2>
      {(comparison.isPending || (comparison.isSuccess && measureName === null)) && <ComparisonSkeleton />}
      {comparison.isError && <ComparisonFault fault={comparison.error} onRetry={() => void comparison.refetch()} />}
      {comparison.isSuccess && measureName !== null && <ComparisonFigures comparison={comparison.data} measureName={measureName} counted={counted} allowingFor={question.allowingFor ?? null} onAllowFor={onAllowFor} />}
    </Panel>
  );
}

function ComparisonFault({ fault, onRetry }: { readonly fault: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  if (failureOf(fault).code !== 'not-published') return <FaultMessage level={2} fault={fault} onRetry={onRetry} />;
  return (
    <StateMessage level={2} title={t('compare.notPublishedTitle')}>
      <p>{t('compare.notPublished')}</p>
    </StateMessage>
  );
}

function ComparisonSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('app.loading')}>
      <div className={styles.waiting}>
        <Skeleton height={14} width="60%" />
        <Skeleton height={16} />
        <Skeleton height={16} width="70%" />
      </div>
      <ChartFrame>{() => <Skeleton height="100%" radius="sm" />}</ChartFrame>
    </div>
  );
}
