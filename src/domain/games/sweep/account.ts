import { randomFrom } from '../../kernel/random.ts';
import { unpackInputs } from './inputs.ts';
import { type DriftKind, sweep, SWEEP_TICKS, type SweepState } from './sweep.ts';

/** What a run came to, found out by playing it again. */
export type SweepAccount = {
  readonly points: number;
  /** 0 to 100 */
  readonly sea: number;
  readonly sorted: number;
  /** Animals that were caught in the net. */
  readonly frightened: number;
  /** Things thrown into a wrong bin. */
  readonly wrong: number;
  readonly ticks: number;
  /** The whole minute was played. */
  readonly whole: boolean;
};

/** Plays a run again from its seed and packed hands. Refuses input.malformed. */
export function accountForSweep(
  kinds: readonly DriftKind[],
  seed: number,
  inputs: readonly number[],
): SweepAccount {
  const moves = unpackInputs(inputs);
  let state = sweep.begin({ kinds }, randomFrom(seed));
  let frightened = 0;
  let wrong = 0;
  for (const move of moves) {
    if (sweep.isOver(state)) break;
    const before = state;
    state = sweep.play(state, move);
    if (frightens(before, state)) frightened += 1;
    if (state.event === 'wrong') wrong += 1;
  }
  return {
    points: sweep.score(state),
    sea: state.sea,
    sorted: state.sorted,
    frightened,
    wrong,
    ticks: state.tick,
    whole: state.tick >= SWEEP_TICKS,
  };
}

/** An animal is gone, and not because it swam out of sight: throwing in the same tick hides the event. */
function frightens(before: SweepState, after: SweepState): boolean {
  if (after.event === 'animal') return true;
  const stays = before.drifting.filter(({ bin, x, speed }) => bin === 0 && x - speed >= 0);
  return stays.some(({ serial }) => !after.drifting.some((thing) => thing.serial === serial));
}
