import type { Quarter } from '@rolvast/domain';
import { OrganisationPicker } from '../../features/organisation/OrganisationPicker';
import { QuarterPicker } from '../../features/organisation/QuarterPicker';
import { TeamPicker } from '../../features/organisation/TeamPicker';
import type { Organisation } from '../../features/organisation/use-organisation';
import type { OrganisationNames } from '../../features/organisation/use-organisations';
import type { View } from '../view-address';
import { PickersSkeleton } from './PageSkeleton';

interface TeamPickersProps {
  readonly view: View;
  /** Undefined while they're being fetched. */
  readonly organisations: OrganisationNames | undefined;
  readonly organisation: Organisation | undefined;
  readonly quarters: readonly Quarter[];
  /** Null where the address names one that is not there. */
  readonly quarter: Quarter | null;
  readonly onOpen: (change: Partial<View>) => void;
}

/** Of whom and of when: the choices that hold for the whole page. */
export function TeamPickers({ view, organisations, organisation, quarters, quarter, onOpen }: TeamPickersProps) {
  if (organisation === undefined || organisations === undefined) return <PickersSkeleton />;
  return (
    <>
      <OrganisationPicker organisations={organisations} organisation={organisation.code} onPick={(code) => onOpen({ organisation: code, team: '' })} />
      <TeamPicker organisation={organisation} team={view.team} onPick={(team) => onOpen({ team })} />
      {quarters.length > 0 && <QuarterPicker quarters={quarters} quarter={quarter} onPick={(picked) => onOpen({ quarter: picked })} />}
    </>
  );
}
