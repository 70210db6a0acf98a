import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Game } from '@domain/games/game.ts';
import { randomFrom } from '@domain/kernel/random.ts';

/** One round of a game: its state, and the only way to change it. */
export type Round<State, Move> = {
  readonly store: StoreApi<State>;
  readonly play: (move: Move) => void;
};

export function createRound<SetUp, State, Move>(
  game: Game<SetUp, State, Move>,
  setUp: SetUp,
  seed: number,
): Round<State, Move> {
  const store = createStore<State>(() => game.begin(setUp, randomFrom(seed)));
  return {
    store,
    play: (move) => store.setState(game.play(store.getState(), move), true),
  };
}

/** A seed for a round that nobody has to repeat. */
export const freshSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]!;
