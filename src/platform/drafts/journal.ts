import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Id } from '@domain/kernel/ids.ts';
import { withLayer } from '@domain/story/earlier.ts';
import type { EraseChange, StoryEvent, StrokeChange } from '@domain/story/event.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';

/** A stroke whose pen is still down: what a crash would otherwise take. */
export type LiveStroke = StrokeChange | EraseChange;

/** A story as this device holds it. */
export type LocalStory = {
  readonly entryId: Id;
  readonly events: readonly StoryEvent[];
  readonly live: LiveStroke | null;
  /** The server's version this story goes on from, 0 when it never was saved there. */
  readonly baseVersion: number;
  /** How many of the events the server has acknowledged. */
  readonly syncedCount: number;
  /** How many of the events lie here as one. */
  readonly packedCount: number;
};

/** The beginning of a log, encoded. */
export type Snapshot = { readonly count: number; readonly bytes: Uint8Array };

export type Acknowledged = {
  readonly version: number;
  readonly count: number;
  /** Those events, encoded. */
  readonly bytes: Uint8Array;
};

/** The other copy of this story has gone on in another tab: writing here would mix the two. */
export class JournalTaken extends Error {
  constructor() {
    super('another tab wrote this story');
    this.name = 'JournalTaken';
  }
}

/** The browser has thrown away what was kept here. */
export class JournalEmptied extends Error {
  constructor() {
    super('the story is not here any more');
    this.name = 'JournalEmptied';
  }
}

/**
 * The pupil's work on this device, one story per entry. A promise fulfils once the browser has
 * finished the transaction and the written events were read back.
 */
export interface Journal {
  /** False when it only lasts as long as the page. */
  readonly durable: boolean;
  load(entryId: Id): Promise<LocalStory | null>;
  holdsAny(): Promise<boolean>;
  /** Stories here of which the server has acknowledged all. */
  syncedEntries(): Promise<Id[]>;
  /** The entry that this person left here, when the server cannot say which is theirs. */
  findByOwner(owner: string): Promise<Id | null>;
  /** Puts a story here in place of what was held under its entry. */
  adopt(entryId: Id, owner: string, acknowledged: Acknowledged | null): Promise<void>;
  /** Puts a whole story here again; the server has the first `count` events, as this version. */
  rebuild(
    entryId: Id,
    owner: string,
    base: { readonly version: number; readonly count: number },
    events: readonly StoryEvent[],
  ): Promise<void>;
  /**
   * Adds events; rejects with JournalTaken when another tab has put a story here meanwhile, with
   * JournalEmptied when none is here any more.
   */
  append(entryId: Id, events: readonly StoryEvent[]): Promise<void>;
  keepLive(entryId: Id, live: LiveStroke): Promise<void>;
  dropLive(entryId: Id): Promise<void>;
  /** Puts the first events together; they are then read at once. */
  keepSnapshot(entryId: Id, snapshot: Snapshot): Promise<void>;
  markSynced(entryId: Id, acknowledged: Acknowledged): Promise<void>;
  remove(entryId: Id): Promise<void>;
  close(): void;
}

type StoryRow = {
  entryId: Id;
  owner: string;
  baseVersion: number;
  /** The first `packedCount` events, encoded. */
  snapshot: Uint8Array | null;
  syncedCount: number;
  /** Absent in rows of an earlier program: as many as are synced. */
  packedCount?: number;
};

interface Tables extends DBSchema {
  stories: { key: string; value: StoryRow };
  events: { key: [string, number]; value: { entryId: Id; event: StoryEvent } };
  live: { key: string; value: { entryId: Id; stroke: LiveStroke } };
}

const NAME = 'bien-dao-drafts';
const VERSION = 1;
const STORES = ['stories', 'events', 'live'] as const;

type WriteTransaction = IDBPTransaction<Tables, ('stories' | 'events' | 'live')[], 'readwrite'>;

function eventsOf(entryId: Id, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([entryId, from], [entryId, Number.MAX_SAFE_INTEGER]);
}

const packedIn = ({ packedCount, syncedCount }: StoryRow) => packedCount ?? syncedCount;

function pack(tx: WriteTransaction, row: StoryRow, { count, bytes }: Snapshot): Promise<unknown> {
  const covered = IDBKeyRange.bound([row.entryId, 0], [row.entryId, count], false, true);
  return Promise.all([
    tx.objectStore('stories').put({ ...row, snapshot: bytes, packedCount: count }),
    tx.objectStore('events').delete(covered),
  ]);
}

async function read(db: IDBPDatabase<Tables>, entryId: Id): Promise<LocalStory | null> {
  const tx = db.transaction(STORES);
  const [row, tail, live] = await Promise.all([
    tx.objectStore('stories').get(entryId),
    tx.objectStore('events').getAll(eventsOf(entryId)),
    tx.objectStore('live').get(entryId),
  ]);
  if (row === undefined) return null;
  const { baseVersion, snapshot, syncedCount } = row;
  const known = snapshot === null ? [] : decodeProcess(snapshot);
  const events = [...known, ...tail.map(({ event }) => withLayer(event))];
  const packedCount = packedIn(row);
  return {
    entryId,
    events,
    live: live ? withLayer(live.stroke) : null,
    baseVersion,
    syncedCount,
    packedCount,
  };
}

/** `onLost` is told when the browser takes the connection away. */
async function connect(onLost: () => void): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>(NAME, VERSION, {
    upgrade(upgrading) {
      upgrading.createObjectStore('stories', { keyPath: 'entryId' });
      upgrading.createObjectStore('events', { keyPath: ['entryId', 'event.seq'] });
      upgrading.createObjectStore('live', { keyPath: 'entryId' });
    },
    // A newer page of ours wants to change the tables, or somebody to clear them: let them.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

/** Opens the journal of this device. Rejects where the browser refuses storage. */
export async function openIndexedDbJournal(): Promise<Journal> {
  let connection: Promise<IDBPDatabase<Tables>> | null = null;
  let closed = false;
  const ready = () => {
    if (closed) throw new Error('the journal was closed');
    connection ??= connect(() => (connection = null));
    connection.catch(() => (connection = null));
    return connection;
  };
  await ready();

  return {
    durable: true,
    load: async (entryId) => read(await ready(), entryId),
    holdsAny: async () => (await (await ready()).count('stories')) > 0,
    async syncedEntries() {
      const tx = (await ready()).transaction(STORES);
      const synced: Id[] = [];
      for (const row of await tx.objectStore('stories').getAll()) {
        const { entryId, syncedCount } = row;
        const live = await tx.objectStore('live').get(entryId);
        const unsent = await tx.objectStore('events').count(eventsOf(entryId, syncedCount));
        if (packedIn(row) <= syncedCount && unsent === 0 && live === undefined)
          synced.push(entryId);
      }
      return synced;
    },
    async findByOwner(owner) {
      const rows = await (await ready()).getAll('stories');
      const own = rows.filter((row) => row.owner === owner);
      // Namesakes share a school computer: without the server nobody knows whose story it is.
      return own.length === 1 ? own[0]!.entryId : null;
    },
    async adopt(entryId, owner, acknowledged) {
      const tx = (await ready()).transaction(STORES, 'readwrite');
      await Promise.all([
        tx.objectStore('stories').put({
          entryId,
          owner,
          baseVersion: acknowledged?.version ?? 0,
          snapshot: acknowledged?.bytes ?? null,
          syncedCount: acknowledged?.count ?? 0,
          packedCount: acknowledged?.count ?? 0,
        }),
        tx.objectStore('events').delete(eventsOf(entryId)),
        tx.objectStore('live').delete(entryId),
        tx.done,
      ]);
    },
    async rebuild(entryId, owner, { version, count }, events) {
      const tx = (await ready()).transaction(STORES, 'readwrite');
      const rows = tx.objectStore('events');
      await rows.delete(eventsOf(entryId));
      await Promise.all([
        tx.objectStore('stories').put({
          entryId,
          owner,
          baseVersion: version,
          snapshot: null,
          syncedCount: count,
          packedCount: 0,
        }),
        ...events.map((event) => rows.put({ entryId, event })),
        tx.done,
      ]);
    },
    async append(entryId, events) {
      const [first, last] = [events[0], events.at(-1)];
      if (first === undefined || last === undefined) return;
      const tx = (await ready()).transaction(STORES, 'readwrite');
      const story = await tx.objectStore('stories').get(entryId);
      if (story === undefined) throw new JournalEmptied();
      if (packedIn(story) > first.seq) throw new JournalTaken();
      if (first.seq > packedIn(story)) {
        const before = await tx.objectStore('events').getKey([entryId, first.seq - 1]);
        if (before === undefined) throw new JournalTaken();
      }
      const rows = tx.objectStore('events');
      const writes = events.map((event) => rows.add({ entryId, event }));
      const cleared = tx.objectStore('live').delete(entryId);
      await Promise.all([...writes, cleared, tx.done]).catch((error: unknown) => {
        throw error instanceof DOMException && error.name === 'ConstraintError'
          ? new JournalTaken()
          : error;
      });
      const kept = await (await ready()).get('events', [entryId, last.seq]);
      if (kept?.event.kind !== last.kind) throw new Error('the journal did not keep an event');
    },
    async keepLive(entryId, stroke) {
      await (await ready()).put('live', { entryId, stroke });
    },
    async dropLive(entryId) {
      await (await ready()).delete('live', entryId);
    },
    async keepSnapshot(entryId, snapshot) {
      const tx = (await ready()).transaction(STORES, 'readwrite');
      const row = await tx.objectStore('stories').get(entryId);
      if (row !== undefined && packedIn(row) < snapshot.count) await pack(tx, row, snapshot);
      await tx.done;
    },
    async markSynced(entryId, { version, count, bytes }) {
      const tx = (await ready()).transaction(STORES, 'readwrite');
      const found = await tx.objectStore('stories').get(entryId);
      if (found !== undefined) {
        const row = { ...found, packedCount: packedIn(found) };
        const synced = { ...row, baseVersion: version, syncedCount: count };
        if (row.packedCount <= count) await pack(tx, synced, { count, bytes });
        else await tx.objectStore('stories').put(synced);
      }
      await tx.done;
    },
    async remove(entryId) {
      const tx = (await ready()).transaction(STORES, 'readwrite');
      await Promise.all([
        tx.objectStore('stories').delete(entryId),
        tx.objectStore('events').delete(eventsOf(entryId)),
        tx.objectStore('live').delete(entryId),
        tx.done,
      ]);
    },
    close() {
      closed = true;
      void connection?.then((db) => db.close());
    },
  };
}

/** Stands in where the browser refuses storage: the story lives in the page and on the server. */
export function forgetfulJournal(): Journal {
  const nothing = async () => {};
  return {
    durable: false,
    load: async () => null,
    holdsAny: async () => false,
    syncedEntries: async () => [],
    findByOwner: async () => null,
    adopt: nothing,
    rebuild: nothing,
    append: nothing,
    keepLive: nothing,
    dropLive: nothing,
    keepSnapshot: nothing,
    markSynced: nothing,
    remove: nothing,
    close: () => {},
  };
}

export async function openJournal(): Promise<Journal> {
  if (typeof indexedDB === 'undefined') return forgetfulJournal();
  // Private windows and locked-down schools refuse in different ways; each means the same to us.
  return openIndexedDbJournal().catch(forgetfulJournal);
}
