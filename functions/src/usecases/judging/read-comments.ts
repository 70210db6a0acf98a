import type { ChildComment } from '@domain/judging/child-comment.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { listCommentsForChild } from '@server/store/queries/child-comments.ts';
import { findClassOfPupil } from '@server/store/queries/classes.ts';
import { findEntry } from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

/**
 * What judges say to the authors, for them and their teachers; nothing before the results are
 * published. Refuses not-found, permission.denied.
 */
export async function readComments(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<{ comments: ChildComment[] }> {
  const entry = await findEntry(db, entryId);
  if (entry === null) throw refuse('not-found');
  const classes = await Promise.all(entry.authorIds.map((id) => findClassOfPupil(db, id)));
  const { actor } = caller;
  // Of a team from several classes, the teacher of any of them may read.
  const own = classes.find(
    (each) => actor.role === 'teacher' && each?.teacherIds.includes(actor.accountId),
  );
  caller.allow({
    authorIds: entry.authorIds,
    ...(own ? { schoolId: own.schoolId, classTeacherIds: own.teacherIds } : {}),
  });
  return { comments: await listCommentsForChild(db, entryId) };
}
