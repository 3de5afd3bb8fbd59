import { NativeSelect } from '@mantine/core';
import { periodLabel, shareFigure } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { StateMessage } from '../../shared/ui/StateMessage';
import { ComparisonChart } from './ComparisonChart';
import { ComparisonTable } from './ComparisonTable';
import { isOutside, type ComparedUnits } from './to-compared-units';
import styles from './comparison.module.css';

interface ComparisonFiguresProps {
  readonly comparison: ComparedUnits;
  readonly measureName: string;
  readonly counted: 'reflections' | 'fields';
  /** Code of the breakdown that is asked for. */
  readonly allowingFor: string | null;
  readonly onAllowFor: (breakdown: string | null) => void;
}

/** A comparison in words, as a funnel and as a table. */
export function ComparisonFigures({ comparison, measureName, counted, allowingFor, onAllowFor }: ComparisonFiguresProps) {
  const { units, funnel } = comparison;
  const hasFigures = units.some(({ figure }) => figure.state === 'shown');
  return (
    <>
      <ComparisonWords comparison={comparison} counted={counted} />
      {!hasFigures && <NothingShown />}
      {hasFigures && funnel === null && <TooFewUnits compared={comparison.compared} />}
      {hasFigures && funnel !== null && <ComparisonChart comparison={comparison} funnel={funnel} measureName={measureName} counted={counted} />}
      {comparison.breakdowns.length > 0 && <AllowingForPicker breakdowns={comparison.breakdowns} allowingFor={allowingFor} onPick={onAllowFor} />}
      {units.length > 0 && <ComparisonTable comparison={comparison} measureName={measureName} />}
    </>
  );
}

/** What the whole has, of how many teams, and each team that needs words. */
function ComparisonWords({ comparison, counted }: Pick<ComparisonFiguresProps, 'comparison' | 'counted'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { from, through, whole, coverage, sentence, units, isPartOfPlace } = comparison;
  const spoken = isPartOfPlace ? units : units.filter(isOutside);
  const period = periodLabel(from, through, language);
  return (
    <div className={styles.words}>
      <p className={styles.coverage}>
        <strong>{period}</strong> · {t('compare.whole', { figure: shareFigure(whole, counted, language) })} · {coverage[language]} · {t('app.notForAppraisal')}
      </p>
      <div aria-live="polite">
        {sentence !== null && <p className={styles.sentence}>{sentence[language]}</p>}
        {spoken.length > 0 && (
          <ul className={styles.units}>
            {spoken.map(({ code, sentence: own }) => (
              <li key={code}>{own[language]}</li>
            ))}
          </ul>
        )}
      </div>
      {isPartOfPlace && <p className={styles.note}>{t('compare.othersHidden')}</p>}
    </div>
  );
}

function NothingShown() {
  const { t } = useTranslation();
  return (
    <StateMessage level={2} title={t('compare.nothingShownTitle')}>
      <p>{t('compare.nothingShown')}</p>
    </StateMessage>
  );
}

function TooFewUnits({ compared }: { readonly compared: number }) {
  const { t } = useTranslation();
  return (
    <StateMessage level={2} title={t('compare.tooFewTitle')}>
      <p>{t('compare.tooFew', { found: compared })}</p>
    </StateMessage>
  );
}

interface AllowingForPickerProps {
  readonly breakdowns: ComparedUnits['breakdowns'];
  readonly allowingFor: string | null;
  readonly onPick: (breakdown: string | null) => void;
}

/** Chooses the one thing that is allowed for. */
function AllowingForPicker({ breakdowns, allowingFor, onPick }: AllowingForPickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const data = [{ value: '', label: t('compare.allowForNothing') }, ...breakdowns.map(({ code, name }) => ({ value: code, label: name[language] }))];
  return (
    <div className={styles.mix}>
      <NativeSelect classNames={{ description: styles.help ?? '' }} label={t('compare.allowFor')} description={t('compare.allowForHelp')} data={data} value={allowingFor ?? ''} onChange={(event) => onPick(event.currentTarget.value === '' ? null : event.currentTarget.value)} />
    </div>
  );
}
