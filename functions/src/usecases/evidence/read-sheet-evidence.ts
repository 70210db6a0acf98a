import type { StoryShares } from '@contract/evidence.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { photosOf } from '@domain/story/scene.ts';
import { entryOfSheet } from '@server/store/queries/tellings.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownSheet } from '@server/usecases/judging/own-sheet.ts';
import { readPicture } from '@server/usecases/pages/entry-page.ts';
import { photoFile } from '@server/usecases/photo/photo-file.ts';
import { entryEvidence, entryFilm } from './entry-evidence.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'files' | 'measurePage'>;
type OfSheet = { readonly sheetId: Id };

async function ownEntryId({ db }: Needs, caller: Caller, sheetId: Id): Promise<Id> {
  await ownSheet(db, caller, sheetId);
  const entryId = await entryOfSheet(db, sheetId);
  if (entryId === null) throw refuse('not-found');
  return entryId;
}

export async function readSheetShares(
  deps: Needs,
  caller: Caller,
  { sheetId }: OfSheet,
): Promise<StoryShares> {
  return (await entryEvidence(deps, await ownEntryId(deps, caller, sheetId))).shares;
}

/** Refuses not-found when the process was deleted before a film was made. */
export async function readSheetFilm(
  deps: Needs,
  caller: Caller,
  { sheetId }: OfSheet,
): Promise<Uint8Array> {
  return entryFilm(deps, await ownEntryId(deps, caller, sheetId));
}

export async function readSheetPicture(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { sheetId }: OfSheet,
): Promise<Uint8Array> {
  const { pictureHash } = await ownSheet(db, caller, sheetId);
  const bytes = await files.get(pictureHash);
  if (bytes === null) throw new Error(`picture ${pictureHash} is not in the store of files`);
  return bytes;
}

/** Refuses not-found for a file that this picture does not name. */
export async function readSheetPhoto(
  deps: Pick<Deps, 'db' | 'files'>,
  caller: Caller,
  { sheetId, hash }: OfSheet & { readonly hash: BlobHash },
): Promise<Uint8Array> {
  const { pictureHash } = await ownSheet(deps.db, caller, sheetId);
  const { pages } = await readPicture(deps, pictureHash);
  const named = pages.some(({ scene }) => photosOf(scene).includes(hash));
  const bytes = named ? await photoFile(deps, hash) : null;
  if (bytes === null) throw refuse('not-found');
  return bytes;
}
