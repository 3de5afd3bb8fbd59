import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnChange, PitfallMapQueryVariables } from '../../graphql/generated/graphql';
import { failureOf } from '../../graphql/request-failure';
import { FaultMessage } from '../../shared/ui/FaultMessage';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';
import { ChangeSign } from './ChangeSign';
import { PitfallMapTable } from './PitfallMapTable';
import { usePitfallMap } from './use-pitfall-map';
import styles from './pitfall-map.module.css';

interface PitfallMapCardProps {
  readonly question: PitfallMapQueryVariables;
  readonly addressOf: (unit: string, measure: string) => string;
}

const CHANGES: readonly OwnChange[] = ['MORE', 'AS_USUAL', 'FEWER', 'TOO_FEW_POINTS'];

/** Where a pitfall was noticed more or less often than usual in a team's own history. */
export function PitfallMapCard({ question, addressOf }: PitfallMapCardProps) {
  const { t } = useTranslation();
  const map = usePitfallMap(question);
  return (
    <Panel labelledBy="map-title">
      <h2 className={styles.title} id="map-title">
        {t('map.title')}
      </h2>
      <p className={styles.intro}>{t('map.intro')}</p>
      <ul className={styles.legend} aria-label={t('map.legend')}>
        {CHANGES.map((change) => (
          <li key={change}>
            <ChangeSign change={change} />
            {t(`map.explained.${change}`)}
          </li>
        ))}
        <li>{t('map.explainedRare')}</li>
      </ul>
      {map.isPending && <Skeleton height={320} role="status" aria-label={t('app.loading')} />}
      {map.isError && <MapFault fault={map.error} onRetry={() => void map.refetch()} />}
      {map.isSuccess && (map.data.rows.length === 0 ? <NothingThere /> : <PitfallMapTable map={map.data} addressOf={addressOf} />)}
    </Panel>
  );
}

function MapFault({ fault, onRetry }: { readonly fault: unknown; readonly onRetry: () => void }) {
  return failureOf(fault).code === 'not-published' ? <NothingThere /> : <FaultMessage level={2} fault={fault} onRetry={onRetry} />;
}

function NothingThere() {
  const { t } = useTranslation();
  return (
    <StateMessage level={2} title={t('compare.nothingShownTitle')}>
      <p>{t('compare.notPublished')}</p>
    </StateMessage>
  );
}
