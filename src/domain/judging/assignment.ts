import type { Id } from '../kernel/ids.ts';
import { randomFrom } from '../kernel/random.ts';

export type JudgeSeat = { readonly judgeId: Id; readonly load: number };
export type EntryToAssign = {
  readonly entryId: Id;
  /** Judges who already have this entry. */
  readonly seated: readonly Id[];
};
export type Pairing = { readonly entryId: Id; readonly judgeId: Id };

/**
 * Gives every entry up to `judgesPerEntry` different judges, least loaded first, ties broken by
 * the seed: loads differ by at most one when all judges begin equal. Existing seats are kept.
 * The same input and seed give the same pairs.
 */
export function assignJudges(
  entries: readonly EntryToAssign[],
  judges: readonly JudgeSeat[],
  judgesPerEntry: number,
  seed: number,
): Pairing[] {
  const random = randomFrom(seed);
  const load = new Map(judges.map((judge) => [judge.judgeId, judge.load]));
  const pairs: Pairing[] = [];
  for (const entry of entries) {
    const free = judges
      .filter((judge) => !entry.seated.includes(judge.judgeId))
      .map((judge) => ({ judgeId: judge.judgeId, lot: random() }))
      .toSorted((a, b) => (load.get(a.judgeId) ?? 0) - (load.get(b.judgeId) ?? 0) || a.lot - b.lot)
      .slice(0, Math.max(0, judgesPerEntry - entry.seated.length));
    for (const { judgeId } of free) {
      load.set(judgeId, (load.get(judgeId) ?? 0) + 1);
      pairs.push({ entryId: entry.entryId, judgeId });
    }
  }
  return pairs;
}
