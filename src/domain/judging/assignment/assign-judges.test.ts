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
import { randomFrom, shuffled } from '../../kernel/random.ts';
import { assignJudges } from './assign-judges.ts';
import type { AssignmentTask, JudgeSeat } from './task.ts';

/** Small rounds with everything that can go against each other in them. */
const anyTask = fc
  .record({
    entries: fc.array(fc.record({ division: fc.nat(2), anchor: fc.nat(9) }), { maxLength: 12 }),
    judges: fc.array(fc.record({ capacity: fc.option(fc.nat(8)), unit: fc.option(fc.nat(2)) }), {
      maxLength: 7,
    }),
    conflicts: fc.array(fc.tuple(fc.nat(11), fc.nat(8)), { maxLength: 25 }),
    seats: fc.array(fc.tuple(fc.nat(12), fc.nat(8), fc.boolean()), { maxLength: 20 }),
    judgesPerEntry: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(),
  })
  .map(({ entries, judges, conflicts, seats, judgesPerEntry, seed }): AssignmentTask => ({
    entries: entries.map(({ division, anchor }, index) =>
      entry(`e${index}`, `d${division}`, anchor === 0),
    ),
    judges: judges.map(({ capacity, unit }, index) =>
      judge(`j${index}`, capacity, unit === null ? null : `u${unit}`),
    ),
    conflicts: conflicts.map(([e, j]) => ({ entryId: `e${e}`, judgeId: `j${j}` })),
    seats: [...new Map(seats.map(([e, j, begun]) => [`${e} ${j}`, { e, j, begun }])).values()].map(
      ({ e, j, begun }) => ({ entryId: `e${e}`, judgeId: `j${j}`, begun }),
    ),
    judgesPerEntry,
    seed,
  }));

/** By spreading marks from entry to judge to entry until nothing changes. */
function partsOf(task: AssignmentTask, seats: readonly JudgeSeat[], divisionId: string) {
  const part = new Map(
    task.entries.flatMap((each, index) =>
      each.divisionId === divisionId ? [[each.entryId, index] as const] : [],
    ),
  );
  const here = seats.filter((seat) => part.has(seat.entryId));
  for (let changed = true; changed;) {
    changed = false;
    for (const one of here) {
      for (const two of here) {
        const [a, b] = [part.get(one.entryId)!, part.get(two.entryId)!];
        if (one.judgeId !== two.judgeId || a <= b) continue;
        part.set(one.entryId, b);
        changed = true;
      }
    }
  }
  return part;
}

const componentsOf = (task: AssignmentTask, seats: readonly JudgeSeat[], divisionId: string) =>
  new Set(partsOf(task, seats, divisionId).values()).size;

describe('assigning judges, whatever the round', () => {
  it('never seats in conflict, twice, beyond a capacity or someone who has left', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { seats, added } = assignJudges(task);
        const conflicts = new Set(keysOf(task.conflicts));
        const judges = new Map(task.judges.map((each) => [each.judgeId, each.capacity]));
        expect(new Set(keysOf(seats)).size).toBe(seats.length);
        for (const seat of added) {
          expect(conflicts).not.toContain(keyOf(seat));
          expect(judges.has(seat.judgeId)).toBe(true);
        }
        for (const seat of seats) expect(conflicts).not.toContain(keyOf(seat));
        for (const [judgeId, capacity] of judges) {
          const begun = task.seats.filter((seat) => seat.begun);
          const limit = Math.max(capacity ?? Infinity, loadOf(begun, judgeId));
          expect(loadOf(seats, judgeId)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('leaves every sheet that was begun, and accounts for every other', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { seats, added, removed, report } = assignJudges(task);
        const listed = new Set(task.entries.map((each) => each.entryId));
        const held = task.seats.filter((seat) => listed.has(seat.entryId));
        const begun = new Set(keysOf(held.filter((seat) => seat.begun)));
        for (const seat of removed) expect(begun).not.toContain(keyOf(seat));
        const aside = report.unmet.filter((each) => each.kind === 'begun-in-conflict');
        const before = keysOf(held).filter((key) => !keysOf(removed).includes(key));
        const after = keysOf([...seats, ...aside]);
        expect(after).toEqual([...before, ...keysOf(added)].toSorted());
      }),
    );
  });

  it('says truly how loads, pairs and divisions stand, and what is missing', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { seats, added, report } = assignJudges(task);
        const links = report.divisions.flatMap((each) => each.links);
        expect(keysOf(added)).toEqual(expect.arrayContaining(keysOf(links)));
        for (const { judgeId, load } of report.loads) expect(load).toBe(loadOf(seats, judgeId));
        const loads = task.judges.map((each) => loadOf(seats, each.judgeId));
        const spread = loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
        expect(report.unmet.some((each) => each.kind === 'loads-uneven')).toBe(spread > 1);
        for (const { judgeIds, entries } of report.pairs) {
          const [one, two] = judgeIds.map((judgeId) =>
            seats.filter((seat) => seat.judgeId === judgeId).map((seat) => seat.entryId),
          );
          expect(entries).toBe(one!.filter((entryId) => two!.includes(entryId)).length);
        }
        for (const { divisionId, components } of report.divisions) {
          expect(components).toBe(componentsOf(task, seats, divisionId));
          const apart = report.unmet.some(
            (each) => each.kind === 'division-apart' && each.divisionId === divisionId,
          );
          expect(apart).toBe(components > 1);
        }
        for (const { entryId, anchor } of task.entries) {
          const panel = seats.filter((seat) => seat.entryId === entryId);
          const judges = task.judges.map((each) => each.judgeId);
          const short = anchor
            ? judges.some((judgeId) => panel.every((seat) => seat.judgeId !== judgeId))
            : panel.length < task.judgesPerEntry;
          const told = report.unmet.some(
            (each) => each.kind === 'seats-missing' && each.entryId === entryId,
          );
          expect(told).toBe(short);
        }
      }),
    );
  });

  it('calls a division apart only where no judge with room may link it', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { seats, report } = assignJudges(task);
        const closed = new Set(keysOf([...task.conflicts, ...seats]));
        for (const { divisionId, components } of report.divisions) {
          if (components <= 1) continue;
          const part = partsOf(task, seats, divisionId);
          for (const { judgeId, capacity } of task.judges) {
            const room = (capacity ?? Infinity) - loadOf(seats, judgeId);
            const own = new Set(
              seats
                .filter((seat) => seat.judgeId === judgeId && part.has(seat.entryId))
                .map((seat) => part.get(seat.entryId)!),
            );
            const open = new Set(
              [...part]
                .filter(([entryId]) => !closed.has(keyOf({ entryId, judgeId })))
                .map(([, each]) => each),
            );
            const reach = new Set([...own, ...open]).size;
            const needed = own.size > 0 ? 1 : 2;
            expect(reach > 1 && open.size > 0 && room >= needed).toBe(false);
          }
        }
      }),
    );
  });

  it('depends on the seed and on nothing in the order of the lists', () => {
    fc.assert(
      fc.property(anyTask, fc.nat(), (task, order) => {
        const random = randomFrom(order);
        const other = {
          ...task,
          entries: shuffled(random, task.entries),
          judges: shuffled(random, task.judges),
          conflicts: shuffled(random, task.conflicts),
          seats: shuffled(random, task.seats),
        };
        expect(assignJudges(other)).toEqual(assignJudges(task));
      }),
    );
    const draw = (seed: number) => assignJudges(taskOf(20, 8, 3, { seed })).seats;
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('changes nothing when it is asked again', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const first = assignJudges({ ...task, seats: [] });
        const again = assignJudges(nextRun(task, first, () => false));
        expect(again.added).toEqual([]);
        expect(again.removed).toEqual([]);
      }),
    );
  });
});

describe('assigning judges where nothing stands against it', () => {
  const sizes = fc
    .record({
      entries: fc.integer({ min: 1, max: 40 }),
      perEntry: fc.integer({ min: 1, max: 5 }),
      spare: fc.nat(8),
      seed: fc.nat(),
    })
    .map(({ entries, perEntry, spare, seed }) => ({
      task: taskOf(entries, perEntry + spare, perEntry, { seed }),
      seats: entries * perEntry,
      // A graph of so many entries and judges needs one seat fewer than it has of both.
      needed: entries + Math.min(perEntry + spare, entries * perEntry) - 1,
    }));

  it('joins all entries, with no more linking seats than the numbers demand', () => {
    fc.assert(
      fc.property(sizes, ({ task, seats, needed }) => {
        const { report, added } = assignJudges(task);
        const [division] = report.divisions;
        expect(division!.components).toBe(1);
        expect(division!.links).toHaveLength(Math.max(0, needed - seats));
        expect(added).toHaveLength(Math.max(needed, seats));
      }),
    );
  });

  it('gives judges loads that differ by one at most', () => {
    fc.assert(
      fc.property(sizes, ({ task, seats, needed }) => {
        fc.pre(seats >= needed);
        expect(assignJudges(task).report.unmet).toEqual([]);
      }),
    );
  });

  it('finds the design in which all pairs of judges share equally many entries', () => {
    for (const seed of range(10)) {
      const spread = (task: AssignmentTask) => assignJudges(task).report.pairSpread;
      expect(spread(taskOf(7, 7, 3, { seed }))).toEqual({ least: 1, most: 1, mean: 1 });
      expect(spread(taskOf(56, 8, 3, { seed }))).toEqual({ least: 6, most: 6, mean: 6 });
      expect(spread(taskOf(100, 8, 3, { seed }))).toMatchObject({ least: 10, most: 11 });
    }
  });

  it('mixes the units on every panel', () => {
    const judges = range(9).map((index) => judge(`j${index}`, null, index < 6 ? 'u0' : 'u1'));
    const { report } = assignJudges(taskOf(40, 0, 3, { judges }));
    expect(report.unmet).toEqual([]);
    const alone = assignJudges(taskOf(1, 0, 3, { judges: judges.slice(0, 3) })).report.unmet;
    expect(alone).toEqual([{ kind: 'panel-of-one-unit', entryId: 'e0', unitId: 'u0' }]);
  });

  it('joins each of many small divisions without a sheet more', () => {
    const entries = range(60).map((index) => entry(`e${index}`, `d${index % 12}`));
    const { report, added } = assignJudges(taskOf(0, 30, 3, { entries }));
    expect(report.divisions.map((each) => each.components)).toEqual(range(12).map(() => 1));
    expect(report.unmet).toEqual([]);
    expect(added).toHaveLength(180);
  });

  it('has all judges score the anchors', () => {
    const entries = range(30).map((index) => entry(`e${index}`, 'd0', index < 5));
    const { seats, report } = assignJudges(taskOf(0, 10, 2, { entries }));
    expect(seats.filter(({ entryId }) => entryId === 'e4')).toHaveLength(10);
    expect(seats).toHaveLength(5 * 10 + 25 * 2);
    expect(report.unmet).toEqual([]);
  });
});
