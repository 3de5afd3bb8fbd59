import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { byName } from './find-teams';
import type { OrganisationNames } from './use-organisations';

interface OrganisationPickerProps {
  readonly organisations: OrganisationNames;
  readonly organisation: string;
  readonly onPick: (organisation: string) => void;
}

/** Chooses an organisation; shows nothing where there is nothing to choose. */
export function OrganisationPicker({ organisations, organisation, onPick }: OrganisationPickerProps) {
  const { t } = useTranslation();
  if (organisations.length < 2) return null;
  const data = byName(organisations).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <NativeSelect aria-label={t('picker.organisation')} data={data} value={organisation} onChange={(event) => onPick(event.currentTarget.value)} />
  );
}
