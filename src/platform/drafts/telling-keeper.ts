import { createStore } from 'zustand/vanilla';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { cleanRecording } from '@domain/story/recording/clean-recording.ts';
import { encodeTelling } from '@domain/story/telling-manifest.ts';
import {
  goOn,
  isEmptyTelling,
  mergeTellings,
  NO_TELLING,
  retell,
  SHORTEST_TURN_MS,
  type Telling,
  tellMore,
  toldWith,
} from '@domain/story/telling.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { type LocalTelling, type TakeKind, type TellingStore, withSpare } from './telling-store.ts';
import { createTellingSync, sendRecordings, type TellingServerState } from './telling-sync.ts';
import type { TellingTransport } from './telling-transport.ts';

export type TellingState = {
  readonly phase: 'closed' | 'opening' | 'ready';
  readonly telling: Telling;
  readonly server: TellingServerState;
  /** Pages of which something was found that a crash had cut off. */
  readonly recovered: readonly number[];
  /** Whether all of it lasts here: not in a private window, not on a full disk. */
  readonly keptHere: boolean;
};

/** A page being told right now. Its pieces are on the device as soon as they come. */
export type RunningTake = {
  readonly piece: (bytes: Uint8Array) => void;
  /** Fulfils when it has become part of the telling; false for one too short to be meant. */
  readonly end: () => Promise<boolean>;
};

const ADD: Readonly<Record<TakeKind, typeof goOn>> = {
  'go-on': goOn,
  retell,
  more: tellMore,
};

/**
 * Keeps the telling of one story: on this device at once, on the server in the background. It is
 * opened with the studio, so that what was told earlier goes out also while somebody draws.
 */
export function createTellingKeeper({
  openStore,
  transport,
  retryMs,
}: {
  openStore: () => Promise<TellingStore>;
  transport: TellingTransport;
  retryMs?: number;
}) {
  const state = createStore<TellingState>(() => ({
    phase: 'closed',
    telling: NO_TELLING,
    server: { kind: 'saved' },
    recovered: [],
    keptHere: true,
  }));
  let store: TellingStore | null = null;
  let local: LocalTelling | null = null;
  let sync: ReturnType<typeof createTellingSync> | null = null;
  let takes = 0;
  let visits = 0;
  let opening: Promise<void> = Promise.resolve();

  const opened = () => {
    if (store === null || local === null) throw new Error('the telling is not open');
    return { store, local };
  };

  const keep = async (next: LocalTelling) => {
    local = next;
    state.setState({ telling: next.telling });
    await store?.keep(next);
  };

  const change = async (telling: Telling) => {
    await keep({ ...opened().local, telling });
    void sync?.flush();
  };

  /** The sound of a take, cleaned, as part of the telling. Null where there is too little of it. */
  const take = async (
    to: Telling,
    { id, page, kind }: { id: string; page: number; kind: TakeKind },
  ): Promise<Telling | null> => {
    const { store: kept, local: here } = opened();
    const clean = cleanOrNothing(await kept.readTake(id));
    if (clean === null || clean.durationMs < SHORTEST_TURN_MS) {
      await kept.dropTake(id);
      return null;
    }
    const { bytes, mediaType, durationMs } = clean;
    const hash = sha256Hex(bytes);
    await kept.keepRecording(here.entryId, hash, bytes);
    return ADD[kind](to, page, { hash, mediaType, durationMs });
  };

  /** What was being recorded when the page died. It never takes the place of what is whole. */
  const recover = async () => {
    const { store: kept, local: here } = opened();
    const recovered: number[] = [];
    for (const left of await kept.leftTakes(here.entryId)) {
      const kind = left.kind === 'retell' ? 'more' : left.kind;
      const telling = await take(opened().local.telling, { ...left, kind });
      if (telling === null) continue;
      await keep({ ...opened().local, telling });
      await kept.dropTake(left.id);
      recovered.push(left.page);
    }
    state.setState({ recovered });
  };

  const load = async (from: TellingStore, entryId: Id): Promise<LocalTelling> => {
    const nothing = { entryId, telling: NO_TELLING, baseVersion: 0, base: NO_TELLING };
    const mine = (await from.load(entryId)) ?? nothing;
    const theirs = await transport.open(entryId).catch((error: unknown) => {
      // Without the server one goes on with what is here; the sync will meet the rest.
      if (error instanceof ConnectionLost || error instanceof Refusal) return null;
      throw error;
    });
    if (theirs === null || theirs.version === mine.baseVersion) return mine;
    const base = theirs.telling ?? NO_TELLING;
    const telling = mergeTellings(mine.base, mine.telling, base);
    return { entryId, telling, baseVersion: theirs.version, base };
  };

  const openHere = async (entryId: Id): Promise<void> => {
    state.setState({ phase: 'opening' });
    visits += 1;
    const visit = visits;
    const device = await openStore();
    store = withSpare(device, () => state.setState({ keptHere: false }));
    state.setState({ keptHere: device.durable });
    const found = await load(store, entryId);
    // Left again before it was open.
    if (store === null || visit !== visits) return;
    await keep(found);
    await recover();
    sync = createTellingSync({
      store,
      transport,
      local: () => opened().local,
      onState: (server) => state.setState({ server }),
      sent: async (before, after) => {
        if (local === null) return;
        const now = local;
        const telling =
          now.telling === before.telling
            ? after.telling
            : mergeTellings(before.telling, now.telling, after.telling);
        await keep({ ...after, telling });
      },
      ...(retryMs === undefined ? {} : { retryMs }),
    });
    state.setState({ phase: 'ready' });
    void sync.flush();
  };

  return {
    state,
    open(entryId: Id): Promise<void> {
      if (state.getState().phase === 'closed') opening = openHere(entryId);
      return opening;
    },
    change,
    /** Begins to tell a page. */
    begin(page: number, kind: TakeKind): RunningTake {
      const { store: kept, local: here } = opened();
      takes += 1;
      const id = `${Date.now().toString(36)}-${takes}`;
      let count = 0;
      let line = kept.beginTake({ id, entryId: here.entryId, page, kind });
      return {
        piece(bytes) {
          const index = count;
          count += 1;
          line = line.then(() => kept.keepPiece(id, index, bytes));
        },
        async end() {
          await line;
          const telling = await take(opened().local.telling, { id, page, kind });
          if (telling === null) return false;
          await change(telling);
          await kept.dropTake(id);
          return true;
        },
      };
    },
    /** The bytes of a recording, from here or from the server. */
    async readRecording(hash: BlobHash): Promise<Uint8Array> {
      const { store: kept, local: here } = opened();
      return (
        (await kept.readRecording(hash)) ?? (await transport.readRecording(here.entryId, hash))
      );
    },
    flush: async () => sync?.flush(),
    wake: () => sync?.wake(),
    /**
     * Sends the telling as it goes with these pages and answers the name of its manifest; null for
     * none. Rejects with ConnectionLost or a Refusal.
     */
    async sendTold(order: readonly number[]): Promise<BlobHash | null> {
      // Else what was told would be left behind by who submits at once.
      await opening;
      if (local === null) return null;
      const { store: kept, local: here } = opened();
      const told = toldWith(here.telling, order);
      if (isEmptyTelling(told)) return null;
      await sendRecordings({ store: kept, transport }, { ...here, telling: told });
      return transport.sendManifest(encodeTelling(told));
    },
    /** Wipes it here, after it was submitted. */
    async forget(): Promise<void> {
      sync?.stop();
      const { store: kept, local: here } = opened();
      await kept.remove(here.entryId);
    },
    close(): void {
      sync?.stop();
      store?.close();
      store = null;
      local = null;
      state.setState({ phase: 'closed' });
    },
  };
}

export type TellingKeeper = ReturnType<typeof createTellingKeeper>;

function cleanOrNothing(bytes: Uint8Array) {
  if (bytes.length === 0) return null;
  try {
    return cleanRecording(bytes);
  } catch (error) {
    // A take that was cut off before its first sound.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
