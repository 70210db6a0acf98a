import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { replay, type Story } from '@domain/story/story.ts';
import { findSentBlobs } from '@server/store/queries/blobs.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** Refuses blob.missing unless this pupil sent every one of the blobs. */
export async function requireSent(
  { db }: Pick<Deps, 'db'>,
  pupilId: Id,
  hashes: readonly BlobHash[],
): Promise<void> {
  const sent = await findSentBlobs(db, pupilId, hashes);
  if (hashes.some((hash) => !sent.has(hash))) throw refuse('blob.missing');
}

/** The story of a sent process. Refuses story.malformed and story.too-large, whatever the bytes. */
export async function readStory(
  { files }: Pick<Deps, 'files'>,
  processHash: BlobHash,
): Promise<Story> {
  const bytes = await files.get(processHash);
  if (bytes === null) throw refuse('blob.missing');
  return replay(decodeProcess(bytes));
}
