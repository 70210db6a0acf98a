import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Bin,
  type DriftKind,
  sweep,
  SWEEP_TICKS,
  type SweepMove,
  type SweepState,
  TICKS_PER_SECOND,
} from '@domain/games/sweep/sweep.ts';
import { randomFrom } from '@domain/kernel/random.ts';

const TICK_MS = 1000 / TICKS_PER_SECOND;
/** A machine that stood still goes on from there; it never makes up for more than this. */
const MOST_TICKS = 8;
const COUNTDOWN_MS = 3000;

/** What is shown in words beside the picture. */
export type SweepBoard = {
  readonly points: number;
  readonly sea: number;
  readonly seconds: number;
  readonly combo: number;
  readonly deck: readonly DriftKind[];
  readonly net: boolean;
  readonly event: SweepState['event'];
  /** Seconds until it begins; 0 while it runs. */
  readonly countdown: number;
  readonly paused: boolean;
  readonly over: boolean;
};

export type SweepHands = { dx: -1 | 0 | 1; dy: -1 | 0 | 1; net: boolean };

/** What a tick did to the player, for the picture and the sounds. */
export type SweepHappening = {
  readonly kind: NonNullable<SweepState['event']>;
  readonly gained: number;
  readonly thing: DriftKind | null;
};

export type SweepRun = ReturnType<typeof createSweepRun>;

/**
 * A minute at sea in real time: a fixed 60 ticks a second whatever the screen draws, every tick's
 * hands written down, so that the same minute can be played again from them.
 */
export function createSweepRun(kinds: readonly DriftKind[], seed: number) {
  let state = sweep.begin({ kinds }, randomFrom(seed));
  let owed = 0;
  let countdownMs = COUNTDOWN_MS;
  let bin: Bin = 0;
  const moves: SweepMove[] = [];
  const hands: SweepHands = { dx: 0, dy: 0, net: true };
  const board: StoreApi<SweepBoard> = createStore<SweepBoard>(() => ({
    points: 0,
    sea: state.sea,
    seconds: SWEEP_TICKS / TICKS_PER_SECOND,
    combo: 0,
    deck: [],
    net: true,
    event: null,
    countdown: COUNTDOWN_MS / 1000,
    paused: false,
    over: false,
  }));

  const show = (event: SweepState['event']) => {
    const before = board.getState();
    const now: SweepBoard = {
      points: state.points,
      sea: state.sea,
      seconds: Math.ceil((SWEEP_TICKS - state.tick) / TICKS_PER_SECOND),
      combo: state.combo,
      deck: state.deck,
      net: hands.net,
      event: event ?? before.event,
      countdown: Math.ceil(countdownMs / 1000),
      paused: before.paused,
      over: sweep.isOver(state),
    };
    const keys = Object.keys(now) as (keyof SweepBoard)[];
    if (keys.some((key) => now[key] !== before[key])) board.setState(now, true);
  };

  function tick(): SweepHappening | null {
    const before = state;
    const move: SweepMove = { ...hands, bin };
    bin = 0;
    moves.push(move);
    state = sweep.play(before, move);
    const { event } = state;
    if (event === null) return null;
    const thing = event === 'right' || event === 'wrong' ? before.deck[0] : state.deck.at(-1);
    return { kind: event, gained: state.points - before.points, thing: thing ?? null };
  }

  /** Lets so much time go by; what happened in it. */
  function advance(deltaMs: number): SweepHappening[] {
    const { paused, over } = board.getState();
    if (paused || over) return [];
    if (countdownMs > 0) {
      countdownMs = Math.max(0, countdownMs - deltaMs);
      show(null);
      return [];
    }
    owed = Math.min(owed + deltaMs / TICK_MS, MOST_TICKS);
    const happened: SweepHappening[] = [];
    for (; owed >= 1 && !sweep.isOver(state); owed -= 1) {
      const happening = tick();
      if (happening !== null) happened.push(happening);
    }
    show(happened.at(-1)?.kind ?? null);
    return happened;
  }

  return {
    board,
    hands,
    moves: moves as readonly SweepMove[],
    state: () => state,
    /** Throws the first thing on deck with the next tick. */
    throwInto: (into: Exclude<Bin, 0>) => {
      if (state.deck.length > 0) bin = into;
    },
    toggleNet: () => {
      hands.net = !hands.net;
      board.setState({ net: hands.net });
    },
    pause: (paused: boolean) => {
      hands.dx = 0;
      hands.dy = 0;
      board.setState({ paused });
    },
    advance,
  };
}
