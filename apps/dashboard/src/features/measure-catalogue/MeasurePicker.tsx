import { NativeSelect } from '@mantine/core';
import { blockMeasures } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';

interface MeasurePickerProps {
  /** Catalogue code; null leaves the choice open. */
  readonly measure: string | null;
  readonly onPick: (measure: string) => void;
}

/** Chooses a pitfall, in the order of the catalogue. */
export function MeasurePicker({ measure, onPick }: MeasurePickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items = blockMeasures().map(({ code, name }) => ({ value: code, label: name[language] }));
  const data = measure === null ? [{ value: '', label: '–', disabled: true }, ...items] : items;
  return <NativeSelect label={t('picker.measure')} data={data} value={measure ?? ''} onChange={(event) => onPick(event.currentTarget.value)} />;
}
