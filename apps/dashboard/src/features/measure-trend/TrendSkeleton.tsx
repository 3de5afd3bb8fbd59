import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../shared/charts/ChartFrame';
import styles from './trend-skeleton.module.css';

/** Holds the place of the figures, at their height, while they are fetched. */
export function TrendSkeleton({ controls }: { readonly controls: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('app.loading')}>
      <div className={styles.coverage}>
        <Skeleton height={14} width="60%" />
      </div>
      <div className={styles.sentence}>
        <Skeleton height={16} />
        <Skeleton height={16} width="70%" />
      </div>
      {controls}
      <ChartFrame>{() => <Skeleton height="100%" radius="sm" />}</ChartFrame>
      <div className={styles.legend} />
    </div>
  );
}
