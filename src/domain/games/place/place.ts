import { shuffled } from '../../kernel/random.ts';
import { distanceKm, type GeoPoint } from '../../kernel/sphere.ts';
import type { Game } from '../game.ts';

export type PlaceCard = GeoPoint & { readonly id: string };
export type PlaceSetUp = { readonly places: readonly PlaceCard[]; readonly rounds: number };

export type PlaceState = {
  readonly deck: readonly PlaceCard[];
  readonly target: PlaceCard | null;
  /** Tries used up for this card. */
  readonly tries: number;
  readonly streak: number;
  readonly points: number;
  readonly found: readonly { readonly id: string; readonly points: number }[];
  readonly last: {
    readonly id: string;
    readonly guess: GeoPoint;
    readonly offKm: number;
    readonly points: number;
    /** The card is done: found, or shown after the third try. */
    readonly done: boolean;
  } | null;
};

export type PlaceMove = GeoPoint;

const MAX_TRIES = 3;
const HIT_KM = 15;
const FALL_KM = 120;
/** Far enough off that another try helps more than the points of this one. */
const GOOD_ENOUGH = 40;
const STREAK_POINTS = 10;
const MAX_STREAK = 5;

/** 100 within 15 km, then falling with exp(−(d − 15)/120): 50 at 98 km. */
export function pointsForDistance(offKm: number): number {
  return Math.round(100 * (offKm <= HIT_KM ? 1 : Math.exp(-(offKm - HIT_KM) / FALL_KM)));
}

/** Each try after the first halves what the place is worth. */
function worth(offKm: number, triesBefore: number): number {
  return Math.round(pointsForDistance(offKm) / 2 ** triesBefore);
}

/**
 * An island's name to drop on the map, by great-circle distance. A drop worth 40 or more counts;
 * otherwise there are two more tries, then the island is shown.
 */
export const place: Game<PlaceSetUp, PlaceState, PlaceMove> = {
  version: 1,
  begin({ places, rounds }, random) {
    const [target = null, ...deck] = shuffled(random, places).slice(0, rounds);
    return { deck, target, tries: 0, streak: 0, points: 0, found: [], last: null };
  },
  play(state, guess) {
    const { target, tries, deck, found } = state;
    if (target === null) return state;
    const offKm = Math.round(distanceKm(target, guess) * 10) / 10;
    const accepted = pointsForDistance(offKm) >= GOOD_ENOUGH;
    const done = accepted || tries + 1 >= MAX_TRIES;
    const streak = accepted && tries === 0 ? Math.min(state.streak + 1, MAX_STREAK) : 0;
    const bonus = accepted && tries === 0 ? STREAK_POINTS * (streak - 1) : 0;
    const points = done ? worth(offKm, tries) + bonus : 0;
    const last = { id: target.id, guess: { lat: guess.lat, lon: guess.lon }, offKm, points, done };
    if (!done) return { ...state, tries: tries + 1, streak: 0, last };
    const [next = null, ...rest] = deck;
    return {
      deck: rest,
      target: next,
      tries: 0,
      streak,
      points: state.points + points,
      found: [...found, { id: target.id, points }],
      last,
    };
  },
  isOver: ({ target }) => target === null,
  score: ({ points }) => points,
};

export function bestPlace(rounds: number): number {
  const streaks = Array.from({ length: rounds }, (_, i) => Math.min(i, MAX_STREAK - 1));
  return rounds * 100 + streaks.reduce((sum, streak) => sum + streak * STREAK_POINTS, 0);
}
