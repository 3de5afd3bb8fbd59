import type { Measure } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { Panel } from '../../shared/ui/Panel';
import styles from './measure-meaning-card.module.css';

/** What a measure counts, how to read it and what helps. */
export function MeasureMeaningCard({ measure }: { readonly measure: Measure }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel labelledBy="meaning-title">
      <h2 className={styles.title} id="meaning-title">
        {t('meaning.title')}
      </h2>
      <dl className={styles.parts}>
        <dt>{t('meaning.definition')}</dt>
        <dd>{measure.definition[language]}</dd>
        <dt>{t('meaning.caution')}</dt>
        <dd>
          {measure.caution[language]} {t('meaning.lines')}
        </dd>
        {measure.whatHelps !== null && (
          <div className={styles.helps}>
            <dt>{t('meaning.whatHelps')}</dt>
            <dd>{measure.whatHelps[language]}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
