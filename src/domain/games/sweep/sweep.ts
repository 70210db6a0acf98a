import { integerBetween, pick, type Random } from '../../kernel/random.ts';
import type { Game } from '../game.ts';

/** 1 to 3: the bins; 0: an animal, to be left in peace. */
export type Bin = 0 | 1 | 2 | 3;
export type DriftKind = { readonly id: string; readonly bin: Bin };
export type SweepSetUp = { readonly kinds: readonly DriftKind[] };

export const TICKS_PER_SECOND = 60;
export const SWEEP_TICKS = 60 * TICKS_PER_SECOND;
/** Positions are whole sixteenths of a px of a field of 960 × 540 px: no float ever decides. */
export const GRAIN = 16;
export const FIELD = { width: 960 * GRAIN, height: 540 * GRAIN } as const;
export const DECK_PLACES = 3;
/** A round that leaves little to wish for: three shells are won a little below it. */
export const GOOD_SWEEP = 2000;

type Course = {
  readonly y: number;
  readonly speed: number;
  /** How far an animal swims across the current in a tick; waste only drifts. */
  readonly sway: number;
};
type Spawn = DriftKind & Course & { readonly tick: number };
export type Drifting = DriftKind & Course & { readonly serial: number; readonly x: number };

export type SweepState = {
  readonly tick: number;
  readonly spawns: readonly Spawn[];
  readonly nextSpawn: number;
  readonly drifting: readonly Drifting[];
  readonly boat: { readonly x: number; readonly y: number };
  readonly netDown: boolean;
  /** What lies on deck, to be sorted in this order. */
  readonly deck: readonly DriftKind[];
  readonly combo: number;
  readonly points: number;
  /** 0 to 100: how clean the sea is; the run ends at 0. */
  readonly sea: number;
  readonly sorted: number;
  /** For the view: what just happened. */
  readonly event: 'caught' | 'right' | 'wrong' | 'animal' | 'deck-full' | null;
};

/** What the hands do in one tick. */
export type SweepMove = {
  readonly dx: -1 | 0 | 1;
  readonly dy: -1 | 0 | 1;
  readonly net: boolean;
  /** Throws the first thing on deck into this bin; 0 throws nothing. */
  readonly bin: Bin;
};

const FREE_STEP = 6 * GRAIN;
/** A net in the water slows the boat. */
const NET_STEP = 4 * GRAIN;
/** A clean streak is a fair wind. */
const STREAK_STEP = GRAIN;
const REACH = 48 * GRAIN;
const MARGIN = 40 * GRAIN;
export const MAX_COMBO = 5;
const RIGHT_POINTS = 10;
const WRONG_POINTS = 10;
const ANIMAL_POINTS = 30;

/** Ticks between a tide of waste and the next: a line of one kind, for a streak. */
const TIDE_TICKS = 12 * TICKS_PER_SECOND;
const TIDE_LENGTH = 4;

function drawSpawns(kinds: readonly DriftKind[], random: Random): Spawn[] {
  const waste = kinds.filter(({ bin }) => bin !== 0);
  const spawns: Spawn[] = [];
  const anyY = () => integerBetween(random, MARGIN, FIELD.height - MARGIN);
  let tick = 20;
  let tide = TIDE_TICKS;
  while (tick < SWEEP_TICKS - 150) {
    // The minute gets busier: from a thing every 0.9 s to two a second, and faster ones.
    const rush = tick / SWEEP_TICKS;
    const speed = integerBetween(random, 22, 32) + Math.round(16 * rush);
    if (tick >= tide) {
      const kind = pick(random, waste);
      const y = anyY();
      for (let n = 0; n < TIDE_LENGTH; n += 1) {
        spawns.push({ ...kind, tick: tick + n * 22, y, speed: 30, sway: 0 });
      }
      tide += TIDE_TICKS;
      tick += TIDE_LENGTH * 22;
    } else {
      const kind = pick(random, kinds);
      const sway = kind.bin === 0 ? integerBetween(random, 12, 24) : 0;
      spawns.push({ ...kind, tick, y: anyY(), speed, sway });
    }
    tick += integerBetween(random, 34, 72) - Math.round(26 * rush);
  }
  return spawns;
}

/** Animals swim to and fro across the current, each in a rhythm of its own. */
const SWAY_TICKS = 90;
const swayed = ({ y, sway, serial }: Drifting, tick: number) =>
  sway === 0
    ? y
    : clamp((tick + serial * 37) % SWAY_TICKS < SWAY_TICKS / 2 ? y + sway : y - sway, FIELD.height);

const clamp = (value: number, max: number) => Math.min(max - MARGIN, Math.max(MARGIN, value));

function moveBoat(state: SweepState, { dx, dy, net }: SweepMove): SweepState {
  const straight = (net ? NET_STEP : FREE_STEP) + (state.combo === MAX_COMBO ? STREAK_STEP : 0);
  // Diagonal steps are as long as straight ones: 181/256 is 1/√2.
  const step = dx !== 0 && dy !== 0 ? (straight * 181) >> 8 : straight;
  const x = clamp(state.boat.x + dx * step, FIELD.width);
  const y = clamp(state.boat.y + dy * step, FIELD.height);
  return { ...state, boat: { x, y }, netDown: net, event: null };
}

function drift(state: SweepState): SweepState {
  const { tick, spawns, nextSpawn } = state;
  const moved = state.drifting.map((thing) => ({
    ...thing,
    x: thing.x - thing.speed,
    y: swayed(thing, tick),
  }));
  const spawn = spawns[nextSpawn];
  const arrives = spawn !== undefined && spawn.tick <= tick;
  if (arrives) {
    const { id, bin, y, speed, sway } = spawn;
    moved.push({ id, bin, y, speed, sway, serial: nextSpawn, x: FIELD.width });
  }
  const gone = moved.filter(({ x }) => x < 0);
  const escaped = gone.filter(({ bin }) => bin !== 0).length;
  return {
    ...state,
    drifting: gone.length > 0 ? moved.filter(({ x }) => x >= 0) : moved,
    nextSpawn: arrives ? nextSpawn + 1 : nextSpawn,
    sea: Math.max(0, state.sea - 2 * escaped),
  };
}

function catchThings(state: SweepState): SweepState {
  if (!state.netDown) return state;
  const { boat } = state;
  const near = state.drifting.find(
    ({ x, y }) => (x - boat.x) ** 2 + (y - boat.y) ** 2 <= REACH * REACH,
  );
  if (near === undefined) return state;
  const drifting = state.drifting.filter((thing) => thing !== near);
  if (near.bin === 0) {
    // The animal is let go at once, but it was frightened.
    const points = Math.max(0, state.points - ANIMAL_POINTS);
    return { ...state, drifting, points, combo: 0, event: 'animal' };
  }
  if (state.deck.length >= DECK_PLACES) return { ...state, event: 'deck-full' };
  const deck = [...state.deck, { id: near.id, bin: near.bin }];
  return { ...state, drifting, deck, event: 'caught' };
}

function throwAway(state: SweepState, bin: Bin): SweepState {
  const [first, ...deck] = state.deck;
  if (bin === 0 || first === undefined) return state;
  if (first.bin !== bin) {
    const points = Math.max(0, state.points - WRONG_POINTS);
    return { ...state, deck, points, combo: 0, event: 'wrong' };
  }
  const combo = Math.min(state.combo + 1, MAX_COMBO);
  return {
    ...state,
    deck,
    combo,
    points: state.points + RIGHT_POINTS * combo,
    sea: Math.min(100, state.sea + 2),
    sorted: state.sorted + 1,
    event: 'right',
  };
}

/**
 * A minute at sea, 60 ticks a second: catch what drifts, sort it into three bins, leave animals in
 * peace. A clean streak makes each piece worth more, up to five times; what escapes fouls the sea.
 */
export const sweep: Game<SweepSetUp, SweepState, SweepMove> = {
  version: 2,
  begin: ({ kinds }, random) => ({
    tick: 0,
    spawns: drawSpawns(kinds, random),
    nextSpawn: 0,
    drifting: [],
    boat: { x: 200 * GRAIN, y: 270 * GRAIN },
    netDown: false,
    deck: [],
    combo: 0,
    points: 0,
    sea: 70,
    sorted: 0,
    event: null,
  }),
  play(state, move) {
    if (sweep.isOver(state)) return state;
    const next = throwAway(catchThings(drift(moveBoat(state, move))), move.bin);
    return { ...next, tick: state.tick + 1 };
  },
  isOver: ({ tick, sea }) => tick >= SWEEP_TICKS || sea === 0,
  score: ({ points, sea, tick }) => points + (tick >= SWEEP_TICKS ? sea * 2 : 0),
};
