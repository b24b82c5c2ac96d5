/**
 * Texts live beside the screens that show them: each `locale.ts` exports one namespace with zh and en of the
 * same shape (`defineLocale` refuses a missing or extra key). Placeholders: {{name}}. Plurals in English:
 * key_one / key_other is not needed in Chinese, so texts are worded to do without.
 */
import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Bilingual, Language } from '../../core/contract/index.ts';
import { locales } from './locales.ts';

type Locales = typeof locales;

const resources = { zh: pick('zh'), en: pick('en') };

function pick<L extends Language>(language: L) {
  return Object.fromEntries(Object.entries(locales).map(([namespace, texts]) => [namespace, texts[language]])) as {
    [N in keyof Locales]: Locales[N][L];
  };
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: { [N in keyof Locales]: Locales[N]['zh'] };
  }
}

export const i18n: I18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  resources,
  lng: 'zh',
  fallbackLng: false,
  ns: Object.keys(locales),
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  initAsync: false,
});

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** A bilingual text from the core in the user's language. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}

export { useTranslation };
