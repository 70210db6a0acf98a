import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { isEmptyTelling, type Telling } from '@domain/story/telling.ts';
import { type ToldView, toldView } from '@domain/story/told.ts';
import { entryOfSheet } from '@server/store/queries/tellings.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { voicesMayBeHeard } from '@server/usecases/gallery/public-author.ts';
import { shownEntry } from '@server/usecases/gallery/read-gallery-entry.ts';
import { ownSheet } from '@server/usecases/judging/own-sheet.ts';
import { ownEntry } from '@server/usecases/pupil/own-entry.ts';
import { type Sound, toldOf, toldSound } from './told.ts';

type Reads = Pick<Deps, 'db' | 'files'>;
type Answer = { told: ToldView | null };

const answer = (telling: Telling | null): Answer => ({
  told: telling === null || isEmptyTelling(telling) ? null : toldView(telling),
});

async function ownTold(deps: Reads, caller: Caller, entryId: Id): Promise<Telling | null> {
  const { entry } = await ownEntry(deps.db, caller, entryId);
  return toldOf(deps, entry.id);
}

export async function readOwnTold(
  deps: Reads,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<Answer> {
  return answer(await ownTold(deps, caller, entryId));
}

export async function readOwnToldSound(
  deps: Reads,
  caller: Caller,
  { entryId, recording }: { entryId: Id; recording: number },
): Promise<Sound> {
  return toldSound(deps, await ownTold(deps, caller, entryId), recording);
}

async function sheetTold(deps: Reads, caller: Caller, sheetId: Id): Promise<Telling | null> {
  await ownSheet(deps.db, caller, sheetId);
  const entryId = await entryOfSheet(deps.db, sheetId);
  if (entryId === null) throw refuse('not-found');
  return toldOf(deps, entryId);
}

export async function readSheetTold(
  deps: Reads,
  caller: Caller,
  { sheetId }: { sheetId: Id },
): Promise<Answer> {
  return answer(await sheetTold(deps, caller, sheetId));
}

export async function readSheetSound(
  deps: Reads,
  caller: Caller,
  { sheetId, recording }: { sheetId: Id; recording: number },
): Promise<Sound> {
  return toldSound(deps, await sheetTold(deps, caller, sheetId), recording);
}

/**
 * What of a published telling may be met: what was written with the story's own consent, what was
 * spoken only where every author, and every guardian, also said yes to the voice.
 */
async function galleryTold(
  deps: Reads & Pick<Deps, 'clock'>,
  entryId: Id,
): Promise<Telling | null> {
  const { authors, today } = await shownEntry(deps, entryId);
  const telling = await toldOf(deps, entryId);
  if (telling === null || voicesMayBeHeard(authors, today)) return telling;
  return { ...telling, recordings: [], turns: [] };
}

export async function readGalleryTold(
  deps: Reads & Pick<Deps, 'clock'>,
  caller: Caller,
  { entryId }: { entryId: Id },
): Promise<Answer> {
  caller.allow({});
  return answer(await galleryTold(deps, entryId));
}

export async function readGallerySound(
  deps: Reads & Pick<Deps, 'clock'>,
  caller: Caller,
  { entryId, recording }: { entryId: Id; recording: number },
): Promise<Sound> {
  caller.allow({});
  return toldSound(deps, await galleryTold(deps, entryId), recording);
}
