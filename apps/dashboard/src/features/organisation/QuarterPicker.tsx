import { NativeSelect } from '@mantine/core';
import { quarterForm, type Quarter } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';

interface QuarterPickerProps {
  /** From the latest back. */
  readonly quarters: readonly Quarter[];
  /** Null leaves the choice open: the address names a quarter that is not there. */
  readonly quarter: Quarter | null;
  /** Null is the latest, whichever that will be. */
  readonly onPick: (quarter: Quarter | null) => void;
}

/** Chooses among the quarters that have ended and were closed. */
export function QuarterPicker({ quarters, quarter, onPick }: QuarterPickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[] = quarters.map((one) => ({ value: one, label: quarterForm(one, language) }));
  const data = quarter === null ? [{ value: '', label: '–', disabled: true }, ...items] : items;
  const pick = (value: string) => onPick(value === quarters[0] ? null : (quarters.find((one) => one === value) ?? null));
  return <NativeSelect aria-label={t('picker.quarter')} data={data} value={quarter ?? ''} onChange={(event) => pick(event.currentTarget.value)} />;
}
