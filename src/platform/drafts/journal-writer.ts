import type { Id } from '@domain/kernel/ids.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import type { Encoded } from './encoded.ts';
import {
  type Acknowledged,
  type Journal,
  JournalEmptied,
  JournalTaken,
  type LiveStroke,
} from './journal.ts';

export type LocalState = 'saved' | 'saving' | 'unavailable' | 'full';

/** Events that lie in the journal one by one at most, but for those being encoded. */
const EVENTS_PER_SNAPSHOT = 256;

export interface JournalWriter {
  /** There may be new events: writes them; fulfils when everything known now is kept or refused. */
  write(): Promise<void>;
  keepLive(stroke: LiveStroke): void;
  dropLive(): void;
  synced(acknowledged: Acknowledged): Promise<void>;
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * Carries a growing log into the journal, in order and once. What the journal refuses (a full disk)
 * stays in line and is tried again with the next change.
 */
export function createJournalWriter({
  journal,
  entryId,
  owner,
  base,
  log,
  kept,
  packed = kept,
  encode,
  onState,
  onTaken,
}: {
  journal: Journal;
  entryId: Id;
  owner: string;
  /** What the server had acknowledged when the story was opened. */
  base: { readonly version: number; readonly count: number };
  log: () => readonly StoryEvent[];
  /** How many events of the log the journal holds already. */
  kept: number;
  /** How many of those it holds as one. */
  packed?: number;
  /** Encodes the first `count` events of the log; without it nothing is packed here. */
  encode?: (count: number) => Promise<Encoded>;
  onState: (state: LocalState) => void;
  onTaken: () => void;
}): JournalWriter {
  let written = kept;
  let line: Promise<void> = Promise.resolve();
  let inSnapshot = packed;
  let packing = false;
  let acknowledged = base;
  let stopped = !journal.durable;
  if (stopped) onState('unavailable');

  const refused = (error: unknown) => {
    if (error instanceof JournalTaken) {
      stopped = true;
      onTaken();
    } else {
      onState(isFull(error) ? 'full' : 'unavailable');
    }
  };

  const inLine = (work: () => Promise<void>) => {
    if (stopped) return Promise.resolve();
    line = line.then(() => (stopped ? undefined : work().catch(refused)));
    return line;
  };

  /** Many single events are slow to open: now and then they are put together. */
  const pack = async () => {
    if (encode === undefined || packing || written - inSnapshot < EVENTS_PER_SNAPSHOT) return;
    packing = true;
    const count = written;
    // What cannot be put together stays as it is, event by event.
    const encoded = await encode(count).catch(() => null);
    if (encoded !== null) {
      await inLine(async () => {
        const { bytes } = encoded;
        const kept = await journal.keepSnapshot(entryId, { count, bytes }).then(
          () => true,
          () => false,
        );
        if (kept) inSnapshot = Math.max(inSnapshot, count);
      });
    }
    packing = false;
  };

  return {
    write() {
      if (!stopped && log().length > written) onState('saving');
      return inLine(async () => {
        const fresh = log().slice(written);
        await journal.append(entryId, fresh).catch(async (error: unknown) => {
          if (!(error instanceof JournalEmptied)) throw error;
          // The browser made room: the story is still here, in the page.
          const whole = log().slice(0, written + fresh.length);
          await journal.rebuild(entryId, owner, acknowledged, whole);
          inSnapshot = 0;
        });
        written += fresh.length;
        if (written === log().length) onState('saved');
        void pack();
      });
    },
    keepLive: (stroke) => void inLine(() => journal.keepLive(entryId, stroke)),
    dropLive: () => void inLine(() => journal.dropLive(entryId)),
    synced: (now) =>
      inLine(async () => {
        acknowledged = now;
        await journal.markSynced(entryId, now);
        // The snapshot holds these events, also such as a full disk had refused one by one.
        written = Math.max(written, now.count);
        inSnapshot = Math.max(inSnapshot, now.count);
        if (written === log().length) onState('saved');
      }),
  };
}
