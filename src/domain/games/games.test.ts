import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kernel/random.ts';
import { type Game, replayGame, shells } from './game.ts';
import {
  bestNewsroom,
  newsroom,
  type NewsroomMove,
  type NewsroomState,
} from './newsroom/newsroom.ts';
import { bestPlace, place, pointsForDistance } from './place/place.ts';
import { legOf, sail, type SailMove, sailingKnots } from './sail/sail.ts';
import { calmSweep } from './sweep/calm-sweep.ts';
import { packInputs, unpackInputs } from './sweep/inputs.ts';
import { FIELD, sweep, SWEEP_TICKS, type SweepMove } from './sweep/sweep.ts';
import { bestTimeline, timeline } from './timeline/timeline.ts';
import { bestZones, zoneAt, zones } from './zones/zones.ts';

const cards = [1776, 1816, 1833, 1838, 1977, 1982, 2012].map((year) => ({ id: `n${year}`, year }));
const islands = [
  { id: 'ly-son', lat: 15.382, lon: 109.118 },
  { id: 'con-co', lat: 17.159, lon: 107.339 },
  { id: 'tho-chu', lat: 9.304, lon: 103.483 },
  { id: 'truong-sa', lat: 8.644, lon: 111.921 },
];
const kinds = [
  { id: 'bottle', bin: 1 },
  { id: 'peel', bin: 2 },
  { id: 'rope', bin: 3 },
  { id: 'turtle', bin: 0 },
] as const;
const posts = ['p1', 'p2', 'p3'].map((id) => ({
  id,
  verdict: 'false' as const,
  evidence: ['x', 'y', 'z'],
  evidenceKey: 'y',
}));
const sailSetUp = {
  ports: [{ id: 'hai-phong', lat: 20.8, lon: 106.9 }, ...islands],
  home: 'hai-phong',
  addressees: islands.map(({ id }) => id),
  letters: 3,
  hours: 400,
};

const anySweepMove: fc.Arbitrary<SweepMove> = fc.record({
  dx: fc.constantFrom(-1, 0, 1),
  dy: fc.constantFrom(-1, 0, 1),
  net: fc.boolean(),
  bin: fc.constantFrom(0, 1, 2, 3),
});
const anySailMove: fc.Arbitrary<SailMove> = fc.oneof(
  fc.record({
    kind: fc.constant('sail' as const),
    to: fc.constantFrom('hai-phong', 'ly-son', 'con-co', 'tho-chu', 'nowhere'),
    engine: fc.boolean(),
  }),
  fc.constant({ kind: 'wait' as const }),
  fc.record({
    kind: fc.constant('storm' as const),
    choice: fc.constantFrom('shelter' as const, 'push-on' as const),
  }),
  fc.record({ kind: fc.constant('answer' as const), credit: fc.constantFrom(0, 1) }),
);

/** The same seed and moves always lead to the same state, and no move is out of bounds. */
function repeats<SetUp, State, Move>(
  game: Game<SetUp, State, Move>,
  setUp: SetUp,
  anyMove: fc.Arbitrary<Move>,
) {
  fc.assert(
    fc.property(fc.nat(), fc.array(anyMove, { maxLength: 80 }), (seed, moves) => {
      const once = replayGame(game, setUp, seed, moves);
      expect(replayGame(game, setUp, seed, moves)).toEqual(once);
      expect(Number.isInteger(game.score(once))).toBe(true);
      expect(game.score(once)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
}

it('every game is repeated exactly from its seed and moves', () => {
  repeats(timeline, { cards, deal: 6 }, fc.record({ gap: fc.integer({ min: -1, max: 8 }) }));
  repeats(
    place,
    { places: islands, rounds: 3 },
    fc.record({ lat: fc.double({ min: 5, max: 24, noNaN: true }), lon: fc.constant(110) }),
  );
  repeats(sweep, { kinds }, anySweepMove);
  repeats(calmSweep, { kinds }, fc.record({ bin: fc.constantFrom(0, 1, 2, 3) }));
  repeats(sail, sailSetUp, anySailMove);
  const anyEvidence = fc.constantFrom('x', 'y', 'q');
  repeats<{ posts: typeof posts; rounds: number }, NewsroomState, NewsroomMove>(
    newsroom,
    { posts, rounds: 3 },
    fc.oneof(
      fc.record({ kind: fc.constant('open' as const), evidence: anyEvidence }),
      fc.record({ kind: fc.constant('judge' as const), verdict: fc.constantFrom('true', 'false') }),
      fc.record({ kind: fc.constant('prove' as const), evidence: anyEvidence }),
    ),
  );
});

describe('Dòng thời gian', () => {
  it('is worth its best when every card goes where its year belongs', () => {
    const setUp = { cards, deal: 7 };
    let state = timeline.begin(setUp, randomFrom(3));
    while (state.hand !== null) {
      const { year } = state.hand;
      state = timeline.play(state, { gap: state.line.filter((card) => card.year < year).length });
    }
    expect(timeline.score(state)).toBe(bestTimeline(7));
    expect(state.line.map(({ year }) => year)).toEqual(cards.map(({ year }) => year));
  });

  it('lays a wrong card where it belongs, takes a heart, and ends with the third', () => {
    let state = timeline.begin({ cards, deal: 7 }, randomFrom(3));
    while (state.hand !== null) {
      const { year } = state.hand;
      const isNewest = state.line.every((card) => card.year < year);
      state = timeline.play(state, { gap: isNewest ? 0 : state.line.length });
      const years = state.line.map((card) => card.year);
      expect(years).toEqual(years.toSorted((a, b) => a - b));
    }
    expect(state.hearts).toBe(0);
    expect(timeline.score(state)).toBe(0);
  });
});

describe('Đặt tên đảo', () => {
  it('is worth its best for exact drops and less for each try', () => {
    const setUp = { places: islands, rounds: 4 };
    let state = place.begin(setUp, randomFrom(5));
    while (state.target !== null) state = place.play(state, state.target);
    expect(place.score(state)).toBe(bestPlace(4));

    const missed = place.play(place.begin(setUp, randomFrom(5)), { lat: 23, lon: 103 });
    expect(missed).toMatchObject({ tries: 1, points: 0, last: { done: false } });
    const second = place.play(missed, missed.target!);
    expect(second.points).toBe(50);
  });

  it('gives half at a hundred kilometres', () => {
    expect(pointsForDistance(15)).toBe(100);
    expect(pointsForDistance(98)).toBe(50);
  });
});

describe('Dọn rác biển', () => {
  const still: SweepMove = { dx: 0, dy: 0, net: false, bin: 0 };

  it('fouls the sea when nobody acts, and ends', () => {
    const state = replayGame(sweep, { kinds }, 9, Array(SWEEP_TICKS + 10).fill(still));
    expect(sweep.isOver(state)).toBe(true);
    expect(state.sea).toBe(0);
  });

  /** Steers to the nearest waste with the net up near animals, and sorts at once. */
  function play(seed: number) {
    let state = sweep.begin({ kinds }, randomFrom(seed));
    const moves: SweepMove[] = [];
    while (!sweep.isOver(state)) {
      const { boat, drifting, deck } = state;
      const far = ({ x, y }: { x: number; y: number }) => (x - boat.x) ** 2 + (y - boat.y) ** 2;
      const goal = drifting
        .filter(({ bin, x }) => bin !== 0 && x > FIELD.width / 20)
        .toSorted((a, b) => far(a) - far(b))[0];
      const scared = drifting.some((thing) => thing.bin === 0 && far(thing) < 600_000);
      const sign = (value: number) => (Math.abs(value) < 200 ? 0 : value > 0 ? 1 : -1);
      const move: SweepMove = {
        dx: goal ? sign(goal.x - boat.x) : 0,
        dy: goal ? sign(goal.y - boat.y) : 0,
        net: !scared,
        bin: deck[0]?.bin ?? 0,
      };
      moves.push(move);
      state = sweep.play(state, move);
    }
    return { state, moves };
  }

  it('can be played well, and the server comes to the same score from the packed hands', () => {
    for (const seed of [1, 2, 3]) {
      const { state, moves } = play(seed);
      expect(state.tick).toBe(SWEEP_TICKS);
      expect(state.sorted).toBeGreaterThan(30);
      const packed = packInputs(moves);
      expect(unpackInputs(packed)).toEqual(moves);
      const again = replayGame(sweep, { kinds }, seed, unpackInputs(packed));
      expect(sweep.score(again)).toBe(sweep.score(state));
    }
  });

  it('refuses hands that no child has', () => {
    for (const packed of [[1], [0, 4], [SWEEP_TICKS + 1, 4], [1, 72], [1.5, 4], [1, -8]]) {
      expect(() => unpackInputs(packed)).toThrow('input.malformed');
    }
  });

  it('without a clock asks the same sorting one by one', () => {
    let state = calmSweep.begin({ kinds }, randomFrom(2));
    while (!calmSweep.isOver(state)) {
      state = calmSweep.play(state, { bin: state.things[state.at]!.bin });
    }
    expect(calmSweep.score(state)).toBe(10 * (1 + 2 + 3 + 4) + 50 * 20);
  });
});

describe('Hải trình', () => {
  it('goes faster before the wind than against it', () => {
    expect(sailingKnots({ to: 2, force: 3 }, 90)).toBe(11);
    expect(sailingKnots({ to: 2, force: 3 }, 270)).toBe(2);
  });

  it('can be won with patience, and hands over every letter', () => {
    let state = sail.begin(sailSetUp, randomFrom(4));
    for (let n = 0; n < 80 && !sail.isOver(state); n += 1) {
      if (state.pending === 'storm') {
        state = sail.play(state, { kind: 'storm', choice: 'shelter' });
      } else if (state.pending === 'question') {
        state = sail.play(state, { kind: 'answer', credit: 1 });
      } else {
        const here = state;
        const to = here.letters.toSorted(
          (a, b) => legOf(here, a, false).hours - legOf(here, b, false).hours,
        )[0]!;
        const engine = legOf(here, to, true).fuel <= here.fuel;
        state = sail.play(here, { kind: 'sail', to, engine });
      }
    }
    expect(state.delivered).toHaveLength(3);
    expect(sail.score(state)).toBeGreaterThan(750);
  });

  it('does not leave port with a question or a storm unsettled, or on fuel it has not', () => {
    const start = sail.begin(sailSetUp, randomFrom(4));
    const asked = { ...start, pending: 'question' as const };
    expect(sail.play(asked, { kind: 'sail', to: 'ly-son', engine: false })).toBe(asked);
    const empty = { ...start, fuel: 0 };
    expect(sail.play(empty, { kind: 'sail', to: 'ly-son', engine: true })).toBe(empty);
  });
});

describe('Phân biệt tin đúng/sai', () => {
  it('pays for knowing why, and is best without haste', () => {
    let state = newsroom.begin({ posts, rounds: 3 }, randomFrom(1));
    while (!newsroom.isOver(state)) {
      state = newsroom.play(state, { kind: 'open', evidence: 'y' });
      state = newsroom.play(state, { kind: 'judge', verdict: 'false' });
      state = newsroom.play(state, { kind: 'prove', evidence: 'y' });
    }
    expect(newsroom.score(state)).toBe(bestNewsroom(3));
    expect(state.hasty).toBe(0);
  });

  it('loses its readers by haste and wrong verdicts', () => {
    let state = newsroom.begin({ posts: [...posts, ...posts, ...posts], rounds: 9 }, randomFrom(1));
    while (!newsroom.isOver(state)) {
      state = newsroom.play(state, { kind: 'judge', verdict: 'true' });
      state = newsroom.play(state, { kind: 'prove', evidence: 'y' });
    }
    expect(state.trust).toBe(0);
    expect(newsroom.score(state)).toBe(0);
  });
});

describe('Vùng biển 12–24–200', () => {
  const setUp = {
    draw: [{ kind: 'draw' as const, id: 'd12', limitNm: 12 }],
    locate: [{ kind: 'locate' as const, id: 'l18', distanceNm: 18 }],
    right: [{ kind: 'right' as const, id: 'r1', rights: ['a', 'b'], key: 'b' }],
    each: 1,
  };

  it('knows the zones at their limits', () => {
    expect([-1, 0, 12, 12.1, 24, 24.1, 200, 200.1].map(zoneAt)).toEqual([
      'internal-waters',
      'territorial-sea',
      'territorial-sea',
      'contiguous-zone',
      'contiguous-zone',
      'exclusive-economic-zone',
      'exclusive-economic-zone',
      'beyond',
    ]);
  });

  it('counts a line within 5 % as exact', () => {
    let state = zones.begin(setUp, randomFrom(1));
    state = zones.play(state, { kind: 'draw', nauticalMiles: 12.5 });
    state = zones.play(state, { kind: 'locate', zone: 'contiguous-zone' });
    state = zones.play(state, { kind: 'right', right: 'b' });
    expect(zones.score(state)).toBe(bestZones(3));
    expect(shells(zones.score(state), bestZones(3))).toBe(3);
  });
});
