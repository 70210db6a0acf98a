import { type DBSchema, openDB } from 'idb';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';

/** What the server said of a photograph: nothing yet, that it has it, or that it never will take it. */
export type PhotoState = 'kept' | 'sent' | 'refused';

export type KeptPhoto = {
  /** The name by which the story calls it: SHA-256 of the bytes that were made here. */
  readonly hash: BlobHash;
  readonly entryId: Id;
  /** The server's own drawing of it where it came from there; its hash then differs. */
  readonly bytes: Uint8Array;
  readonly state: PhotoState;
};

/** Photographs of stories on this device. */
export interface PhotoStore {
  /** Photographs that are here already stay as they are. */
  keep(photo: KeptPhoto): Promise<void>;
  read(hash: BlobHash): Promise<Uint8Array | null>;
  mark(hash: BlobHash, state: PhotoState): Promise<void>;
  /** Of a story, those the server has said nothing of, and those it refused. */
  unsent(entryId: Id): Promise<Pick<KeptPhoto, 'hash' | 'state'>[]>;
  entries(): Promise<Id[]>;
  remove(entryId: Id): Promise<void>;
  close(): void;
}

interface Tables extends DBSchema {
  photos: { key: string; value: KeptPhoto; indexes: { entryId: string } };
}

const NAME = 'bien-dao-photos';

/** Opens the store of this device. Rejects where the browser refuses storage. */
export async function openIndexedDbPhotos(): Promise<PhotoStore> {
  const db = await openDB<Tables>(NAME, 1, {
    upgrade(upgrading) {
      upgrading.createObjectStore('photos', { keyPath: 'hash' }).createIndex('entryId', 'entryId');
    },
    // A newer page of ours wants to change the tables: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return {
    async keep(photo) {
      const tx = db.transaction('photos', 'readwrite');
      if ((await tx.store.getKey(photo.hash)) === undefined) await tx.store.put(photo);
      await tx.done;
      if ((await db.getKey('photos', photo.hash)) === undefined) {
        throw new Error('the device did not keep a photograph');
      }
    },
    read: async (hash) => (await db.get('photos', hash))?.bytes ?? null,
    async mark(hash, state) {
      const tx = db.transaction('photos', 'readwrite');
      const photo = await tx.store.get(hash);
      if (photo !== undefined) await tx.store.put({ ...photo, state });
      await tx.done;
    },
    async unsent(entryId) {
      const photos = await db.getAllFromIndex('photos', 'entryId', entryId);
      return photos.flatMap(({ hash, state }) => (state === 'sent' ? [] : { hash, state }));
    },
    async entries() {
      const tx = db.transaction('photos');
      const ids = new Set<Id>();
      for await (const cursor of tx.store.index('entryId').iterate(null, 'nextunique')) {
        ids.add(cursor.value.entryId);
      }
      return [...ids];
    },
    async remove(entryId) {
      const tx = db.transaction('photos', 'readwrite');
      const hashes = await tx.store.index('entryId').getAllKeys(entryId);
      await Promise.all([...hashes.map((hash) => tx.store.delete(hash)), tx.done]);
    },
    close: () => db.close(),
  };
}

/** Holds photographs as long as the page is open, where the browser keeps nothing. */
export function forgetfulPhotos(): PhotoStore {
  const photos = new Map<BlobHash, KeptPhoto>();
  return {
    async keep(photo) {
      if (!photos.has(photo.hash)) photos.set(photo.hash, photo);
    },
    read: async (hash) => photos.get(hash)?.bytes ?? null,
    async mark(hash, state) {
      const photo = photos.get(hash);
      if (photo) photos.set(hash, { ...photo, state });
    },
    unsent: async (entryId) =>
      [...photos.values()].flatMap(({ hash, entryId: of, state }) =>
        of === entryId && state !== 'sent' ? { hash, state } : [],
      ),
    entries: async () => [...new Set([...photos.values()].map(({ entryId }) => entryId))],
    async remove(entryId) {
      for (const photo of photos.values()) if (photo.entryId === entryId) photos.delete(photo.hash);
    },
    close: () => {},
  };
}

export async function openPhotos(): Promise<PhotoStore> {
  if (typeof indexedDB === 'undefined') return forgetfulPhotos();
  // Private windows and locked-down schools refuse in different ways; each means the same to us.
  return openIndexedDbPhotos().catch(forgetfulPhotos);
}
