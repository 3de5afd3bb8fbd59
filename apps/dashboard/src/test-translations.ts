import i18next from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { en } from './i18n/en';
import { nl } from './i18n/nl';

/** Starts both languages for a test file, in Dutch. */
export async function startTestTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'nl',
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}
