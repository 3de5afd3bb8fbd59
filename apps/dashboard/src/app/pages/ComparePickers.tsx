import { NativeSelect } from '@mantine/core';
import type { Quarter } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { comparableMeasures } from '../../features/measure-catalogue/comparable-measures';
import type { Measures } from '../../features/measure-catalogue/use-measures';
import { OrganisationPicker } from '../../features/organisation/OrganisationPicker';
import { QuarterPicker } from '../../features/organisation/QuarterPicker';
import { RegionPicker } from '../../features/organisation/RegionPicker';
import type { Organisation } from '../../features/organisation/use-organisation';
import type { OrganisationNames } from '../../features/organisation/use-organisations';
import { useLanguage } from '../../i18n/use-language';
import type { CompareView } from '../compare-address';
import styles from './compare-page.module.css';

interface ComparePickersProps {
  readonly view: CompareView;
  /** Catalogue code of what is compared. */
  readonly measure: string;
  readonly measures: Measures;
  readonly organisations: OrganisationNames;
  readonly organisation: Organisation;
  readonly quarters: readonly Quarter[];
  readonly quarter: Quarter | null;
  readonly onOpen: (change: Partial<CompareView>) => void;
}

/** What is compared, where and when. */
export function ComparePickers({ view, measure, measures, organisations, organisation, quarters, quarter, onOpen }: ComparePickersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items = comparableMeasures(measures).map(({ code, name }) => ({ value: code, label: name[language] }));
  const known = items.some(({ value }) => value === measure);
  const data = known ? items : [{ value: '', label: '–', disabled: true }, ...items];
  return (
    <>
      {organisations.length > 1 && <OrganisationPicker organisations={organisations} organisation={organisation.code} onPick={(code) => onOpen({ organisation: code, team: '', region: null })} />}
      <NativeSelect className={styles.measure} aria-label={t('picker.measure')} data={data} value={known ? measure : ''} onChange={(event) => onOpen({ measure: event.currentTarget.value })} />
      {(organisation.regions.length > 1 || view.region !== null) && (
        <div className={styles.other}>
          <RegionPicker organisation={organisation} region={view.region} onPick={(region) => onOpen({ region })} />
        </div>
      )}
      {quarters.length > 0 && (
        <div className={styles.other}>
          <QuarterPicker quarters={quarters} quarter={quarter} onPick={(picked) => onOpen({ quarter: picked })} />
        </div>
      )}
    </>
  );
}
