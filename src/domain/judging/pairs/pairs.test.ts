import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '@domain/kernel/random.ts';
import { normalFrom, padded } from '@tests/fixtures/judging/ratings.ts';
import { finalStrengths } from './final-strengths.ts';
import { planPairs } from './pair-plan.ts';

const named = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => padded(letter, index));

describe('the plan of a final', () => {
  it('shows every entry ten times, five on each side, whoever judges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        (entries, judges, seed) => {
          const plan = planPairs({
            entries: named('e', entries),
            judges: named('j', judges),
            conflicts: [],
            seed,
          });
          for (const entry of named('e', entries)) {
            expect(plan.filter(({ left }) => left === entry)).toHaveLength(5);
            expect(plan.filter(({ right }) => right === entry)).toHaveLength(5);
          }
          expect(plan.every(({ left, right }) => left !== right)).toBe(true);
          const had = plan.flatMap(({ left, right, judge }) =>
            judge === null ? [] : [[judge, ...[left, right].toSorted()].join()],
          );
          expect(new Set(had).size).toBe(had.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps judges from entries in conflict and levels what is left', () => {
    const entries = named('e', 12);
    const conflicts = entries.slice(0, 3).map((entry) => ({ judge: 'j000', entry }));
    const plan = planPairs({ entries, judges: named('j', 6), conflicts, seed: 4 });
    expect(plan).toHaveLength(60);
    for (const { left, right, judge } of plan) {
      expect(judge).not.toBeNull();
      if (judge === 'j000') expect(conflicts.map(({ entry }) => entry)).not.toContain(left);
      if (judge === 'j000') expect(conflicts.map(({ entry }) => entry)).not.toContain(right);
    }
    const loads = named('j', 6).map((judge) => plan.filter((pair) => pair.judge === judge).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2);
  });

  it('is the same for the same seed', () => {
    const task = { entries: named('e', 9), judges: named('j', 4), conflicts: [], seed: 12 };
    expect(planPairs(task)).toEqual(planPairs({ ...task, entries: task.entries.toReversed() }));
    expect(planPairs({ ...task, seed: 13 })).not.toEqual(planPairs(task));
  });
});

/** Choices of judges who see true abilities through logistic noise. */
function choose(seed: number, entries: number, spread: number) {
  const random = randomFrom(seed);
  const normal = normalFrom(random);
  const truth = new Map(named('e', entries).map((id) => [id, spread * normal()]));
  const plan = planPairs({
    entries: [...truth.keys()],
    judges: named('j', 6),
    conflicts: [],
    seed,
  });
  const choices = plan.map(({ left, right }) => {
    const p = 1 / (1 + Math.exp(truth.get(right)! - truth.get(left)!));
    return random() < p ? { winner: left, loser: right } : { winner: right, loser: left };
  });
  return { truth, choices };
}

describe('the strengths of a final', () => {
  it('are near the truth, as near as they say', () => {
    let within = 0;
    let all = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const { truth, choices } = choose(seed, 20, 1);
      const { items } = finalStrengths(choices);
      const mean = [...truth.values()].reduce((sum, value) => sum + value, 0) / truth.size;
      for (const { id, ability, se } of items) {
        all += 1;
        if (Math.abs(ability - (truth.get(id)! - mean)) <= 1.96 * se) within += 1;
      }
    }
    expect(within / all).toBeGreaterThan(0.93);
    expect(within / all).toBeLessThan(0.98);
  });

  it('call coin tosses unreliable and clear differences reliable', () => {
    const mean = (spread: number) =>
      Array.from({ length: 30 }, (_, seed) => {
        const { choices } = choose(seed + 1, 20, spread);
        return finalStrengths(choices).reliability;
      }).reduce((sum, value) => sum + value / 30, 0);
    expect(mean(0)).toBeLessThan(0.3);
    expect(mean(2)).toBeGreaterThan(0.7);
  });

  it('stay finite where one entry wins everything', () => {
    const choices = ['b', 'c'].flatMap((loser) =>
      Array.from({ length: 5 }, () => ({ winner: 'a', loser })),
    );
    const { items, penalised } = finalStrengths(choices);
    expect(penalised).toBe(true);
    expect(items[0]!.ability).toBeGreaterThan(items[1]!.ability);
    expect(items[1]!.ability).toBeCloseTo(items[2]!.ability, 6);
  });
});
