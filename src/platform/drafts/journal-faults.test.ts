import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoryEvent } from '@domain/story/event.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import { encodeLog } from './encoded.ts';
import { type Journal, openIndexedDbJournal } from './journal.ts';
import { createJournalWriter, type LocalState } from './journal-writer.ts';

const ENTRY = 'abcdefghijklmnopqrstuv';
const OWNER = 'Nguyễn Thị Hoa';

let journal: Journal;
let log: readonly StoryEvent[];
beforeEach(async () => {
  indexedDB = new IDBFactory();
  journal = await openIndexedDbJournal();
  await journal.adopt(ENTRY, OWNER, null);
  log = TWO_PAGES;
});

function writerTo(to: Journal) {
  const states: LocalState[] = [];
  let taken = 0;
  const writer = createJournalWriter({
    journal: to,
    entryId: ENTRY,
    owner: OWNER,
    base: { version: 0, count: 0 },
    log: () => log,
    kept: 0,
    encode: async (count) => encodeLog(log.slice(0, count)),
    onState: (state) => states.push(state),
    onTaken: () => (taken += 1),
  });
  const draw = async (strokes = 1) => {
    for (let i = 0; i < strokes; i += 1) log = goOn(log, line(1, i));
    await writer.write();
  };
  return { writer, states, draw, taken: () => taken };
}

const onDisk = async () => (await (await openIndexedDbJournal()).load(ENTRY))?.events;

/** As a browser that makes room, or a person who clears the data of a site. */
function clearStorage(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('bien-dao-drafts');
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(new Error('not deleted'));
  });
}

describe('a device that throws away what it kept', () => {
  it('gets the whole story again with the next stroke', async () => {
    const { draw, states, taken } = writerTo(journal);
    await draw(3);
    await clearStorage();
    await draw();
    expect(await onDisk()).toEqual(log);
    expect(states.at(-1)).toBe('saved');
    expect(taken()).toBe(0);
  });

  it('knows again what the server has', async () => {
    const { draw, writer } = writerTo(journal);
    await draw();
    const { bytes } = encodeLog(log);
    await writer.synced({ version: 4, count: log.length, bytes });
    await clearStorage();
    await draw();
    const local = await (await openIndexedDbJournal()).load(ENTRY);
    expect(local).toMatchObject({ baseVersion: 4, syncedCount: log.length - 1 });
    expect(local?.events).toEqual(log);
  });

  it('is told from another tab that put a story here', async () => {
    const { draw, taken } = writerTo(journal);
    await draw(2);
    const other = await openIndexedDbJournal();
    await other.adopt(ENTRY, OWNER, null);
    await draw();
    expect(taken()).toBe(1);
  });
});

describe('a full disk', () => {
  it('is said, and what it refused is written when there is room', async () => {
    let full = false;
    const { draw, states } = writerTo({
      ...journal,
      append: async (...given) => {
        if (full) throw new DOMException('no room', 'QuotaExceededError');
        await journal.append(...given);
      },
    });
    await draw();
    full = true;
    await draw();
    await draw();
    expect(states.at(-1)).toBe('full');
    full = false;
    await draw();
    expect(states.at(-1)).toBe('saved');
    expect(await onDisk()).toEqual(log);
  });

  it('that has no room for putting events together still holds each of them', async () => {
    const { draw, states } = writerTo({
      ...journal,
      keepSnapshot: async () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    });
    await draw(300);
    await draw();
    expect(states.at(-1)).toBe('saved');
    expect(await onDisk()).toEqual(log);
  });

  it('is told from storage that broke', async () => {
    const { draw, states } = writerTo({
      ...journal,
      append: async () => {
        throw new DOMException('broken', 'UnknownError');
      },
    });
    await draw();
    expect(states.at(-1)).toBe('unavailable');
  });
});

describe('a long story without a network', () => {
  it('is put together now and then, and read back as it was drawn', async () => {
    const { draw, writer } = writerTo(journal);
    await draw(300);
    await draw();
    await writer.write();
    const local = await (await openIndexedDbJournal()).load(ENTRY);
    expect(local?.packedCount).toBeGreaterThan(256);
    expect(local?.syncedCount).toBe(0);
    expect(local?.events).toEqual(log);
    await draw(3);
    expect(await onDisk()).toEqual(log);
  });

  it('keeps what was put together last when the server acknowledges less', async () => {
    const { draw, writer } = writerTo(journal);
    await draw(300);
    await writer.write();
    await expect.poll(async () => (await journal.load(ENTRY))?.packedCount).toBeGreaterThan(256);
    const early = log.slice(0, 20);
    await writer.synced({ version: 1, count: 20, bytes: encodeLog(early).bytes });
    const local = await journal.load(ENTRY);
    expect(local).toMatchObject({ baseVersion: 1, syncedCount: 20 });
    expect(local?.events).toEqual(log);
    await draw();
    expect(await onDisk()).toEqual(log);
  });
});

describe('what others left on this machine', () => {
  it('counts as synced only with its last event and without a stroke under way', async () => {
    const { draw, writer } = writerTo(journal);
    await draw(2);
    expect(await journal.syncedEntries()).toEqual([]);
    const synced = { version: 1, count: log.length, bytes: encodeLog(log).bytes };
    await writer.synced(synced);
    expect(await journal.syncedEntries()).toEqual([ENTRY]);
    await journal.keepLive(ENTRY, line(1));
    expect(await journal.syncedEntries()).toEqual([]);
    await journal.dropLive(ENTRY);
    await draw();
    expect(await journal.syncedEntries()).toEqual([]);
  });
});
