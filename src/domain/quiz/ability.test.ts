import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kernel/random.ts';
import { estimateAbility, pickNext, successChance, updatedDifficulty } from './ability.ts';

describe('ability', () => {
  it('is the middle before the first answer and stays finite after any', () => {
    expect(estimateAbility([])).toBeCloseTo(0, 10);
    const allRight = Array.from({ length: 200 }, () => ({ difficulty: 0, credit: 1 }));
    expect(estimateAbility(allRight)).toBeLessThan(4);
  });

  it('is the posterior mean of one right answer to a middling item', () => {
    // E[θ · logistic(θ)] / E[logistic(θ)] for θ ~ N(0, 1), by numerical integration: 0.41328.
    expect(estimateAbility([{ difficulty: 0, credit: 1 }])).toBeCloseTo(0.4132, 3);
  });

  it('finds a simulated pupil again', () => {
    const random = randomFrom(11);
    const truth = 1.2;
    const answers = Array.from({ length: 400 }, (_, i) => {
      const difficulty = (i % 9) / 2 - 2;
      return { difficulty, credit: random() < successChance(truth, difficulty) ? 1 : 0 };
    });
    expect(Math.abs(estimateAbility(answers) - truth)).toBeLessThan(0.35);
  });
});

describe('the next item', () => {
  it('is one of the six nearest to seven right answers in ten, and not always the same', () => {
    const candidates = Array.from({ length: 60 }, (_, i) => ({ id: i, difficulty: i / 10 - 3 }));
    const seen = new Set(
      Array.from({ length: 200 }, (_, seed) => pickNext(candidates, 0, randomFrom(seed))!.id),
    );
    expect(seen.size).toBe(6);
    for (const id of seen) {
      expect(Math.abs(successChance(0, id / 10 - 3) - 0.7)).toBeLessThan(0.08);
    }
  });

  it('is none where there is none', () => {
    expect(pickNext([], 0, randomFrom(1))).toBeUndefined();
  });
});

it('an item that is failed more often than expected becomes harder, by ever smaller steps', () => {
  const early = updatedDifficulty(0, 0, 0, 0);
  const late = updatedDifficulty(0, 0, 0, 400);
  expect(early).toBeCloseTo(0.5);
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(early / 10);
});
