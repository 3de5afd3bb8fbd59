import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import type { Language } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../i18n/start-translations';
import { useLanguage } from '../../i18n/use-language';

const LANGUAGES: readonly { readonly value: Language; readonly short: string; readonly name: string }[] = [
  { value: 'nl', short: 'NL', name: 'Nederlands' },
  { value: 'en', short: 'EN', name: 'English' },
];

/** Chooses the language; each choice is named in its own language. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const data = LANGUAGES.map(({ value, short, name }) => ({
    value,
    label: (
      <>
        {short} <VisuallyHidden lang={value}>{name}</VisuallyHidden>
      </>
    ),
  }));
  return (
    <SegmentedControl aria-label={t('app.language')} size="xs" data={data} value={useLanguage()} onChange={(language) => void changeLanguage(language)} />
  );
}
