import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';
import { findDraftVersion } from '@server/store/queries/entries.ts';
import { findPupilIdentity } from '@server/store/queries/pupils.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { readPicture } from '@server/usecases/pages/entry-page.ts';
import { ownEntry } from '@server/usecases/pupil/own-entry.ts';
import { type BookDeps, makeBook } from './make-book.ts';

/** Refuses not-found for an entry of which nothing was ever saved. */
export async function readOwnBook(
  deps: BookDeps & Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<Uint8Array> {
  const { entry, pupilId } = await ownEntry(deps.db, caller, entryId);
  const identity = await findPupilIdentity(deps.db, pupilId);
  if (identity === null) throw refuse('not-found');
  const { pictureHash } = entry;
  const picture =
    pictureHash === null ? await draftPicture(deps, entryId) : await readPicture(deps, pictureHash);
  return makeBook(deps, {
    picture,
    pictureHash,
    paper: 'A4',
    byline: [identity.fullName, `${identity.className} · ${identity.schoolName}`],
    madeAt: deps.clock.now(),
  });
}

async function draftPicture({ db, files }: Pick<Deps, 'db' | 'files'>, entryId: Id) {
  const head = await findDraftVersion(db, entryId);
  if (head === null) throw refuse('not-found');
  const bytes = await files.get(head.processHash);
  if (bytes === null) throw new Error(`draft ${head.processHash} is not in the store of files`);
  return pictureOf(replay(decodeProcess(bytes)));
}
