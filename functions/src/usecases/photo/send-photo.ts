import type { BlobHash } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import {
  MAX_PHOTO_FILE_BYTES,
  MAX_PHOTO_FILE_PIXELS,
  photoHead,
} from '@domain/story/photo-file.ts';
import { inTransaction } from '@server/store/database.ts';
import { insertSentBlob } from '@server/store/queries/blobs.ts';
import { findPhoto, insertPhoto, type StoredPhoto } from '@server/store/queries/photos.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { requireRoomForBlob } from '@server/usecases/pupil/sent-story.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'files' | 'developPhoto'>;

const MEDIA_TYPE = 'image/jpeg';

/**
 * Takes a photograph by drawing it anew: what a camera wrote beside the pixels is never kept, not
 * even for a moment. Its size is read from its first bytes before anything decodes it. Repeating is
 * harmless, also by another pupil. Refuses photo.malformed for what is no JPEG or PNG, or cannot be
 * decoded, photo.too-large, blob.hash-differs and blob.store-full.
 */
export async function sendPhoto(
  deps: Needs,
  caller: Caller,
  { hash, bytes }: { hash: BlobHash; bytes: Uint8Array },
): Promise<void> {
  caller.allow({});
  const { pupilId } = actingAs(caller, 'pupil');
  requireModest(bytes);
  if (sha256Hex(bytes) !== hash) throw refuse('blob.hash-differs');
  await requireRoomForBlob(deps, pupilId, bytes.length);

  const { photo, sizeBytes } = await developed(deps, hash, bytes);
  const at = deps.clock.now();
  const blob = { hash: photo.storedHash, sizeBytes, mediaType: MEDIA_TYPE, pupilId, at };
  await inTransaction(deps.db, async (trx) => {
    await insertSentBlob(trx, blob);
    await insertPhoto(trx, photo);
  });
}

function requireModest(bytes: Uint8Array): void {
  if (bytes.length > MAX_PHOTO_FILE_BYTES) throw refuse('photo.too-large');
  const head = photoHead(bytes);
  if (head === null) throw refuse('photo.malformed');
  if (head.width * head.height > MAX_PHOTO_FILE_PIXELS) throw refuse('photo.too-large');
}

async function developed(
  { db, files, developPhoto }: Needs,
  sentHash: BlobHash,
  bytes: Uint8Array,
): Promise<{ photo: StoredPhoto; sizeBytes: number }> {
  const known = await findPhoto(db, sentHash);
  const kept = known && (await files.get(known.storedHash));
  if (known && kept) return { photo: known, sizeBytes: kept.length };
  const picture = await developPhoto(bytes);
  if (picture === null) throw refuse('photo.malformed');
  const storedHash = sha256Hex(picture.bytes);
  await files.put(storedHash, picture.bytes);
  const { width, height } = picture;
  return { photo: { sentHash, storedHash, width, height }, sizeBytes: picture.bytes.length };
}
