import type { Language } from '@rolvast/domain';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { nl } from './nl';

const STORED_LANGUAGE = 'rolvast-language';

/** Starts the texts in the language this reader chose before; Dutch when there was no choice. Resolves when they are there. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'nl',
    fallbackLng: 'nl',
    resources: { nl: { translation: nl } },
    // React escapes already; a second time would show entities.
    interpolation: { escapeValue: false },
  });
  i18next.on('languageChanged', setDocumentLanguage);
  setDocumentLanguage(i18next.language);
  // Without the English texts (no connection at this moment) the page is better in Dutch than not there.
  if (storedLanguage() === 'en') await changeLanguage('en').catch(() => undefined);
}

/** Shows everything in another language, fetching its texts first, and remembers the choice on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(language);
  rememberLanguage(language);
}

/** Narrows a language tag to the languages of the product. */
export function languageOf(tag: string): Language {
  return tag.startsWith('en') ? 'en' : 'nl';
}

function setDocumentLanguage(tag: string): void {
  document.documentElement.lang = languageOf(tag);
}

function storedLanguage(): string | null {
  try {
    return window.localStorage.getItem(STORED_LANGUAGE);
  } catch {
    return null;
  }
}

function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(STORED_LANGUAGE, language);
  } catch {
    // Storage is switched off: the choice lasts until the page is closed.
  }
}
