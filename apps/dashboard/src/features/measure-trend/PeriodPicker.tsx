import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How far back one may look, in months: unions of published blocks, never free dates. */
export const PERIODS = [12, 24, 36] as const;

export type PeriodMonths = (typeof PERIODS)[number];

interface PeriodPickerProps {
  readonly months: PeriodMonths;
  readonly onPick: (months: PeriodMonths) => void;
}

/** Chooses how many months back the trend goes. */
export function PeriodPicker({ months, onPick }: PeriodPickerProps) {
  const { t } = useTranslation();
  const data = PERIODS.map((choice) => ({ value: String(choice), label: t('picker.months', { months: choice }) }));
  const pick = (value: string) => {
    const picked = PERIODS.find((choice) => String(choice) === value);
    if (picked !== undefined) onPick(picked);
  };
  return <NativeSelect aria-label={t('picker.period')} data={data} value={String(months)} onChange={(event) => pick(event.currentTarget.value)} />;
}
