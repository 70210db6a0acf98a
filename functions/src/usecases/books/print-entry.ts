import { consented, type Purpose } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type Author, listAuthors } from '@server/store/queries/authors.ts';
import { findClassOfPupil } from '@server/store/queries/classes.ts';
import { findEntry } from '@server/store/queries/entries.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { readPicture } from '@server/usecases/pages/entry-page.ts';
import { type BookDeps, makeBook } from './make-book.ts';

const PURPOSES: readonly Purpose[] = ['print', 'name'];

/**
 * A submitted entry on A3. The organiser prints for others to see: only what guardian and child agreed
 * to have printed, and with the names they agreed to show; a teacher prints for the child.
 * Refuses not-found, permission.denied, entry.not-submitted, print.not-consented.
 */
export async function printEntry(
  deps: BookDeps & Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<Uint8Array> {
  const { db, clock } = deps;
  const entry = await findEntry(db, entryId);
  if (entry === null) throw refuse('not-found');
  const classes = await Promise.all(entry.authorIds.map((id) => findClassOfPupil(db, id)));
  // Of a team from several classes, the teacher of any of them may print.
  const own = classes.find((each) => each?.teacherIds.includes(accountOf(caller)));
  const shown = own ?? classes.find((each) => each !== null);
  caller.allow(
    shown
      ? { schoolId: shown.schoolId, classTeacherIds: shown.teacherIds }
      : { classTeacherIds: [] },
  );
  if (entry.pictureHash === null) throw refuse('entry.not-submitted');

  const today = vietnamDay(clock.now());
  const authors = (await listAuthors(db, { entryId }, PURPOSES)).get(entryId) ?? [];
  const agreed = (author: Author, purpose: Purpose) =>
    consented(author.consents, purpose, author.birthDate, today);
  const forOthers = caller.actor.role === 'organiser';
  if (forOthers && !authors.every((author) => agreed(author, 'print'))) {
    throw refuse('print.not-consented');
  }
  const named = authors.filter((author) => !forOthers || agreed(author, 'name'));
  const classNames = new Set(named.map((author) => `${author.className} · ${author.schoolName}`));
  return makeBook(deps, {
    picture: await readPicture(deps, entry.pictureHash),
    pictureHash: entry.pictureHash,
    paper: 'A3',
    byline: [named.map((author) => author.fullName).join(', '), ...classNames],
    madeAt: clock.now(),
  });
}

function accountOf({ actor }: Caller): Id {
  return actor.role === 'teacher' ? actor.accountId : '';
}
