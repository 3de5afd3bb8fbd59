import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/ui/Panel';
import styles from './team-page.module.css';

/** Holds the place of a whole page while its code or its first answer is on its way. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.page} role="status">
      <VisuallyHidden component="h1">{t('app.loading')}</VisuallyHidden>
      <PickersSkeleton />
      <Panel>
        <Skeleton height={480} />
      </Panel>
    </div>
  );
}

/** Holds the place of the pickers. */
export function PickersSkeleton() {
  return <Skeleton className={styles.pickersSkeleton} />;
}
