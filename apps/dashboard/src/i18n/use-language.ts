import type { Language } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { languageOf } from './start-translations';

/** The language in which everything is shown now. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language);
}
