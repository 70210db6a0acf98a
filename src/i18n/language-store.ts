import { createStore } from 'zustand/vanilla';
import { fetchCatalogue } from './catalogues.ts';
import { createFormatters, type Formatters } from './format.ts';
import { ROOMS, type Room } from './rooms.ts';
import { createTranslator, type Locale, type Translate } from './translate.ts';

export type Language = {
  readonly locale: Locale;
  readonly t: Translate;
  readonly f: Formatters;
};

type Settings = { read: () => Locale | null; write: (locale: Locale) => void };

/**
 * The language in use. Rooms add their catalogue as they are entered; a switch fetches the rooms
 * already entered in the other language first, so no screen is unmounted and no work is lost.
 */
export function createLanguageStore(settings: Settings) {
  const first = settings.read() ?? 'vi';
  const translators = { vi: createTranslator('vi'), en: createTranslator('en') };
  const entered = new Set<Room>();
  const fetched = new Set<string>();

  const speak = (locale: Locale): Language => ({
    locale,
    t: (key, values) => translators[locale].t(key, values),
    f: createFormatters(locale),
  });
  const store = createStore<Language>(() => speak(first));

  const fetchRooms = async (locale: Locale, rooms: readonly Room[]) => {
    const absent = rooms.filter((room) => !fetched.has(`${locale}/${room}`));
    const catalogues = await Promise.all(absent.map((room) => fetchCatalogue(locale, room)));
    for (const [index, room] of absent.entries()) {
      translators[locale].add(catalogues[index] ?? {});
      fetched.add(`${locale}/${room}`);
    }
  };

  return {
    store,
    async enter(...rooms: Room[]) {
      for (const room of rooms) entered.add(room);
      await fetchRooms(store.getState().locale, rooms);
    },
    async switchTo(locale: Locale) {
      await fetchRooms(
        locale,
        ROOMS.filter((room) => entered.has(room)),
      );
      settings.write(locale);
      store.setState(speak(locale), true);
    },
  };
}

export type LanguageStore = ReturnType<typeof createLanguageStore>;
