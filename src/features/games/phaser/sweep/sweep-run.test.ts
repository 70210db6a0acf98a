import { expect, test } from 'vitest';
import { replayGame } from '@domain/games/game.ts';
import { sweep, SWEEP_TICKS } from '@domain/games/sweep/sweep.ts';
import { createSweepRun } from './sweep-run.ts';

const kinds = [
  { id: 'bottle', bin: 1 },
  { id: 'peel', bin: 2 },
  { id: 'turtle', bin: 0 },
] as const;

test('a minute has the same ticks on a fast and on a slow screen', () => {
  const scores = [7, 16.7, 50].map((frameMs) => {
    const run = createSweepRun(kinds, 9);
    run.hands.dx = 1;
    while (!run.board.getState().over) run.advance(frameMs);
    expect(run.moves).toHaveLength(run.state().tick);
    expect(replayGame(sweep, { kinds }, 9, run.moves)).toEqual(run.state());
    return sweep.score(run.state());
  });
  expect(new Set(scores).size).toBe(1);
});

test('nothing goes by in a pause, and no leap after a standstill', () => {
  const run = createSweepRun(kinds, 1);
  run.advance(5_000);
  run.pause(true);
  run.advance(60_000);
  expect(run.state().tick).toBe(0);
  run.pause(false);
  run.advance(60_000);
  expect(run.state().tick).toBe(8);
  expect(run.state().tick).toBeLessThan(SWEEP_TICKS);
});
