import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { MethodsOverview } from '../../features/measure-catalogue/MethodsOverview';
import { useBreakdowns } from '../../features/measure-catalogue/use-breakdowns';
import { useMeasures } from '../../features/measure-catalogue/use-measures';
import { useOrganisations } from '../../features/organisation/use-organisations';
import { PublicationSection } from '../../features/publication/PublicationSection';
import { usePublicationExplained } from '../../features/publication/use-publication-explained';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { FaultMessage } from '../../shared/ui/FaultMessage';
import { FaultPage } from './FaultPage';
import styles from './methods-page.module.css';
import { PageSkeleton } from './PageSkeleton';

/** How each figure is made, from the same catalogue as every list and card, and how it comes to be published. */
export function MethodsPage() {
  const { t } = useTranslation();
  const measures = useMeasures();
  const breakdowns = useBreakdowns();
  // The page is the same for all; what a release says is that of the first organisation.
  const explained = usePublicationExplained(useOrganisations().data?.[0]?.code);
  const isThere = measures.isSuccess && breakdowns.isSuccess;
  useDocumentTitle(`${t('methods.title')} · Rolvast`);
  useOpenedAt(useLocation().hash, isThere);

  if (measures.isError) return <FaultPage fault={measures.error} />;
  if (breakdowns.isError) return <FaultPage fault={breakdowns.error} />;
  if (!isThere) return <PageSkeleton />;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1 className={styles.title}>{t('methods.title')}</h1>
        <Button className={styles.print} variant="default" size="sm" px="sm" onClick={() => window.print()}>
          {t('trend.print')}
        </Button>
      </div>
      <p className={styles.intro}>{t('methods.intro')}</p>
      <MethodsOverview measures={measures.data} breakdowns={breakdowns.data} />
      {explained.isError && <FaultMessage level={2} fault={explained.error} onRetry={() => void explained.refetch()} />}
      {explained.isSuccess && <PublicationSection explained={explained.data} />}
    </div>
  );
}

/** Goes to the heading an address names as soon as there is one: the browser looked before the answer was there. */
function useOpenedAt(hash: string, isThere: boolean): void {
  useEffect(() => {
    if (!isThere || hash === '') return;
    const heading = document.getElementById(hash.slice(1));
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [hash, isThere]);
}
