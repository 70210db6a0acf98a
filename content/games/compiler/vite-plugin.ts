import type { Plugin } from 'vite';
import { DECK_NAMES, deckFile, readDecks } from './read-decks.ts';

const DECKS = 'virtual:games/decks';

/** The games' decks, checked while building, as `virtual:games/decks` for the server. */
export function gameDecks(): Plugin {
  return {
    name: 'game-decks',
    resolveId: (id) => (id === DECKS ? `\0${DECKS}` : null),
    load(id) {
      if (id !== `\0${DECKS}`) return null;
      for (const name of DECK_NAMES) this.addWatchFile(deckFile(name));
      const text = JSON.stringify(JSON.stringify(readDecks()));
      return `export const decks = JSON.parse(${text});`;
    },
  };
}
