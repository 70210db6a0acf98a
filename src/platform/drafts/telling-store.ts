import { type DBSchema, openDB } from 'idb';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import type { Telling } from '@domain/story/telling.ts';

/** A telling as this device holds it. */
export type LocalTelling = {
  readonly entryId: Id;
  readonly telling: Telling;
  /** The server's version this one goes on from, and what that said: 0 and nothing at first. */
  readonly baseVersion: number;
  readonly base: Telling;
};

/** How a take becomes part of the telling when it is over. */
export type TakeKind = 'go-on' | 'retell' | 'more';

/** One page being told: from the turn of the page to the next, or to a pause. */
export type Take = {
  readonly id: string;
  readonly entryId: Id;
  readonly page: number;
  readonly kind: TakeKind;
};

/**
 * Tellings and their sound on this device. Pieces of a take are kept as they come, so that a crash
 * loses the last one at most.
 */
export interface TellingStore {
  /** False when it only lasts as long as the page. */
  readonly durable: boolean;
  load(entryId: Id): Promise<LocalTelling | null>;
  keep(local: LocalTelling): Promise<void>;
  /** Entries with a telling, a recording or a take here. */
  entries(): Promise<Id[]>;
  keepRecording(entryId: Id, hash: BlobHash, bytes: Uint8Array): Promise<void>;
  readRecording(hash: BlobHash): Promise<Uint8Array | null>;
  markSent(hash: BlobHash): Promise<void>;
  isSent(hash: BlobHash): Promise<boolean>;
  beginTake(take: Take): Promise<void>;
  keepPiece(takeId: string, index: number, bytes: Uint8Array): Promise<void>;
  readTake(takeId: string): Promise<Uint8Array>;
  dropTake(takeId: string): Promise<void>;
  /** Takes that were never ended, in the order in which they began. */
  leftTakes(entryId: Id): Promise<Take[]>;
  remove(entryId: Id): Promise<void>;
  close(): void;
}

type RecordingRow = { hash: BlobHash; entryId: Id; bytes: Uint8Array; sent: boolean };
type PieceRow = { takeId: string; index: number; bytes: Uint8Array };

interface Tables extends DBSchema {
  tellings: { key: string; value: LocalTelling };
  recordings: { key: string; value: RecordingRow; indexes: { entryId: string } };
  takes: { key: string; value: Take & { order: number } };
  pieces: { key: [string, number]; value: PieceRow };
}

const NAME = 'bien-dao-tellings';
const STORES = ['tellings', 'recordings', 'takes', 'pieces'] as const;

const piecesOf = (takeId: string) =>
  IDBKeyRange.bound([takeId, 0], [takeId, Number.MAX_SAFE_INTEGER]);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Opens the store of this device. Rejects where the browser refuses storage. */
export async function openIndexedDbTellings(): Promise<TellingStore> {
  const db = await openDB<Tables>(NAME, 1, {
    upgrade(upgrading) {
      upgrading.createObjectStore('tellings', { keyPath: 'entryId' });
      upgrading
        .createObjectStore('recordings', { keyPath: 'hash' })
        .createIndex('entryId', 'entryId');
      upgrading.createObjectStore('takes', { keyPath: 'id' });
      upgrading.createObjectStore('pieces', { keyPath: ['takeId', 'index'] });
    },
    // A newer page of ours wants to change the tables: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  let order = Date.now();

  return {
    durable: true,
    load: async (entryId) => (await db.get('tellings', entryId)) ?? null,
    keep: async (local) => void (await db.put('tellings', local)),
    async entries() {
      const [tellings, takes, recordings] = await Promise.all([
        db.getAllKeys('tellings'),
        db.getAll('takes'),
        db.getAll('recordings'),
      ]);
      const ids = [...takes, ...recordings].map(({ entryId }) => entryId);
      return [...new Set([...tellings, ...ids])];
    },
    async keepRecording(entryId, hash, bytes) {
      const kept = await db.get('recordings', hash);
      if (kept === undefined) await db.put('recordings', { hash, entryId, bytes, sent: false });
    },
    readRecording: async (hash) => (await db.get('recordings', hash))?.bytes ?? null,
    async markSent(hash) {
      const tx = db.transaction('recordings', 'readwrite');
      const row = await tx.store.get(hash);
      if (row !== undefined) await tx.store.put({ ...row, sent: true });
      await tx.done;
    },
    isSent: async (hash) => (await db.get('recordings', hash))?.sent ?? true,
    async beginTake(take) {
      order += 1;
      await db.put('takes', { ...take, order });
    },
    keepPiece: async (takeId, index, bytes) =>
      void (await db.put('pieces', { takeId, index, bytes })),
    async readTake(takeId) {
      const pieces = await db.getAll('pieces', piecesOf(takeId));
      return joined(pieces.map(({ bytes }) => bytes));
    },
    async dropTake(takeId) {
      const tx = db.transaction(['takes', 'pieces'], 'readwrite');
      await Promise.all([
        tx.objectStore('takes').delete(takeId),
        tx.objectStore('pieces').delete(piecesOf(takeId)),
        tx.done,
      ]);
    },
    async leftTakes(entryId) {
      const takes = await db.getAll('takes');
      return takes
        .filter((take) => take.entryId === entryId)
        .toSorted((a, b) => a.order - b.order)
        .map(({ id, page, kind }) => ({ id, entryId, page, kind }));
    },
    async remove(entryId) {
      const tx = db.transaction(STORES, 'readwrite');
      const takes = (await tx.objectStore('takes').getAll()).filter(
        (take) => take.entryId === entryId,
      );
      const recordings = await tx.objectStore('recordings').index('entryId').getAllKeys(entryId);
      await Promise.all([
        tx.objectStore('tellings').delete(entryId),
        ...recordings.map((hash) => tx.objectStore('recordings').delete(hash)),
        ...takes.map(({ id }) => tx.objectStore('takes').delete(id)),
        ...takes.map(({ id }) => tx.objectStore('pieces').delete(piecesOf(id))),
        tx.done,
      ]);
    },
    close: () => db.close(),
  };
}

/** Holds a telling as long as the page is open, where the browser keeps nothing. */
export function forgetfulTellings(): TellingStore {
  const tellings = new Map<Id, LocalTelling>();
  const recordings = new Map<BlobHash, RecordingRow>();
  const takes = new Map<string, { take: Take; pieces: Uint8Array[] }>();
  return {
    durable: false,
    load: async (entryId) => tellings.get(entryId) ?? null,
    keep: async (local) => void tellings.set(local.entryId, local),
    entries: async () => [...tellings.keys()],
    async keepRecording(entryId, hash, bytes) {
      if (!recordings.has(hash)) recordings.set(hash, { hash, entryId, bytes, sent: false });
    },
    readRecording: async (hash) => recordings.get(hash)?.bytes ?? null,
    async markSent(hash) {
      const row = recordings.get(hash);
      if (row !== undefined) recordings.set(hash, { ...row, sent: true });
    },
    isSent: async (hash) => recordings.get(hash)?.sent ?? true,
    beginTake: async (take) => void takes.set(take.id, { take, pieces: [] }),
    keepPiece: async (takeId, _index, bytes) => void takes.get(takeId)?.pieces.push(bytes),
    readTake: async (takeId) => joined(takes.get(takeId)?.pieces ?? []),
    dropTake: async (takeId) => void takes.delete(takeId),
    leftTakes: async () => [],
    async remove(entryId) {
      tellings.delete(entryId);
      recordings.clear();
      takes.clear();
    },
    close: () => {},
  };
}

/**
 * A store that goes on in memory where the device refuses to keep more (a full disk), and says so.
 * What a child has just told is then lost with the page, but not before it could be sent.
 */
export function withSpare(kept: TellingStore, onFull: () => void): TellingStore {
  const spare = forgetfulTellings();
  const spareTakes = new Set<string>();
  const orSpare = (done: Promise<void>, instead: () => Promise<void>) =>
    done.catch(() => {
      onFull();
      return instead();
    });
  return {
    ...kept,
    load: async (entryId) => (await spare.load(entryId)) ?? kept.load(entryId),
    keep: (local) => orSpare(kept.keep(local), () => spare.keep(local)),
    keepRecording: (entryId, hash, bytes) =>
      orSpare(kept.keepRecording(entryId, hash, bytes), () =>
        spare.keepRecording(entryId, hash, bytes),
      ),
    readRecording: async (hash) => (await spare.readRecording(hash)) ?? kept.readRecording(hash),
    markSent: async (hash) => void (await Promise.all([spare.markSent(hash), kept.markSent(hash)])),
    isSent: async (hash) =>
      (await spare.readRecording(hash)) === null ? kept.isSent(hash) : spare.isSent(hash),
    beginTake: (take) => orSpare(kept.beginTake(take), async () => {}),
    async keepPiece(takeId, index, bytes) {
      if (spareTakes.has(takeId)) return spare.keepPiece(takeId, index, bytes);
      return orSpare(kept.keepPiece(takeId, index, bytes), async () => {
        spareTakes.add(takeId);
        await spare.beginTake({ id: takeId, entryId: '', page: 0, kind: 'more' });
        await spare.keepPiece(takeId, index, bytes);
      });
    },
    readTake: async (takeId) => joined([await kept.readTake(takeId), await spare.readTake(takeId)]),
  };
}

export async function openTellings(): Promise<TellingStore> {
  if (typeof indexedDB === 'undefined') return forgetfulTellings();
  return openIndexedDbTellings().catch(forgetfulTellings);
}
