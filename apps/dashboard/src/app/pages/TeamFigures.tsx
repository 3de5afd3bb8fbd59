import { useTranslation } from 'react-i18next';
import { isPitfall } from '../../features/measure-catalogue/measure-address';
import { MeasureMeaningCard } from '../../features/measure-catalogue/MeasureMeaningCard';
import { MeasurePicker } from '../../features/measure-catalogue/MeasurePicker';
import { spokenMeasure } from '../../features/measure-catalogue/spoken-measure';
import type { Measures } from '../../features/measure-catalogue/use-measures';
import { MeasureTrendCard } from '../../features/measure-trend/MeasureTrendCard';
import { PeriodPicker } from '../../features/measure-trend/PeriodPicker';
import { useLanguage } from '../../i18n/use-language';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import type { View } from '../view-address';
import { NotForTeamPanel } from './NotForTeamPanel';
import { NotFoundPage } from './NotFoundPage';
import styles from './team-page.module.css';

const FIRST_MEASURE = 'PITFALL_POWERLESSNESS';

interface TeamFiguresProps {
  readonly view: View;
  /** Undefined while they're being fetched. */
  readonly measures: Measures | undefined;
  /** Null while it's being fetched. */
  readonly teamName: string | null;
  readonly onOpen: (change: Partial<View>) => void;
}

/** The figures of one team. */
export function TeamFigures({ view, measures, teamName, onOpen }: TeamFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const code = view.measure ?? FIRST_MEASURE;
  const measure = measures?.find((one) => one.code === code);
  const measureName = measure?.name[language] ?? null;
  useDocumentTitle(measureName === null || teamName === null ? [measureName, 'Rolvast'].filter(Boolean).join(' · ') : t('trend.pageTitle', { measure: measureName, team: teamName }));
  if (measures !== undefined && measure === undefined) return <NotFoundPage missing="measure" />;
  if (measure?.hasTrend === false) return <NotForTeamPanel measure={measure} />;
  return (
    <div className={styles.columns}>
      <MeasureTrendCard
        organisation={view.organisation}
        team={view.team}
        measure={code}
        measureName={measureName}
        isPitfall={isPitfall(code)}
        spoken={measure === undefined ? null : spokenMeasure(measure)}
        months={view.months}
        presentation={view.presentation}
        onPresent={(presentation) => onOpen({ presentation })}
        pickers={
          measures !== undefined && (
            <>
              <MeasurePicker measures={measures} measure={code} onPick={(picked) => onOpen({ measure: picked })} />
              <PeriodPicker months={view.months} onPick={(months) => onOpen({ months })} />
            </>
          )
        }
      />
      <MeasureMeaningCard measure={measure} />
    </div>
  );
}
