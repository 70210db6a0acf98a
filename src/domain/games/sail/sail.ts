import { integerBetween, type Random, shuffled } from '../../kernel/random.ts';
import { distanceNm, type GeoPoint } from '../../kernel/sphere.ts';
import type { Game } from '../game.ts';

export type Port = GeoPoint & { readonly id: string };

export type SailSetUp = {
  readonly ports: readonly Port[];
  readonly home: string;
  /** Ports that may wait for letters. */
  readonly addressees: readonly string[];
  readonly letters: number;
  readonly hours: number;
};

/** Where the wind blows to, in eighths of a circle from north by east, and how strongly, 0 to 3. */
export type Wind = { readonly to: number; readonly force: number };

/** The weather of one turn, drawn before the voyage. */
type Turn = { readonly wind: Wind; readonly storm: boolean; readonly harm: number };

export type SailState = {
  readonly ports: ReadonlyMap<string, Port>;
  readonly weather: readonly Turn[];
  readonly turn: number;
  readonly at: string;
  readonly heading: string | null;
  readonly hoursLeft: number;
  /** 0 to 100 */
  readonly fuel: number;
  /** 0 to 5; the boat is towed home at 0. */
  readonly hull: number;
  readonly letters: readonly string[];
  readonly delivered: readonly string[];
  readonly right: number;
  /** What has to be settled before the next leg. */
  readonly pending: 'storm' | 'question' | null;
};

export type SailMove =
  | { readonly kind: 'sail'; readonly to: string; readonly engine: boolean }
  | { readonly kind: 'wait' }
  | { readonly kind: 'storm'; readonly choice: 'shelter' | 'push-on' }
  /** The answer given at a port, judged outside: 0 to 1. */
  | { readonly kind: 'answer'; readonly credit: number };

const TURNS = 60;
const FULL = 100;
const HULL = 5;
const ENGINE_KNOTS = 9;
const NM_PER_FUEL = 6;
const SHELTER_HOURS = 10;
const WAIT_HOURS = 6;
const WRONG_HOURS = 3;
const REFUEL = 30;

function drawWeather(random: Random): Turn[] {
  let to = integerBetween(random, 0, 7);
  return Array.from({ length: TURNS }, () => {
    // The wind turns by a point or two, so that a watcher can plan.
    to = (to + integerBetween(random, 6, 10)) % 8;
    const force = integerBetween(random, 0, 3);
    const storm = force === 3 && random() < 0.45;
    return { wind: { to, force }, storm, harm: integerBetween(random, 0, 2) };
  });
}

/** Initial bearing in degrees, 0 north, 90 east, on a plane chart: exact enough for one leg. */
export function bearing(from: GeoPoint, to: GeoPoint): number {
  const middle = ((from.lat + to.lat) / 2) * (Math.PI / 180);
  const east = (to.lon - from.lon) * Math.cos(middle);
  return (Math.atan2(east, to.lat - from.lat) * (180 / Math.PI) + 360) % 360;
}

/** Knots under sail: 2 dead against a gale, 11 before it. */
export function sailingKnots(wind: Wind, course: number): number {
  const off = Math.cos(((wind.to * 45 - course) * Math.PI) / 180);
  return Math.max(2, 5 + 2 * wind.force * off);
}

/** Hours and fuel of a leg in the weather of this turn, rounded to whole ones. */
export function legOf(state: SailState, to: string, engine: boolean) {
  const from = state.ports.get(state.at)!;
  const port = state.ports.get(to)!;
  const distance = distanceNm(from, port);
  const { wind } = state.weather[state.turn % TURNS]!;
  const knots = engine ? ENGINE_KNOTS : sailingKnots(wind, bearing(from, port));
  return {
    nauticalMiles: Math.round(distance),
    hours: Math.max(1, Math.round(distance / knots)),
    fuel: engine ? Math.max(1, Math.round(distance / NM_PER_FUEL)) : 0,
  };
}

function arrive(state: SailState): SailState {
  const { heading, letters, delivered } = state;
  if (heading === null) return state;
  const brought = letters.includes(heading);
  return {
    ...state,
    at: heading,
    heading: null,
    letters: letters.filter((id) => id !== heading),
    delivered: brought ? [...delivered, heading] : delivered,
    pending: 'question',
    turn: state.turn + 1,
  };
}

function setOut(state: SailState, to: string, engine: boolean): SailState {
  if (!state.ports.has(to) || to === state.at) return state;
  const leg = legOf(state, to, engine);
  if (leg.fuel > state.fuel) return state;
  const under = {
    ...state,
    heading: to,
    hoursLeft: state.hoursLeft - leg.hours,
    fuel: state.fuel - leg.fuel,
  };
  const { storm } = state.weather[state.turn % TURNS]!;
  return storm ? { ...under, pending: 'storm' } : arrive(under);
}

function weather(state: SailState, choice: 'shelter' | 'push-on'): SailState {
  const { harm } = state.weather[state.turn % TURNS]!;
  const settled = { ...state, pending: null };
  return choice === 'shelter'
    ? arrive({ ...settled, hoursLeft: state.hoursLeft - SHELTER_HOURS })
    : arrive({ ...settled, hull: Math.max(0, state.hull - harm) });
}

function answer(state: SailState, credit: number): SailState {
  if (credit < 0.5) {
    return { ...state, pending: null, hoursLeft: state.hoursLeft - WRONG_HOURS };
  }
  return {
    ...state,
    pending: null,
    right: state.right + 1,
    fuel: Math.min(FULL, state.fuel + REFUEL),
    hull: Math.min(HULL, state.hull + 1),
  };
}

/**
 * Letters to bring to the islands before time runs out, one leg a turn: wait for the wind or burn
 * fuel, shelter from a storm or push on. A right answer in port refuels and repairs.
 */
export const sail: Game<SailSetUp, SailState, SailMove> = {
  version: 1,
  begin({ ports, home, addressees, letters, hours }, random) {
    return {
      ports: new Map(ports.map((port) => [port.id, port])),
      letters: shuffled(random, addressees).slice(0, letters),
      weather: drawWeather(random),
      turn: 0,
      at: home,
      heading: null,
      hoursLeft: hours,
      fuel: FULL,
      hull: HULL,
      delivered: [],
      right: 0,
      pending: null,
    };
  },
  play(state, move) {
    if (sail.isOver(state)) return state;
    if (move.kind === 'storm') {
      return state.pending === 'storm' ? weather(state, move.choice) : state;
    }
    if (move.kind === 'answer') {
      return state.pending === 'question' ? answer(state, move.credit) : state;
    }
    if (state.pending !== null) return state;
    if (move.kind === 'sail') return setOut(state, move.to, move.engine);
    return { ...state, hoursLeft: state.hoursLeft - WAIT_HOURS, turn: state.turn + 1 };
  },
  isOver: ({ letters, hoursLeft, hull, pending }) =>
    (letters.length === 0 && pending === null) || hoursLeft <= 0 || hull === 0,
  score({ delivered, right, letters, hoursLeft, hull }) {
    const home = letters.length === 0 ? Math.max(0, hoursLeft) * 3 + hull * 40 : 0;
    return delivered.length * 200 + right * 50 + home;
  },
};
