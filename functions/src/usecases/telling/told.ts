import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { MAX_PAGE_ID } from '@domain/story/limits.ts';
import type { RecordingType } from '@domain/story/recording/clean-recording.ts';
import { decodeTelling } from '@domain/story/telling-manifest.ts';
import type { Recording, Telling } from '@domain/story/telling.ts';
import { findToldHash } from '@server/store/queries/tellings.ts';
import type { Deps } from '@server/usecases/deps.ts';

export type Sound = { readonly bytes: Uint8Array; readonly mediaType: RecordingType };

/** A file that is missing is a bug: it was acknowledged. */
export async function soundOf(
  { files }: Pick<Deps, 'files'>,
  { hash, mediaType }: Recording,
): Promise<Sound> {
  const bytes = await files.get(hash);
  if (bytes === null) throw new Error(`recording ${hash} is not in the store of files`);
  return { bytes, mediaType };
}

/** The telling that an entry was submitted with; null without one. */
export async function toldOf(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  entryId: Id,
): Promise<Telling | null> {
  const hash = await findToldHash(db, entryId);
  if (hash === null) return null;
  const bytes = await files.get(hash);
  if (bytes === null) throw new Error(`telling ${hash} is not in the store of files`);
  return decodeTelling(bytes, MAX_PAGE_ID);
}

/** A recording of a submitted telling, counted from 0. Refuses not-found beyond the last. */
export async function toldSound(
  deps: Pick<Deps, 'files'>,
  telling: Telling | null,
  place: number,
): Promise<Sound> {
  const recording = telling?.recordings[place];
  if (recording === undefined) throw refuse('not-found');
  return soundOf(deps, recording);
}
