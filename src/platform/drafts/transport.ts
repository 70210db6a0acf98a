import {
  type DraftCopy,
  type DraftView,
  listDraftVersions,
  listMissingBlobs,
  openDraft,
  putBlob,
  readDraftBlob,
  readDraftCopy,
  saveDraft,
  submitEntry,
} from '@contract/pupil.ts';
import type { Receipt } from '@domain/entry/entry.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import type { call, callForBytes } from '@platform/api-client.ts';

/** The way to the server; tests bring a scripted one. */
export type Way = { readonly call: typeof call; readonly callForBytes: typeof callForBytes };

/** The requests that carry a story, each safe to repeat. */
export function storyTransport(way: Way) {
  return {
    open: (): Promise<DraftView> => way.call(openDraft, {}),
    read: (entryId: Id, version: number): Promise<Uint8Array> =>
      way.callForBytes(readDraftBlob, { params: { entryId, version: String(version) } }),
    async copies(entryId: Id): Promise<readonly DraftCopy[]> {
      return (await way.call(listDraftVersions, { params: { entryId } })).copies;
    },
    readCopy: (entryId: Id, hash: BlobHash): Promise<Uint8Array> =>
      way.callForBytes(readDraftCopy, { params: { entryId, hash } }),
    /** Sends bytes and answers their name, which whoever knows it may say. */
    async send(bytes: Uint8Array, hash = sha256Hex(bytes)): Promise<BlobHash> {
      await way.call(putBlob, { params: { hash }, bytes });
      return hash;
    },
    save: (entryId: Id, baseVersion: number, processHash: BlobHash): Promise<DraftView> =>
      way.call(saveDraft, { params: { entryId }, body: { baseVersion, processHash } }),
    async submit(
      entryId: Id,
      picture: Uint8Array,
      process: Uint8Array,
      tellingHash: BlobHash | null = null,
    ): Promise<Receipt> {
      const blobs = new Map([picture, process].map((bytes) => [sha256Hex(bytes), bytes]));
      const [pictureHash, processHash] = [...blobs.keys()] as [BlobHash, BlobHash];
      const { missing } = await way.call(listMissingBlobs, { body: { hashes: [...blobs.keys()] } });
      for (const hash of missing) {
        await way.call(putBlob, { params: { hash }, bytes: blobs.get(hash)! });
      }
      const body = { pictureHash, processHash, tellingHash };
      return way.call(submitEntry, { params: { entryId }, body });
    },
  };
}

export type StoryTransport = ReturnType<typeof storyTransport>;
