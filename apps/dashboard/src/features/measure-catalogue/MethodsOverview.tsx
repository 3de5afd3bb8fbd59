import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { Panel } from '../../shared/ui/Panel';
import { measureToAddress } from './measure-address';
import { MeasureMethod } from './MeasureMethod';
import styles from './methods.module.css';
import type { Breakdowns } from './use-breakdowns';
import type { Measures } from './use-measures';

interface MethodsOverviewProps {
  readonly measures: Measures;
  readonly breakdowns: Breakdowns;
}

/** How each figure is made: a list of contents, a section for each measure, and what figures may be divided by. */
export function MethodsOverview({ measures, breakdowns }: MethodsOverviewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.columns}>
      <nav className={styles.contents} aria-labelledby="methods-contents">
        <h2 className={styles.heading} id="methods-contents">
          {t('methods.contents')}
        </h2>
        <ul>
          {measures.map(({ code, name }) => (
            <li key={code}>
              <a href={`#${measureToAddress(code)}`}>{name[language]}</a>
            </li>
          ))}
          <li>
            <a href="#breakdowns">{t('methods.breakdowns')}</a>
          </li>
        </ul>
      </nav>
      <div className={styles.sections}>
        <Panel labelledBy="measures">
          <h2 className={styles.heading} id="measures">
            {t('methods.measures')}
          </h2>
          {measures.map((measure) => (
            <MeasureMethod key={measure.code} measure={measure} />
          ))}
        </Panel>
        <BreakdownMethods breakdowns={breakdowns} />
      </div>
    </div>
  );
}

function BreakdownMethods({ breakdowns }: Pick<MethodsOverviewProps, 'breakdowns'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel labelledBy="breakdowns">
      <h2 className={styles.heading} id="breakdowns" tabIndex={-1}>
        {t('methods.breakdowns')}
      </h2>
      <p className={styles.intro}>{t('methods.breakdownsIntro')}</p>
      {breakdowns.map(({ code, name, caution, categories, grain }) => (
        <section className={styles.method} key={code} aria-labelledby={`by-${measureToAddress(code)}`}>
          <h3 className={styles.name} id={`by-${measureToAddress(code)}`}>
            {name[language]}
          </h3>
          <dl className={styles.rows}>
            <div className={styles.row}>
              <dt>{t('methods.categories')}</dt>
              <dd>{categories.map((category) => category.name[language]).join(' · ')}</dd>
            </div>
            <div className={styles.row}>
              <dt>{t('methods.shown')}</dt>
              <dd>{grain.label[language]}</dd>
            </div>
            <div className={styles.row}>
              <dt>{t('meaning.caution')}</dt>
              <dd>{caution[language]}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Panel>
  );
}
