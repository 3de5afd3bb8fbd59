import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import type { Overview } from './to-overview';
import styles from './in-short.module.css';

/** What to know before reading: how many reflections, which part of the team took part, with whom it is published, and what figures are not for. */
export function OverviewLine({ overview: { size, participation, publishedWith } }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const n = size.state === 'shown' ? t('overview.reflections', { n: formatNumber(size.reflections, language) }) : t(`overview.${size.state}`);
  const parts = [n, participation?.name[language], publishedWith !== null && t('trend.publishedWith', { unit: publishedWith }), t('app.notForAppraisal')];
  return <p className={styles.line}>{parts.filter(Boolean).join(' · ')}</p>;
}
