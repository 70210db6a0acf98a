declare module 'virtual:games/decks' {
  import type { Decks } from '@domain/games/decks.ts';

  export const decks: Decks;
}
