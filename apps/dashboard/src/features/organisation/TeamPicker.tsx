import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { byName } from './find-teams';
import type { Organisation } from './use-organisation';

interface TeamPickerProps {
  readonly organisation: Organisation;
  /** Code of the team shown; a code the organisation doesn't have leaves the choice open. */
  readonly team: string;
  readonly onPick: (team: string) => void;
}

/** Chooses a team, grouped by region. */
export function TeamPicker({ organisation, team, onPick }: TeamPickerProps) {
  const { t } = useTranslation();
  const groups = byName(organisation.regions).map(({ name, teams }) => ({
    group: name,
    items: byName(teams).map((item) => ({ value: item.code, label: item.name })),
  }));
  const known = groups.some(({ items }) => items.some(({ value }) => value === team));
  const data = known ? groups : [{ value: '', label: '–', disabled: true }, ...groups];
  return <NativeSelect aria-label={t('picker.team')} data={data} value={known ? team : ''} onChange={(event) => onPick(event.currentTarget.value)} />;
}
