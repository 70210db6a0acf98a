import type { Id } from '@domain/kernel/ids.ts';
import type { Seat } from '@server/store/queries/sheets.ts';

/** The judges of each entry that has any. */
export function seatsByEntry(seats: readonly Seat[]): Map<Id, Id[]> {
  const judges = new Map<Id, Id[]>();
  for (const { entryId, judgeId } of seats) {
    judges.set(entryId, [...(judges.get(entryId) ?? []), judgeId]);
  }
  return judges;
}
