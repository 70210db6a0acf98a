import type { Decks } from '@domain/games/decks.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** What the games are played with, for everybody. */
export async function readDecks({ decks }: Pick<Deps, 'decks'>, caller: Caller): Promise<Decks> {
  caller.allow({});
  return decks;
}
