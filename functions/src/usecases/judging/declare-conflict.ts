import type { Id } from '@domain/kernel/ids.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { recordTie } from '@server/usecases/organiser/record-tie.ts';
import { ownSheet } from './own-sheet.ts';

/**
 * A judge steps back from an entry: the sheet leaves the round, whatever it says, and the judge is
 * never given the entry again. Refuses not-found, judging.closed.
 */
export async function declareConflict(
  deps: Pick<Deps, 'db' | 'clock' | 'randomness'>,
  caller: Caller,
  { sheetId }: { sheetId: Id },
  { reason }: { reason: string },
): Promise<void> {
  const { judgeId, entryId } = await ownSheet(deps.db, caller, sheetId);
  const { accountId } = actingAs(caller, 'judge');
  const tie = { judgeId, kind: 'entry' as const, subjectId: entryId, note: reason };
  await recordTie(deps, accountId, tie, 'judge');
}
