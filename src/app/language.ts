import { createLanguageStore } from '@i18n/language-store.ts';
import { readPreference, writePreference } from '@platform/preferences.ts';

export const language = createLanguageStore({
  read: () => (readPreference('language') === 'en' ? 'en' : null),
  write: (locale) => {
    document.documentElement.lang = locale;
    writePreference('language', locale);
  },
});
