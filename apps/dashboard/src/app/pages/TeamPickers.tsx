import type { Measure } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { MeasurePicker } from '../../features/measure-trend/MeasurePicker';
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
  readonly measure: Measure | null;
  /** Undefined while they're being fetched. */
  readonly organisations: OrganisationNames | undefined;
  readonly organisation: Organisation | undefined;
  readonly onOpen: (change: Partial<TeamView>) => void;
  readonly onOrganisation: (code: string) => void;
}

/** The choices that make up the view. A choice made while the address names an unknown pitfall opens the default one. */
export function TeamPickers({ view, measure, organisations, organisation, onOpen, onOrganisation }: TeamPickersProps) {
  const { t } = useTranslation();
  const fallback = measure === null ? { measure: DEFAULT_MEASURE } : {};
  return (
    <div className={styles.pickers} role="group" aria-label={t('picker.label')}>
      {organisation === undefined || organisations === undefined ? (
        <PickersSkeleton />
      ) : (
        <>
          <OrganisationPicker organisations={organisations} organisation={organisation.code} onPick={onOrganisation} />
          <TeamPicker organisation={organisation} team={view.team} onPick={(team) => onOpen({ ...fallback, team })} />
          <MeasurePicker measure={measure?.code ?? null} onPick={(picked) => onOpen({ measure: picked })} />
          <PeriodPicker months={view.months} onPick={(months) => onOpen({ ...fallback, months })} />
        </>
      )}
    </div>
  );
}
