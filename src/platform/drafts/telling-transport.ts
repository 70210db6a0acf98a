import { listMissingBlobs, putBlob } from '@contract/pupil.ts';
import {
  type DraftTelling,
  joinRecording,
  openTelling,
  PIECE_BYTES,
  readDraftRecording,
  saveTelling,
} from '@contract/telling.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import type { Way } from './transport.ts';

/** The requests that carry a telling, each safe to repeat. */
export function tellingTransport(way: Way) {
  /** Sends what the server lacks of these blobs: after a cut line only the rest goes. */
  const send = async (blobs: readonly Uint8Array[]): Promise<BlobHash[]> => {
    const hashes = blobs.map(sha256Hex);
    const { missing } = await way.call(listMissingBlobs, { body: { hashes } });
    for (const [i, bytes] of blobs.entries()) {
      const hash = hashes[i]!;
      if (missing.includes(hash)) await way.call(putBlob, { params: { hash }, bytes });
    }
    return hashes;
  };
  return {
    open: (entryId: Id): Promise<DraftTelling> => way.call(openTelling, { params: { entryId } }),
    readRecording: (entryId: Id, hash: BlobHash): Promise<Uint8Array> =>
      way.callForBytes(readDraftRecording, { params: { entryId, hash } }),
    async sendRecording(bytes: Uint8Array): Promise<void> {
      const count = Math.ceil(bytes.length / PIECE_BYTES);
      const pieces = Array.from({ length: count }, (_, i) =>
        bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES),
      );
      await way.call(joinRecording, { body: { pieces: await send(pieces) } });
    },
    async sendManifest(bytes: Uint8Array): Promise<BlobHash> {
      return (await send([bytes]))[0]!;
    },
    async save(entryId: Id, baseVersion: number, tellingHash: BlobHash): Promise<number> {
      const body = { baseVersion, tellingHash };
      return (await way.call(saveTelling, { params: { entryId }, body })).version;
    },
  };
}

export type TellingTransport = ReturnType<typeof tellingTransport>;
