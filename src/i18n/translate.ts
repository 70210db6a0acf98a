import { setupI18n, type Messages } from '@lingui/core';
import type { Key } from './keys.ts';

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: Key, values?: Values) => string;

/**
 * A translator over compiled catalogues. An unknown key comes back as itself, which the tests
 * refuse; `add` may be called again for a further room.
 */
export function createTranslator(locale: Locale) {
  const engine = setupI18n();
  let messages: Messages = {};
  engine.loadAndActivate({ locale, messages });
  return {
    add(more: Messages) {
      messages = { ...messages, ...more };
      engine.loadAndActivate({ locale, messages });
    },
    t: ((key, values) => engine._(key, { ...values })) as Translate,
  };
}
