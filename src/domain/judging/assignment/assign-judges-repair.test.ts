import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entry,
  judge,
  keyOf,
  keysOf,
  loadOf,
  nextRun,
  range,
  taskOf,
} from '@tests/fixtures/assignment.ts';
import { assignJudges } from './assign-judges.ts';
import type { JudgeSeat } from './task.ts';

describe('repairing a round that has begun', () => {
  const task = taskOf(60, 10, 3);
  const first = assignJudges(task);
  const some = ({ entryId }: JudgeSeat) => Number(entryId.slice(1)) % 3 === 0;
  const held = nextRun(task, first, some);

  it('seats a late entry and moves nobody', () => {
    const entries = [...task.entries, entry('late')];
    const { added, removed } = assignJudges({ ...held, entries });
    expect(added.map((seat) => seat.entryId)).toEqual(['late', 'late', 'late']);
    expect(removed).toEqual([]);
  });

  it('gives a late judge their share of what nobody has begun', () => {
    const judges = [...task.judges, judge('late')];
    const { added, removed, report } = assignJudges({ ...held, judges });
    expect(added.filter((seat) => seat.judgeId === 'late')).toHaveLength(16);
    expect(added.length).toBe(removed.length);
    expect(removed.some(some)).toBe(false);
    expect(report.unmet).toEqual([]);
  });

  it('replaces a judge who leaves, except where they have begun', () => {
    const judges = task.judges.filter((each) => each.judgeId !== 'j3');
    const { seats, removed, report } = assignJudges({ ...held, judges });
    const own = first.seats.filter((seat) => seat.judgeId === 'j3');
    const stay = keysOf(own.filter(some));
    expect(keysOf(seats.filter((seat) => seat.judgeId === 'j3'))).toEqual(stay);
    expect(keysOf(removed)).toEqual(expect.arrayContaining(keysOf(own.filter((s) => !some(s)))));
    expect(seats).toHaveLength(180);
    expect(report.unmet).toEqual([]);
  });

  it('replaces a judge who recuses, and says where the sheet was begun already', () => {
    const [begun, waiting] = [first.seats.find(some)!, first.seats.find((each) => !some(each))!];
    const conflicts = [begun, waiting];
    const { seats, added, removed, report } = assignJudges({ ...held, conflicts });
    expect(added.map((seat) => seat.entryId)).toEqual(
      expect.arrayContaining([begun.entryId, waiting.entryId]),
    );
    expect(keysOf(removed)).toContain(keyOf(waiting));
    expect(keysOf(removed)).not.toContain(keyOf(begun));
    expect(seats).toHaveLength(180);
    expect(report.unmet).toEqual([{ kind: 'begun-in-conflict', ...begun }]);
  });
});

describe('a round that goes through one mishap after another', () => {
  const mishap = fc.oneof(
    fc.record({ kind: fc.constant('late-judge' as const) }),
    fc.record({ kind: fc.constant('late-entry' as const), division: fc.nat(1) }),
    fc.record({ kind: fc.constant('recusal' as const), pick: fc.nat(999) }),
    fc.record({ kind: fc.constant('leaves' as const), pick: fc.nat(999) }),
    fc.record({ kind: fc.constant('work' as const), share: fc.integer({ min: 2, max: 5 }) }),
  );
  const rounds = fc.record({
    entries: fc.integer({ min: 8, max: 30 }),
    judges: fc.integer({ min: 5, max: 8 }),
    mishaps: fc.array(mishap, { minLength: 1, maxLength: 6 }),
    seed: fc.nat(),
  });

  it('keeps what was begun, seats nobody in conflict, stays joined and level', () => {
    const property = fc.property(rounds, ({ entries, judges, mishaps, seed }) => {
      let task = taskOf(0, judges, 3, {
        entries: range(entries).map((e) => entry(`e${e}`, `d${e % 2}`)),
        seed,
      });
      let done = assignJudges(task);
      const begun = new Set<string>();
      for (const [turn, each] of mishaps.entries()) {
        if (each.kind === 'work') {
          for (const [index, seat] of done.seats.entries()) {
            if (index % each.share === 0) begun.add(keyOf(seat));
          }
        }
        if (each.kind === 'late-judge') {
          task = { ...task, judges: [...task.judges, judge(`late${turn}`)] };
        }
        if (each.kind === 'late-entry') {
          const late = entry(`late${turn}`, `d${each.division}`);
          task = { ...task, entries: [...task.entries, late] };
        }
        if (each.kind === 'recusal') {
          // The sheet of who steps back is taken out before the repair, also a begun one.
          const pair = done.seats[each.pick % done.seats.length]!;
          begun.delete(keyOf(pair));
          const seats = done.seats.filter((seat) => keyOf(seat) !== keyOf(pair));
          done = { ...done, seats };
          task = { ...task, conflicts: [...task.conflicts, pair] };
        }
        if (each.kind === 'leaves' && task.judges.length > 4) {
          const gone = task.judges[each.pick % task.judges.length]!;
          task = { ...task, judges: task.judges.filter((one) => one !== gone) };
        }
        const held = nextRun(task, done, (seat) => begun.has(keyOf(seat)));
        done = assignJudges(held);
        const now = new Set(done.seats.map(keyOf));
        expect([...begun].filter((key) => !now.has(key))).toEqual([]);
        expect(task.conflicts.filter((pair) => now.has(keyOf(pair)))).toEqual([]);
        const unmet = new Set(done.report.unmet.map(({ kind }) => kind));
        for (const { entryId } of unmet.has('seats-missing') ? [] : task.entries) {
          expect(done.seats.filter((seat) => seat.entryId === entryId).length).toBeGreaterThan(2);
        }
        const apart = done.report.divisions.some(({ components }) => components > 1);
        expect(apart).toBe(unmet.has('division-apart'));
        const open = new Set(task.judges.map(({ judgeId }) => judgeId));
        const loads = [...open].map((judgeId) => loadOf(done.seats, judgeId));
        const uneven = Math.max(...loads) - Math.min(...loads) > 1;
        expect(uneven).toBe(unmet.has('loads-uneven'));
      }
    });
    fc.assert(property, { numRuns: 120 });
  });
});

describe('what cannot be had', () => {
  it('tells conflicts from capacity where judges are missing', () => {
    const judges = [judge('a', 1), judge('b', 1), judge('c')];
    const conflicts = [{ entryId: 'e0', judgeId: 'c' }];
    const { unmet } = assignJudges(taskOf(2, 0, 3, { judges, conflicts })).report;
    expect(unmet.filter((each) => each.kind === 'seats-missing')).toMatchObject([
      { entryId: 'e0', wanted: 3, cause: 'conflicts' },
      { entryId: 'e1', wanted: 3, cause: 'capacity' },
    ]);
  });

  it('says that two halves with judges of their own cannot be linked', () => {
    const conflicts = range(8).flatMap((e) =>
      range(6)
        .filter((j) => e % 2 !== j % 2)
        .map((j) => ({ entryId: `e${e}`, judgeId: `j${j}` })),
    );
    const { unmet } = assignJudges(taskOf(8, 6, 2, { conflicts })).report;
    expect(unmet).toEqual([
      { kind: 'division-apart', divisionId: 'd0', components: 2, cause: 'conflicts' },
    ]);
    const full = taskOf(2, 0, 1, { judges: [judge('a', 1), judge('b', 1)] });
    expect(assignJudges(full).report.unmet).toEqual([
      { kind: 'division-apart', divisionId: 'd0', components: 2, cause: 'capacity' },
    ]);
  });
});

describe('where conflicts leave each entry few judges', () => {
  /** Judge i % 12 may score entry i, and so may one other: a perfectly even answer is hidden in it. */
  const hidden = fc.record({
    decoys: fc.array(fc.nat(10), { minLength: 60, maxLength: 60 }),
    seed: fc.nat(),
  });
  const build = (decoys: readonly number[], capacity: number | null, seed: number) =>
    taskOf(0, 0, 1, {
      entries: [...decoys.map((_, e) => entry(`e${e}`)), entry('anchor', 'd0', true)],
      judges: range(12).map((j) => judge(`j${j}`, capacity)),
      conflicts: decoys.flatMap((decoy, e) =>
        range(12)
          .filter((j) => j !== e % 12 && j !== (e + 1 + decoy) % 12)
          .map((j) => ({ entryId: `e${e}`, judgeId: `j${j}` })),
      ),
      seed,
    });

  it('levels the loads, and fills the last seat when all judges are full', () => {
    fc.assert(
      fc.property(hidden, fc.constantFrom(null, 6), ({ decoys, seed }, capacity) => {
        const { report } = assignJudges(build(decoys, capacity, seed));
        expect(report.loads.map(({ load }) => load)).toEqual(range(12).map(() => 6));
        expect(report.unmet).toEqual([]);
      }),
    );
  });
});

describe('on rounds small enough to try everything', () => {
  const tiny = fc.record({
    entries: fc.integer({ min: 1, max: 4 }),
    capacities: fc.array(fc.option(fc.nat(3)), { minLength: 1, maxLength: 3 }),
    perEntry: fc.integer({ min: 1, max: 3 }),
    anchor: fc.boolean(),
    conflicts: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 6 }),
    seed: fc.nat(),
  });

  it('fills as many seats, and as evenly, as any assignment does', () => {
    const property = fc.property(
      tiny,
      ({ entries, capacities, perEntry, anchor, conflicts, seed }) => {
        const closed = conflicts.map(([e, j]) => ({ entryId: `e${e}`, judgeId: `j${j}` }));
        const judges = capacities.map((capacity, index) => judge(`j${index}`, capacity));
        const task = {
          ...taskOf(entries, 0, perEntry, { judges, conflicts: closed, seed }),
          entries: range(entries).map((e) => entry(`e${e}`, 'd0', anchor && e === 0)),
        };
        const wanted = range(entries).map((e) => (anchor && e === 0 ? judges.length : perEntry));
        const { seats, report } = assignJudges(task);
        const links = new Set(report.divisions.flatMap((each) => each.links.map(keyOf)));
        const panels = range(entries).map(
          (e) => seats.filter((seat) => seat.entryId === `e${e}` && !links.has(keyOf(seat))).length,
        );
        const cells = range(entries)
          .flatMap((e) => range(judges.length).map((j) => ({ entryId: `e${e}`, judgeId: `j${j}` })))
          .filter((cell) => !keysOf(closed).includes(keyOf(cell)));
        let [most, evenest] = [0, Infinity];
        for (let choice = 0; choice < 2 ** cells.length; choice += 1) {
          const chosen = cells.filter((_, bit) => (choice >> bit) & 1);
          const loads = judges.map(({ judgeId }) => loadOf(chosen, judgeId));
          const sizes = range(entries).map(
            (e) => chosen.filter((seat) => seat.entryId === `e${e}`).length,
          );
          if (loads.some((load, j) => load > (capacities[j] ?? Infinity))) continue;
          if (sizes.some((size, e) => size > wanted[e]!)) continue;
          most = Math.max(most, chosen.length);
          if (sizes.some((size, e) => size !== panels[e])) continue;
          evenest = Math.min(
            evenest,
            loads.reduce((sum, load) => sum + load ** 2, 0),
          );
        }
        expect(panels.reduce((sum, size) => sum + size, 0)).toBe(most);
        if (links.size > 0) return;
        const squares = judges.map(({ judgeId }) => loadOf(seats, judgeId) ** 2);
        expect(squares.reduce((sum, each) => sum + each, 0)).toBe(evenest);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
