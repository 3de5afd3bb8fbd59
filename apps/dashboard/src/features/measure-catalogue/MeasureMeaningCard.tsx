import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/use-language';
import { Panel } from '../../shared/ui/Panel';
import { methodOf } from './measure-address';
import styles from './measure-meaning-card.module.css';
import type { MeasureDefinition } from './use-measures';

interface MeasureMeaningCardProps {
  readonly measure: MeasureDefinition | undefined;
  /** How the lines of the chart beside it came to be; left out, those of a course over time. */
  readonly lines?: string | undefined;
}

/** What a measure counts, in what, how to read it, from which n on it is shown and what helps. */
export function MeasureMeaningCard({ measure, lines }: MeasureMeaningCardProps) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="meaning-title">
      <h2 className={styles.title} id="meaning-title">
        {t('meaning.title')}
      </h2>
      {measure === undefined ? <Skeleton height={320} /> : <MeasureMeaning measure={measure} lines={lines} />}
    </Panel>
  );
}

interface MeasureMeaningProps {
  readonly measure: MeasureDefinition;
  readonly lines?: string | undefined;
}

/** The parts of the card of a measure. */
export function MeasureMeaning({ measure: { code, definition, caution, unit, nRule, whatHelps }, lines }: MeasureMeaningProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <dl className={styles.parts}>
        <dt>{t('meaning.definition')}</dt>
        <dd>{definition[language]}</dd>
        <dt>{t('meaning.unit')}</dt>
        <dd>{unit.name[language]}</dd>
        <dt>{t('meaning.caution')}</dt>
        <dd>
          {caution[language]} {lines ?? t('meaning.lines')}
        </dd>
        <dt>{t('meaning.nRule')}</dt>
        <dd>{nRule[language]}</dd>
        {whatHelps !== null && (
          <div className={styles.helps}>
            <dt>{t('meaning.whatHelps')}</dt>
            <dd>{whatHelps[language]}</dd>
          </div>
        )}
      </dl>
      <p className={styles.method}>
        <Link to={methodOf(code)}>{t('meaning.method')}</Link>
      </p>
    </>
  );
}
