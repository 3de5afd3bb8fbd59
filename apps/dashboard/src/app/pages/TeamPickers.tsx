import { useTranslation } from 'react-i18next';
import { MeasurePicker } from '../../features/measure-catalogue/MeasurePicker';
import type { Measures } from '../../features/measure-catalogue/use-measures';
import { PeriodPicker } from '../../features/measure-trend/PeriodPicker';
import { OrganisationPicker } from '../../features/organisation/OrganisationPicker';
import { TeamPicker } from '../../features/organisation/TeamPicker';
import type { Organisation } from '../../features/organisation/use-organisation';
import type { OrganisationNames } from '../../features/organisation/use-organisations';
import { DEFAULT_MEASURE, type TeamView } from '../view-address';
import { PickersSkeleton } from './PageSkeleton';
import styles from './team-page.module.css';

interface TeamPickersProps {
  readonly view: TeamView;
  /** Whether the catalogue has the measure of the view; also while that's not known yet. */
  readonly measureKnown: boolean;
  /** Undefined while they're being fetched. */
  readonly measures: Measures | undefined;
  readonly organisations: OrganisationNames | undefined;
  readonly organisation: Organisation | undefined;
  readonly onOpen: (change: Partial<TeamView>) => void;
  readonly onOrganisation: (code: string) => void;
}

/** The choices that make up the view. A choice made while the address names an unknown pitfall opens the default one. */
export function TeamPickers({ view, measures, measureKnown, organisations, organisation, onOpen, onOrganisation }: TeamPickersProps) {
  const { t } = useTranslation();
  const fallback = measureKnown ? {} : { measure: DEFAULT_MEASURE };
  return (
    <div className={styles.pickers} role="group" aria-label={t('picker.label')}>
      {organisation === undefined || organisations === undefined || measures === undefined ? (
        <PickersSkeleton />
      ) : (
        <>
          <OrganisationPicker organisations={organisations} organisation={organisation.code} onPick={onOrganisation} />
          <TeamPicker organisation={organisation} team={view.team} onPick={(team) => onOpen({ ...fallback, team })} />
          <MeasurePicker measures={measures} measure={measureKnown ? view.measure : null} onPick={(picked) => onOpen({ measure: picked })} />
          <PeriodPicker months={view.months} onPick={(months) => onOpen({ ...fallback, months })} />
        </>
      )}
    </div>
  );
}
