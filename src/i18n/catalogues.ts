import type { Messages } from '@lingui/core';
import type { Room } from './rooms.ts';
import type { Locale } from './translate.ts';

const files = import.meta.glob<Messages>('./locales/*/*.json', { import: 'default' });

/** The compiled messages of one room in one language, as a file of their own. */
export async function fetchCatalogue(locale: Locale, room: Room): Promise<Messages> {
  const load = files[`./locales/${locale}/${room}.json`];
  return load ? load() : {};
}
