import type { Quarter } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { ComparisonCard } from '../../features/comparison/ComparisonCard';
import { isPitfall } from '../../features/measure-catalogue/measure-address';
import { MeasureMeaningCard } from '../../features/measure-catalogue/MeasureMeaningCard';
import type { MeasureDefinition } from '../../features/measure-catalogue/use-measures';
import { PitfallMapCard } from '../../features/pitfall-map/PitfallMapCard';
import { useLanguage } from '../../i18n/use-language';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';
import type { CompareView } from '../compare-address';
import { teamAddress } from '../view-address';
import styles from './compare-page.module.css';

interface CompareFiguresProps {
  readonly view: CompareView;
  readonly measure: MeasureDefinition;
  readonly isComparable: boolean;
  readonly quarter: Quarter;
  readonly onOpen: (change: Partial<CompareView>) => void;
}

/** The comparison of a measure with what it means, and the map of pitfalls. */
export function CompareFigures({ view, measure, isComparable, quarter, onOpen }: CompareFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { organisation, region, allowingFor } = view;
  return (
    <>
      <div className={styles.columns}>
        {isComparable ? (
          <ComparisonCard
            question={{ organisation, region, measure: measure.code, quarter, allowingFor: allowingFor === '' ? null : allowingFor }}
            measureName={measure.name[language]}
            isPitfall={isPitfall(measure.code)}
            counted={measure.unit.code === 'share-of-fields' ? 'fields' : 'reflections'}
            onAllowFor={(breakdown) => onOpen({ allowingFor: breakdown })}
          />
        ) : (
          <NotCompared name={measure.name[language]} />
        )}
        <MeasureMeaningCard measure={measure} lines={t('compare.lines')} />
      </div>
      <PitfallMapCard question={{ organisation, region, quarter }} addressOf={(team, code) => teamAddress({ ...view, team, measure: code })} />
    </>
  );
}

function NotCompared({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <StateMessage level={2} title={t('compare.notComparedTitle')}>
        <p>{t('compare.notCompared', { measure: name })}</p>
      </StateMessage>
    </Panel>
  );
}
