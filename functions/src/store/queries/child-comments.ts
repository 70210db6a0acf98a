import { ChildComment, saysNothing } from '@domain/judging/child-comment.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Db } from '../database.ts';
import { stands } from './standing.ts';

/**
 * What judges said to the authors of an entry on sheets that are in, without saying who: in the
 * order of ids drawn by lot. None before the results were published, or where the entry no longer
 * stands.
 */
export async function listCommentsForChild(db: Db, entryId: Id): Promise<ChildComment[]> {
  const rows = await db
    .selectFrom('sheet')
    .innerJoin('round', 'round.id', 'sheet.round_id')
    .innerJoin('entry', 'entry.id', 'sheet.entry_id')
    .select('sheet.comment as comment')
    .where('sheet.entry_id', '=', entryId)
    .where('sheet.state', '=', 'submitted')
    .where('round.published_at', 'is not', null)
    .where(stands)
    .orderBy('sheet.id')
    .execute();
  return rows
    .map((row) => ChildComment.parse(JSON.parse(row.comment)))
    .filter((comment) => !saysNothing(comment));
}
