import type { Random } from '../kernel/random.ts';
import { randomFrom } from '../kernel/random.ts';

/**
 * A game as rules alone: no clock, no picture, no chance but its seed. The same set-up, seed and
 * moves give the same state everywhere, so a screen, a screen reader and the server play one game.
 */
export type Game<SetUp, State, Move> = {
  /** Raised whenever a replay of old moves could come out differently. */
  readonly version: number;
  begin(setUp: SetUp, random: Random): State;
  /** The state after one move; a move that is not allowed now changes nothing. */
  play(state: State, move: Move): State;
  isOver(state: State): boolean;
  /** Points so far, a whole number that never depends on the player's device. */
  score(state: State): number;
};

/** Plays a list of moves from the beginning; moves after the end are ignored. */
export function replayGame<SetUp, State, Move>(
  game: Game<SetUp, State, Move>,
  setUp: SetUp,
  seed: number,
  moves: Iterable<Move>,
): State {
  let state = game.begin(setUp, randomFrom(seed));
  for (const move of moves) {
    if (game.isOver(state)) break;
    state = game.play(state, move);
  }
  return state;
}

/** One to three shells for an ending, by the share of what could be reached. */
export function shells(score: number, best: number): 0 | 1 | 2 | 3 {
  if (best <= 0 || score <= 0) return 0;
  const share = score / best;
  return share >= 0.85 ? 3 : share >= 0.6 ? 2 : share >= 0.3 ? 1 : 0;
}
