import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { withTrend } from './measure-address';
import type { Measures } from './use-measures';

interface MeasurePickerProps {
  readonly measures: Measures;
  /** Catalogue code; null leaves the choice open. */
  readonly measure: string | null;
  readonly onPick: (measure: string) => void;
}

/** Chooses among the measures that have a trend, in the order of the catalogue. */
export function MeasurePicker({ measures, measure, onPick }: MeasurePickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items = withTrend(measures).map(({ code, name }) => ({ value: code, label: name[language] }));
  const data = measure === null ? [{ value: '', label: '–', disabled: true }, ...items] : items;
  return <NativeSelect aria-label={t('picker.measure')} data={data} value={measure ?? ''} onChange={(event) => onPick(event.currentTarget.value)} />;
}
