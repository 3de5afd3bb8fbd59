import { isPitfall } from '../../features/measure-catalogue/measure-address';
import { DefinitionButton } from '../../features/measure-catalogue/DefinitionButton';
import { MeasurePicker } from '../../features/measure-catalogue/MeasurePicker';
import { spokenMeasure } from '../../features/measure-catalogue/spoken-measure';
import type { Measures } from '../../features/measure-catalogue/use-measures';
import { MeasureTrendCard } from '../../features/measure-trend/MeasureTrendCard';
import { PeriodPicker } from '../../features/measure-trend/PeriodPicker';
import { useLanguage } from '../../i18n/use-language';
import type { View } from '../view-address';
import { NotForTeamPanel } from './NotForTeamPanel';
import { NotFoundPanel } from './NotFoundPage';

interface TeamTrendProps {
  readonly view: View;
  /** Catalogue code; empty where the address names none in the one spelling. */
  readonly code: string;
  readonly measures: Measures;
  readonly onOpen: (change: Partial<View>) => void;
}

/** One measure of the team over time, or why there is none; another one can be chosen in every case. */
export function TeamTrend({ view, code, measures, onOpen }: TeamTrendProps) {
  const language = useLanguage();
  const measure = measures.find((one) => one.code === code);
  const picker = <MeasurePicker measures={measures} measure={measure?.hasTrend === true ? code : null} onPick={(picked) => onOpen({ measure: picked })} />;
  if (measure === undefined) return <NotFoundPanel missing="measure" level={2} actions={picker} />;
  if (!measure.hasTrend) return <NotForTeamPanel measure={measure} actions={picker} />;
  return (
    <MeasureTrendCard
      organisation={view.organisation}
      team={view.team}
      measure={code}
      measureName={measure.name[language]}
      isPitfall={isPitfall(code)}
      spoken={spokenMeasure(measure)}
      months={view.months}
      presentation={view.presentation}
      onPresent={(presentation) => onOpen({ presentation })}
      besideOrganisation={view.besideOrganisation}
      onBeside={(besideOrganisation) => onOpen({ besideOrganisation })}
      pickers={
        <>
          {picker}
          <PeriodPicker months={view.months} onPick={(months) => onOpen({ months })} />
          <DefinitionButton measure={measure} />
        </>
      }
    />
  );
}
