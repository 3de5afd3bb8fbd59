import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { byName } from './find-teams';
import type { Organisation } from './use-organisation';

interface RegionPickerProps {
  readonly organisation: Organisation;
  /** Code of the region; null for all of them. */
  readonly region: string | null;
  readonly onPick: (region: string | null) => void;
}

/** Chooses one region, or all. A region that is not there leaves the choice open. */
export function RegionPicker({ organisation, region, onPick }: RegionPickerProps) {
  const { t } = useTranslation();
  const known = region === null || organisation.regions.some(({ code }) => code === region);
  const items = [{ value: '', label: t('picker.allRegions') }, ...byName(organisation.regions).map(({ code, name }) => ({ value: code, label: name }))];
  const data = known ? items : [{ value: '-', label: '–', disabled: true }, ...items];
  return <NativeSelect aria-label={t('picker.region')} data={data} value={known ? (region ?? '') : '-'} onChange={(event) => onPick(event.currentTarget.value === '' ? null : event.currentTarget.value)} />;
}
