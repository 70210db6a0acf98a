import { shuffled } from '../../kernel/random.ts';
import type { ZONES } from '../../quiz/kinds/chart.ts';
import type { Game } from '../game.ts';

export type ChartZone = (typeof ZONES)[number];

/** Outer limit of each zone, nautical miles from the baseline (UNCLOS art. 3, 33, 57). */
export const LIMITS_NM = {
  'territorial-sea': 12,
  'contiguous-zone': 24,
  'exclusive-economic-zone': 200,
} as const;

/** The zone at a distance from the baseline, nautical miles; negative lies landward of it. */
export function zoneAt(distanceNm: number): ChartZone {
  if (distanceNm < 0) return 'internal-waters';
  if (distanceNm <= LIMITS_NM['territorial-sea']) return 'territorial-sea';
  if (distanceNm <= LIMITS_NM['contiguous-zone']) return 'contiguous-zone';
  return distanceNm <= LIMITS_NM['exclusive-economic-zone'] ? 'exclusive-economic-zone' : 'beyond';
}

/** What the desk is asked to do on the chart of the invented island Đảo Xanh. */
export type ZoneTask =
  | { readonly kind: 'draw'; readonly id: string; readonly limitNm: number }
  | { readonly kind: 'locate'; readonly id: string; readonly distanceNm: number }
  | {
      readonly kind: 'right';
      readonly id: string;
      readonly rights: readonly string[];
      readonly key: string;
    };

export type ZonesSetUp = {
  readonly draw: readonly ZoneTask[];
  readonly locate: readonly ZoneTask[];
  readonly right: readonly ZoneTask[];
  /** Tasks of each kind in one watch. */
  readonly each: number;
};

export type ZonesState = {
  readonly tasks: readonly ZoneTask[];
  readonly at: number;
  readonly points: number;
  readonly lamps: number;
  readonly streak: number;
  readonly last: {
    readonly id: string;
    /** 0 to 1 */
    readonly credit: number;
  } | null;
};

export type ZonesMove =
  | { readonly kind: 'draw'; readonly nauticalMiles: number }
  | { readonly kind: 'locate'; readonly zone: ChartZone }
  | { readonly kind: 'right'; readonly right: string };

const LAMPS = 3;
const POINTS = 100;
const STREAK_POINTS = 25;
const MAX_STREAK = 4;
/** Dividers on a small screen: 5 % off is exact, a quarter off is no line at all. */
const EXACT = 0.05;
const LOST = 0.25;

function creditOf(task: ZoneTask, move: ZonesMove): number | null {
  if (task.kind === 'draw' && move.kind === 'draw') {
    const off = Math.abs(move.nauticalMiles - task.limitNm) / task.limitNm;
    return Math.min(1, Math.max(0, 1 - (off - EXACT) / (LOST - EXACT)));
  }
  if (task.kind === 'locate' && move.kind === 'locate') {
    return move.zone === zoneAt(task.distanceNm) ? 1 : 0;
  }
  if (task.kind === 'right' && move.kind === 'right') return move.right === task.key ? 1 : 0;
  return null;
}

/**
 * The desk of the law of the sea: step off a limit with the dividers, say in which zone something
 * happens, and which right holds there. A task without credit puts out a lamp of the lighthouse.
 */
export const zones: Game<ZonesSetUp, ZonesState, ZonesMove> = {
  version: 1,
  begin({ draw, locate, right, each }, random) {
    const watch = [draw, locate, right].map((tasks) => shuffled(random, tasks).slice(0, each));
    // One of each in turn, so that hand and head alternate.
    const tasks = Array.from({ length: each }, (_, i) =>
      watch.flatMap((kind) => kind.slice(i, i + 1)),
    ).flat();
    return { tasks, at: 0, points: 0, lamps: LAMPS, streak: 0, last: null };
  },
  play(state, move) {
    const task = state.tasks[state.at];
    if (task === undefined || state.lamps === 0) return state;
    const credit = creditOf(task, move);
    if (credit === null) return state;
    const streak = credit >= 0.5 ? Math.min(state.streak + 1, MAX_STREAK) : 0;
    const bonus = credit >= 0.5 ? STREAK_POINTS * (streak - 1) : 0;
    return {
      ...state,
      at: state.at + 1,
      points: state.points + Math.round(POINTS * credit) + bonus,
      lamps: credit === 0 ? state.lamps - 1 : state.lamps,
      streak,
      last: { id: task.id, credit },
    };
  },
  isOver: ({ tasks, at, lamps }) => at >= tasks.length || lamps === 0,
  score: ({ points, lamps, at, tasks }) => points + (at >= tasks.length ? lamps * POINTS : 0),
};

export function bestZones(tasks: number): number {
  const streaks = Array.from({ length: tasks }, (_, i) => Math.min(i, MAX_STREAK - 1));
  const bonus = streaks.reduce((sum, streak) => sum + streak * STREAK_POINTS, 0);
  return tasks * POINTS + bonus + LAMPS * POINTS;
}
