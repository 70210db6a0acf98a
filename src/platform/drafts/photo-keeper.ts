import { readDraftPhoto, sendPhoto } from '@contract/photo.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { forgetfulPhotos, type PhotoState, type PhotoStore } from './photo-store.ts';
import type { Way } from './transport.ts';

/** What no other try overcomes: everything else is for who asked to send. */
const FINAL: readonly string[] = ['photo.malformed', 'photo.too-large'];

/**
 * Keeps the photographs of one story: on this device at once, on the server before any process or
 * picture that names them.
 */
export function createPhotoKeeper({
  openStore,
  way,
}: {
  openStore: () => Promise<PhotoStore>;
  way: Way;
}) {
  // Where the device takes no more, a photograph is kept as long as the page is.
  const spare = forgetfulPhotos();
  let opening: Promise<PhotoStore> | null = null;
  let of: Id | null = null;
  /** What the server has not taken, read from the device once: saving must not cost its reading. */
  let unsent: Promise<Map<BlobHash, PhotoState>> | null = null;

  const device = () => (opening ??= openStore());
  const story = () => {
    if (of === null) throw new Error('no story is open');
    return of;
  };

  /** A device that fails to read or note holds up no story: what it still has is here next time. */
  const orElse = async <T>(asked: (store: PhotoStore) => Promise<T>, instead: T): Promise<T> => {
    try {
      return await asked(await device());
    } catch {
      return instead;
    }
  };

  const readHere = async (hash: BlobHash) =>
    (await spare.read(hash)) ?? orElse((store) => store.read(hash), null);

  const waiting = () =>
    (unsent ??= orElse((store) => store.unsent(story()), []).then(
      (photos) => new Map(photos.map(({ hash, state }) => [hash, state])),
    ));

  const sendOne = async (hash: BlobHash, needed: boolean): Promise<PhotoState> => {
    const bytes = await readHere(hash);
    if (bytes === null) return 'refused';
    try {
      await way.call(sendPhoto, { params: { hash }, bytes });
      return 'sent';
    } catch (error) {
      // A story is not held up by a picture that the server cannot open; its submission is.
      if (error instanceof Refusal && FINAL.includes(error.code) && !needed) return 'refused';
      throw error;
    }
  };

  return {
    open(entryId: Id): void {
      of = entryId;
      unsent = null;
    },
    /** Keeps a picture file and answers its name. */
    async keep(bytes: Uint8Array): Promise<BlobHash> {
      const photo = { hash: sha256Hex(bytes), entryId: story(), bytes, state: 'kept' } as const;
      const known = await waiting();
      await device()
        .then((store) => store.keep(photo))
        .catch(() => spare.keep(photo));
      known.set(photo.hash, 'kept');
      return photo.hash;
    },
    /** From here or from the server; null for one that cannot be had now. */
    async read(hash: BlobHash): Promise<Uint8Array | null> {
      const here = await readHere(hash);
      if (here !== null) return here;
      const entryId = story();
      const theirs = await way
        .callForBytes(readDraftPhoto, { params: { entryId, hash } })
        .catch((error: unknown) => {
          if (error instanceof ConnectionLost || error instanceof Refusal) return null;
          throw error;
        });
      if (theirs === null) return null;
      const photo = { hash, entryId, bytes: theirs, state: 'sent' } as const;
      // Only to have it without the network; it is on the server anyway.
      await orElse((store) => store.keep(photo), undefined);
      return theirs;
    },
    /**
     * Sends what the server has not said anything of. Rejects with ConnectionLost or a Refusal; with
     * photo.malformed and photo.too-large only for those that are needed now.
     */
    async send(needed: readonly BlobHash[] = []): Promise<void> {
      const photos = await waiting();
      for (const [hash, state] of photos) {
        if (state === 'refused' && !needed.includes(hash)) continue;
        const after = await sendOne(hash, needed.includes(hash));
        await orElse((store) => store.mark(hash, after), undefined);
        if (after === 'sent') photos.delete(hash);
        else photos.set(hash, after);
      }
    },
    /** Wipes them here. */
    async forget(): Promise<void> {
      await Promise.all([spare.remove(story()), (await device()).remove(story())]);
    },
    close(): void {
      of = null;
      void opening?.then((store) => store.close());
      opening = null;
    },
  };
}

export type PhotoKeeper = ReturnType<typeof createPhotoKeeper>;
