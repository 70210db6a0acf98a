import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { replay, type Story } from '@domain/story/story.ts';
import { MAX_ENCODED_BYTES } from '@domain/story/limits.ts';
import { findSentBlobs, sentBytesOf } from '@server/store/queries/blobs.ts';
import type { Deps } from '@server/usecases/deps.ts';

/**
 * What one pupil may send in all. A finished story has 0.2 MB, its drafts some 30 MB for an hour of
 * drawing, of which 2 MB stay: nobody comes here by drawing, and nobody fills a school's disk by a
 * program.
 */
const DRAFTS_BYTES = 1024 ** 3;
/** Kept free of drafts, so that whoever did come here still submits. */
const SUBMISSION_BYTES = 8 * MAX_ENCODED_BYTES;

/** Refuses blob.store-full where the pupil's room for drafts is used up. */
export async function requireRoomForDraft({ db }: Pick<Deps, 'db'>, pupilId: Id): Promise<void> {
  if ((await sentBytesOf(db, pupilId)) > DRAFTS_BYTES) throw refuse('blob.store-full');
}

/** Refuses blob.store-full where `sizeBytes` more are too much, also for a submission. */
export async function requireRoomForBlob(
  { db }: Pick<Deps, 'db'>,
  pupilId: Id,
  sizeBytes: number,
): Promise<void> {
  const most = DRAFTS_BYTES + SUBMISSION_BYTES;
  if ((await sentBytesOf(db, pupilId)) + sizeBytes > most) throw refuse('blob.store-full');
}

/** Refuses blob.missing unless these pupils, together, sent every one of the blobs. */
export async function requireSent(
  { db }: Pick<Deps, 'db'>,
  pupilIds: readonly Id[],
  hashes: readonly BlobHash[],
): Promise<void> {
  const sent = await findSentBlobs(db, pupilIds, hashes);
  if (hashes.some((hash) => !sent.has(hash))) throw refuse('blob.missing');
}

/** The log of a sent process. Refuses story.malformed and story.too-large, whatever the bytes. */
export async function readLog(
  { files }: Pick<Deps, 'files'>,
  processHash: BlobHash,
): Promise<readonly StoryEvent[]> {
  const bytes = await files.get(processHash);
  if (bytes === null) throw refuse('blob.missing');
  return decodeProcess(bytes);
}

/** The story of a sent process. Refuses story.malformed and story.too-large, whatever the bytes. */
export async function readStory(deps: Pick<Deps, 'files'>, processHash: BlobHash): Promise<Story> {
  return replay(await readLog(deps, processHash));
}
