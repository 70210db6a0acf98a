import type { Id } from '../../kernel/ids.ts';
import { randomFrom, shuffled } from '../../kernel/random.ts';
import type { JudgeSeat } from './task.ts';

/** Fewer entries for each anchor, and scoring them all would cost more than it tells. */
export const ENTRIES_PER_ANCHOR = 10;

type Candidate = { readonly entryId: Id; readonly divisionId: Id };

/**
 * The entries that every judge scores: those that were drawn before and still stand, then as many
 * more as are wanted, each division in proportion to its entries (largest remainder), within a
 * division those with fewest judges in conflict, ties by lot. None in a round of fewer than
 * ENTRIES_PER_ANCHOR entries for each.
 */
export function drawAnchors(
  entries: readonly Candidate[],
  options: {
    readonly count: number;
    readonly held: readonly Id[];
    readonly conflicts: readonly JudgeSeat[];
    readonly seed: number;
  },
): Id[] {
  const { count, conflicts, seed } = options;
  const standing = new Set(entries.map(({ entryId }) => entryId));
  const held = options.held.filter((entryId) => standing.has(entryId));
  if (held.length >= count || entries.length < count * ENTRIES_PER_ANCHOR) return held.toSorted();
  const barred = new Map<Id, number>();
  for (const { entryId } of conflicts) barred.set(entryId, (barred.get(entryId) ?? 0) + 1);
  const barredOf = (entryId: Id) => barred.get(entryId) ?? 0;
  const inOrder = entries.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1));
  const lots = shuffled(randomFrom(seed), inOrder).toSorted(
    (a, b) => barredOf(a.entryId) - barredOf(b.entryId),
  );
  const drawn = new Set(held);
  const divisionIds = [...new Set(inOrder.map(({ divisionId }) => divisionId))].toSorted();
  const lackOf = (divisionId: Id) => {
    const own = entries.filter((entry) => entry.divisionId === divisionId);
    const have = own.filter(({ entryId }) => drawn.has(entryId)).length;
    return (own.length * count) / entries.length - have;
  };
  while (drawn.size < count) {
    const neediest = divisionIds.toSorted((a, b) => lackOf(b) - lackOf(a));
    const next = neediest
      .flatMap((id) => lots.filter(({ divisionId }) => divisionId === id))
      .find(({ entryId }) => !drawn.has(entryId));
    if (next === undefined) break;
    drawn.add(next.entryId);
  }
  return [...drawn].toSorted();
}
