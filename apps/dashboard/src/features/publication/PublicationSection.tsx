import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { Panel } from '../../shared/ui/Panel';
import styles from './publication-section.module.css';
import type { PublicationExplained } from './use-publication-explained';

/** The explanation of publication as the API words it, with the last release, what was tried before it went out, and its hash. */
export function PublicationSection({ explained: { sections, releaseSentence, lastRelease } }: { readonly explained: PublicationExplained }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel labelledBy="publication">
      <h2 className={styles.heading} id="publication" tabIndex={-1}>
        {t('methods.publication')}
      </h2>
      {sections.map(({ code, title, paragraphs }) => (
        <section key={code} aria-labelledby={`publication-${code}`}>
          <h3 className={styles.title} id={`publication-${code}`}>
            {title[language]}
          </h3>
          {paragraphs.map((paragraph) => (
            <p className={styles.text} key={paragraph.en}>
              {paragraph[language]}
            </p>
          ))}
        </section>
      ))}
      <p className={styles.release}>
        {releaseSentence[language]} {lastRelease?.audit.sentence[language]}
      </p>
      {lastRelease !== null && <p className={styles.hash}>{t('methods.hash', { hash: lastRelease.hash })}</p>}
    </Panel>
  );
}
