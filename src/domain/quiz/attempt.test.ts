import { describe, expect, it } from 'vitest';
import { compareScores, firstLink, type Judgement, nextLink, scoreAttempt } from './attempt.ts';

function judged(seq: number, credit: number, tookMs: number): Judgement {
  const askedAt = 1_000_000 + seq * 100_000;
  return {
    seq,
    itemId: `cau-${seq}`,
    itemVersion: 1,
    level: 1,
    answer: { kind: 'single', choice: 'a' },
    credit,
    askedAt,
    answeredAt: askedAt + tookMs,
  };
}

describe('score of an attempt', () => {
  it('does not depend on speed unless the rules say so', () => {
    const fast = scoreAttempt([judged(0, 1, 2_000), judged(1, 0.5, 2_000)], 2, { timeBonus: 0 });
    const slow = scoreAttempt([judged(0, 1, 90_000), judged(1, 0.5, 90_000)], 2, { timeBonus: 0 });
    expect(fast.points).toBe(150);
    expect(slow.points).toBe(150);
  });

  it('adds at most a fifth for speed, and nothing to a wrong answer', () => {
    expect(scoreAttempt([judged(0, 1, 1_000)], 1, { timeBonus: 0.2 }).points).toBe(120);
    expect(scoreAttempt([judged(0, 1, 35_000)], 1, { timeBonus: 0.2 }).points).toBe(110);
    expect(scoreAttempt([judged(0, 0, 1_000)], 1, { timeBonus: 0.2 }).points).toBe(0);
  });

  it('counts what was not answered as not known', () => {
    const score = scoreAttempt([judged(0, 1, 1_000)], 3, { timeBonus: 0 });
    expect(score.accuracy).toBeCloseTo(1 / 3);
    expect(score.hardestThird).toBe(0);
  });

  it('breaks ties by the hardest third, then by time', () => {
    const score = (credits: readonly number[], tookMs: number) =>
      scoreAttempt(
        credits.map((credit, seq) => judged(seq, credit, tookMs)),
        3,
        { timeBonus: 0 },
      );
    expect(compareScores(score([1, 0, 1], 9_000), score([1, 1, 0], 1_000))).toBeLessThan(0);
    expect(compareScores(score([1, 1, 0], 9_000), score([1, 1, 0], 1_000))).toBeGreaterThan(0);
  });
});

describe('the chain of an attempt', () => {
  const start = firstLink({ attemptId: 'a', pupilId: 'p', paperHash: 'h', startedAt: 5 });
  const chain = (judgements: readonly Judgement[]) => judgements.reduce(nextLink, start);
  const honest = [judged(0, 1, 1_000), judged(1, 0, 2_000), judged(2, 0.5, 3_000)];

  it('tells when an answer was changed, dropped or moved', () => {
    const end = chain(honest);
    expect(chain(honest)).toBe(end);
    expect(chain([honest[0]!, { ...honest[1]!, credit: 1 }, honest[2]!])).not.toBe(end);
    expect(chain([honest[0]!, honest[2]!])).not.toBe(end);
    expect(chain([honest[1]!, honest[0]!, honest[2]!])).not.toBe(end);
  });
});
