import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffled } from '@domain/kernel/random.ts';
import { resultTask, RULES } from '@tests/fixtures/judging/result-task.ts';
import { decideResult } from './decide-result.ts';
import type { ResultTask } from './result-task.ts';

const whole = (task: ResultTask) => decideResult(task).divisions[0]!;

/** One sheet per total, all points on the first criterion. */
function sheetsOf(totals: Readonly<Record<string, readonly number[]>>): ResultTask['scores'] {
  return Object.entries(totals).flatMap(([entry, given]) =>
    given.flatMap((total, judge) => [
      { entry, judge: `J${judge}`, criterion: 'C1', score: Math.min(60, total) },
      { entry, judge: `J${judge}`, criterion: 'C2', score: Math.max(0, total - 60) },
    ]),
  );
}

function taskOf(
  totals: Readonly<Record<string, readonly number[]>>,
  rest: Partial<ResultTask> & { tieBreak?: string[] } = {},
): ResultTask {
  const { tieBreak, ...others } = rest;
  return {
    rules: { ...RULES, tieBreak: tieBreak ?? RULES.tieBreak },
    entries: Object.keys(totals).map((code) => ({ code, divisionId: '' })),
    scores: sheetsOf(totals),
    finals: [],
    changes: [],
    seed: 7,
    ...others,
  };
}

describe('a result', () => {
  it('is decided by raw means, with the reason, where the gate is closed', () => {
    const { decides, reason, rows } = whole(taskOf({ a: [50, 70], b: [80, 90], c: [20, 20] }));
    expect({ decides, reason }).toEqual({ decides: 'raw', reason: 'few-sheets' });
    expect(rows.map(({ entry, rank, score, adjusted }) => [entry, rank, score, adjusted])).toEqual([
      ['b', 1, 85, null],
      ['a', 2, 60, null],
      ['c', 3, 20, null],
    ]);
  });

  it('is decided by adjusted scores where they were declared, and their interval is theirs', () => {
    const task = resultTask(3);
    const { decides, reason, rows } = whole(task);
    expect({ decides, reason }).toEqual({ decides: 'adjusted', reason: null });
    for (const row of rows) {
      expect(row.score).toBe(row.adjusted);
      expect(row.low!).toBeLessThan(row.score);
      expect(row.high! - row.score).toBeCloseTo(row.score - row.low!, 3);
    }
    const declared = whole({ ...task, rules: { ...task.rules, decides: 'raw' } });
    expect(declared).toMatchObject({ decides: 'raw', reason: 'declared' });
    expect(declared.rows.map(({ adjusted }) => adjusted)).not.toContain(null);
  });

  it('says which rule parted equal scores, and lets what nothing parts share a rank', () => {
    const equal = { a: [40, 60, 80], b: [50, 50, 80], c: [60, 60, 60], d: [10, 10, 10] };
    const byMedian = whole(taskOf(equal, { tieBreak: ['median'] }));
    expect(byMedian.rows.map(({ entry, rank, brokenBy }) => [entry, rank, brokenBy])).toEqual([
      ['a', 1, null],
      ['c', 1, null],
      ['b', 3, 'median'],
      ['d', 4, null],
    ]);
    const byCriterion = whole(taskOf(equal, { tieBreak: ['median', 'criterion:C1'] }));
    expect(byCriterion.rows.slice(0, 2)).toMatchObject([
      { entry: 'c', rank: 1 },
      { entry: 'a', rank: 2, brokenBy: 'criterion:C1' },
    ]);
    const drawn = whole(taskOf(equal, { tieBreak: ['draw'] }));
    expect(drawn.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(drawn.rows.map(({ brokenBy }) => brokenBy)).toEqual([null, 'draw', 'draw', null]);
  });

  it('proposes prizes by rank and keeps what the jury changed, with its reason', () => {
    const totals = { a: [90, 90], b: [80, 80], c: [70, 70], d: [60, 60], e: [50, 50] };
    const { rows } = whole(
      taskOf(totals, { changes: [{ entry: 'e', prizeId: 'nhat', reason: 'Bài của em nhỏ nhất' }] }),
    );
    expect(rows.map(({ proposed, prize, reason }) => [proposed, prize, reason])).toEqual([
      ['nhat', 'nhat', null],
      ['nhi', 'nhi', null],
      ['nhi', 'nhi', null],
      ['ba', 'ba', null],
      ['ba', 'nhat', 'Bài của em nhỏ nhất'],
    ]);
  });

  const finalOf = (
    winners: readonly string[],
    planned: number,
    lines: { above: number; from: number; to: number }[] = [],
  ) => ({
    divisionId: '',
    entries: ['b', 'c', 'd'],
    lines,
    planned,
    // The better one wins nine of ten times.
    preferences: [
      ['b', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ].flatMap(([x, y]) => {
      const [better, worse] = winners.indexOf(x!) < winners.indexOf(y!) ? [x!, y!] : [y!, x!];
      return Array.from({ length: 10 }, (_, n) =>
        n === 0
          ? { winner: worse, loser: better, first: better }
          : { winner: better, loser: worse, first: n % 2 ? better : worse },
      );
    }),
  });

  it('lets a reliable final put its band in order and nobody else', () => {
    const totals = { a: [90, 90], b: [80, 80], c: [80, 79], d: [79, 79], e: [50, 50] };
    const { rows, finals } = whole(taskOf(totals, { finals: [finalOf(['d', 'c', 'b'], 30)] }));
    expect(finals).toMatchObject([{ entries: 3, planned: 30, judged: 30, counts: true }]);
    expect(rows.map(({ entry, rank, brokenBy }) => [entry, rank, brokenBy])).toEqual([
      ['a', 1, null],
      ['d', 2, null],
      ['c', 3, 'final'],
      ['b', 4, 'final'],
      ['e', 5, null],
    ]);
    const unfinished = whole(taskOf(totals, { finals: [finalOf(['d', 'c', 'b'], 31)] }));
    expect(unfinished.finals[0]!.counts).toBe(false);
    expect(unfinished.rows.map(({ entry }) => entry)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('lets nobody cross a prize line that its scores do not leave open', () => {
    const totals = { a: [90, 90], b: [80, 80], c: [80, 79], d: [79, 79], e: [50, 50] };
    const orderWith = (lines: { above: number; from: number; to: number }[]) =>
      whole(taskOf(totals, { finals: [finalOf(['d', 'c', 'b'], 30, lines)] })).rows.map(
        ({ entry }) => entry,
      );
    expect(orderWith([{ above: 1, from: 0, to: 1 }])).toEqual(['a', 'c', 'd', 'b', 'e']);
    expect(
      orderWith([
        { above: 1, from: 0, to: 1 },
        { above: 2, from: 1, to: 2 },
      ]),
    ).toEqual(['a', 'c', 'b', 'd', 'e']);
    expect(orderWith([{ above: 2, from: 0, to: 2 }])).toEqual(['a', 'd', 'c', 'b', 'e']);
  });

  it('keeps means and order when every judge judges twice over', () => {
    const task = resultTask(9);
    const twins = task.scores.map((row) => ({ ...row, judge: `${row.judge}B` }));
    const once = whole({ ...task, rules: { ...task.rules, decides: 'raw' } });
    const twice = whole({
      ...task,
      rules: { ...task.rules, decides: 'raw' },
      scores: [...task.scores, ...twins],
    });
    expect(twice.rows.map(({ entry, raw }) => [entry, raw])).toEqual(
      once.rows.map(({ entry, raw }) => [entry, raw]),
    );
    for (const [index, { low, high }] of twice.rows.entries()) {
      expect(high! - low!).toBeLessThan(once.rows[index]!.high! - once.rows[index]!.low!);
    }
  });

  it('does not depend on the order of anything, nor on what judges are called', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat(), (seed, order) => {
        const task = resultTask(seed, { entries: 24, judges: 5 });
        const random = randomFrom(order);
        const expected = decideResult(task);
        expect(
          decideResult({
            ...task,
            scores: shuffled(random, task.scores),
            entries: shuffled(random, task.entries),
          }),
        ).toEqual(expected);
        const renamed = task.scores.map((row) => ({
          ...row,
          judge: `x${9 - Number(row.judge.slice(2))}`,
        }));
        expect(decideResult({ ...task, scores: renamed })).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('moves with a constant that every judge adds, and keeps its order', () => {
    const task = resultTask(11);
    const more = task.scores.map((row) =>
      row.criterion === 'C1' ? { ...row, score: row.score + 3 } : row,
    );
    const [before, after] = [whole(task).rows, whole({ ...task, scores: more }).rows];
    expect(after.map(({ entry, rank }) => [entry, rank])).toEqual(
      before.map(({ entry, rank }) => [entry, rank]),
    );
    for (const [index, row] of after.entries()) {
      expect(row.score - before[index]!.score).toBeCloseTo(3, 3);
    }
  });

  it('compares divisions apart, and leaves out whom nobody judged', () => {
    const rules = {
      ...RULES,
      divisions: ['nho', 'lon'].map((id) => ({ ...RULES.divisions[0]!, id })),
    };
    const task = taskOf({ a: [90, 90], b: [80, 80] }, { rules });
    const entries = [
      { code: 'a', divisionId: 'nho' },
      { code: 'b', divisionId: 'lon' },
      { code: 'z', divisionId: 'lon' },
    ];
    const { divisions } = decideResult({ ...task, entries });
    expect(divisions.map(({ rows }) => rows.map(({ entry, rank }) => [entry, rank]))).toEqual([
      [['a', 1]],
      [['b', 1]],
    ]);
    expect(divisions[1]!.unjudged).toEqual(['z']);
  });
});
