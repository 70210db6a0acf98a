import { pick } from '../../kernel/random.ts';
import type { Game } from '../game.ts';
import type { Bin, DriftKind, SweepSetUp } from './sweep.ts';

export type CalmSweepState = {
  readonly things: readonly DriftKind[];
  readonly at: number;
  readonly combo: number;
  readonly points: number;
  readonly last: { readonly id: string; readonly right: boolean } | null;
};

const THINGS = 24;
const MAX_COMBO = 5;
const POINTS = 10;

/** The same sorting without a clock: one thing at a time, and time to think. Ranked on its own. */
export const calmSweep: Game<SweepSetUp, CalmSweepState, { readonly bin: Bin }> = {
  version: 1,
  begin: ({ kinds }, random) => ({
    things: Array.from({ length: THINGS }, () => pick(random, kinds)),
    at: 0,
    combo: 0,
    points: 0,
    last: null,
  }),
  play(state, { bin }) {
    const thing = state.things[state.at];
    if (thing === undefined) return state;
    const right = thing.bin === bin;
    const combo = right ? Math.min(state.combo + 1, MAX_COMBO) : 0;
    const points = Math.max(0, state.points + (right ? POINTS * combo : -POINTS));
    return { ...state, at: state.at + 1, combo, points, last: { id: thing.id, right } };
  },
  isOver: ({ things, at }) => at >= things.length,
  score: ({ points }) => points,
};

/** What a faultless sorting of so many things is worth. */
export function bestCalmSweep(things: number): number {
  const combos = Array.from({ length: things }, (_, i) => Math.min(i + 1, MAX_COMBO));
  return combos.reduce((sum, combo) => sum + combo * POINTS, 0);
}
