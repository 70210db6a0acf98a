import type { Id } from '@domain/kernel/ids.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { type Acknowledged, type Journal, JournalTaken, type LiveStroke } from './journal.ts';

export type LocalState = 'saved' | 'saving' | 'unavailable' | 'full';

export interface JournalWriter {
  /** There may be new events: writes them; fulfils when everything known now is kept or refused. */
  write(): Promise<void>;
  keepLive(stroke: LiveStroke): void;
  dropLive(): void;
  synced(acknowledged: Acknowledged): Promise<void>;
}

/**
 * Carries a growing log into the journal, in order and once. What the journal refuses (a full disk)
 * stays in line and is tried again with the next change.
 */
export function createJournalWriter({
  journal,
  entryId,
  log,
  kept,
  onState,
  onTaken,
}: {
  journal: Journal;
  entryId: Id;
  log: () => readonly StoryEvent[];
  /** How many events of the log the journal holds already. */
  kept: number;
  onState: (state: LocalState) => void;
  onTaken: () => void;
}): JournalWriter {
  let written = kept;
  let line: Promise<void> = Promise.resolve();
  let stopped = !journal.durable;
  if (stopped) onState('unavailable');

  const refused = (error: unknown) => {
    if (error instanceof JournalTaken) {
      stopped = true;
      onTaken();
    } else {
      onState('full');
    }
  };

  const inLine = (work: () => Promise<void>) => {
    if (stopped) return Promise.resolve();
    line = line.then(() => (stopped ? undefined : work().catch(refused)));
    return line;
  };

  return {
    write() {
      if (!stopped && log().length > written) onState('saving');
      return inLine(async () => {
        const fresh = log().slice(written);
        await journal.append(entryId, fresh);
        written += fresh.length;
        if (written === log().length) onState('saved');
      });
    },
    keepLive: (stroke) => void inLine(() => journal.keepLive(entryId, stroke)),
    dropLive: () => void inLine(() => journal.dropLive(entryId)),
    synced: (acknowledged) =>
      inLine(async () => {
        await journal.markSynced(entryId, acknowledged);
        // The snapshot holds these events, also such as a full disk had refused one by one.
        written = Math.max(written, acknowledged.count);
        if (written === log().length) onState('saved');
      }),
  };
}
