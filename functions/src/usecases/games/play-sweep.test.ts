import { describe, expect, it } from 'vitest';
import { packInputs } from '@domain/games/sweep/inputs.ts';
import { FIELD, sweep, type SweepMove } from '@domain/games/sweep/sweep.ts';
import { randomFrom } from '@domain/kernel/random.ts';
import { buildContest, buildPupil, callerFor } from '@tests/fixtures/builders.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { finishSweepRun, openSweepRun, readBadges } from './play-sweep.ts';

const MINUTE_MS = 60_000;

async function begin({ open }: TestEngine) {
  const { world, schoolClass } = await buildContest(await open());
  const pupil = await buildPupil(world, schoolClass);
  const other = await buildPupil(world, schoolClass);
  const plays = callerFor(pupil, 'game.play');
  const finishes = callerFor(pupil, 'game.finish');
  return { ...world, plays, finishes, other: callerFor(other, 'game.finish') };
}

type Begun = Awaited<ReturnType<typeof begin>>;

/** A careful minute: to the nearest waste, the net up beside animals, every piece into its bin. */
function carefully({ deps }: Begun, seed: number): { moves: SweepMove[]; points: number } {
  let state = sweep.begin({ kinds: deps.decks.sweep.kinds }, randomFrom(seed));
  const moves: SweepMove[] = [];
  const sign = (from: number, to: number) => Math.sign(Math.round((to - from) / 320)) as -1 | 0 | 1;
  while (!sweep.isOver(state)) {
    const { boat } = state;
    const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - boat.x, y - boat.y);
    const [goal] = state.drifting
      .filter(({ bin, x }) => bin !== 0 && x < FIELD.width - 2_000)
      .toSorted((a, b) => away(a) - away(b));
    const animal = state.drifting.some((thing) => thing.bin === 0 && away(thing) < 1400);
    const move: SweepMove = {
      dx: goal ? sign(boat.x, goal.x) : 0,
      dy: goal ? sign(boat.y, goal.y) : 0,
      net: !animal,
      bin: state.deck[0]?.bin ?? 0,
    };
    moves.push(move);
    state = sweep.play(state, move);
  }
  return { moves, points: sweep.score(state) };
}

describe.each(DATABASES)('a minute at sea ($name)', (engine) => {
  it('is played again by the server, once, and wins badges', async () => {
    const begun = await begin(engine);
    const { deps, time, plays, finishes } = begun;
    const run = await openSweepRun(deps, plays);
    const { moves, points } = carefully(begun, run.seed);
    time.now += MINUTE_MS;
    const sent = { runId: run.runId, inputs: packInputs(moves) };
    const result = await finishSweepRun(deps, finishes, sent);
    expect(result.points).toBe(points);
    expect(result.won).toEqual(['first-sweep', 'clean-sea', 'gentle-hand', 'sharp-eye']);
    const again = await finishSweepRun(deps, finishes, { ...sent, inputs: [] });
    expect(again).toEqual({ ...result, won: [] });
    expect((await readBadges(deps, plays)).badges).toEqual(result.badges);
  });

  it('cannot be faster than the clock, somebody else’s, or made up', async () => {
    const begun = await begin(engine);
    const { deps, time, plays, finishes, other } = begun;
    const { runId, seed } = await openSweepRun(deps, plays);
    const inputs = packInputs(carefully(begun, seed).moves);
    await expect(finishSweepRun(deps, finishes, { runId, inputs })).rejects.toThrow(
      'game.too-fast',
    );
    time.now += MINUTE_MS;
    await expect(finishSweepRun(deps, other, { runId, inputs })).rejects.toThrow(
      'permission.denied',
    );
    await expect(finishSweepRun(deps, finishes, { runId, inputs: [1, 9_999] })).rejects.toThrow(
      'input.malformed',
    );
    expect((await readBadges(deps, plays)).badges).toEqual([]);
  });

  it('that is broken off gives way to the next', async () => {
    const { deps, plays, finishes } = await begin(engine);
    const first = await openSweepRun(deps, plays);
    await openSweepRun(deps, plays);
    await expect(
      finishSweepRun(deps, finishes, { runId: first.runId, inputs: [] }),
    ).rejects.toThrow('not-found');
  });
});
