import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import {
  forgetfulJournal,
  type Journal,
  JournalTaken,
  openIndexedDbJournal,
  openJournal,
} from './journal.ts';
import { createJournalWriter, type LocalState } from './journal-writer.ts';

const ENTRY = 'abcdefghijklmnopqrstuv';
const OWNER = 'Nguyễn Thị Hoa';

let journal: Journal;
beforeEach(async () => {
  indexedDB = new IDBFactory();
  journal = await openIndexedDbJournal();
  await journal.adopt(ENTRY, OWNER, null);
});

describe('the journal', () => {
  it('holds what was appended after the page has gone', async () => {
    await journal.append(ENTRY, TWO_PAGES.slice(0, 3));
    await journal.append(ENTRY, TWO_PAGES.slice(3));
    journal.close();
    const again = await openIndexedDbJournal();
    expect((await again.load(ENTRY))?.events).toEqual(TWO_PAGES);
  });

  it('keeps a stroke under way until the stroke itself is there', async () => {
    await journal.append(ENTRY, TWO_PAGES);
    await journal.keepLive(ENTRY, line(1));
    expect((await journal.load(ENTRY))?.live).toEqual(line(1));
    await journal.append(ENTRY, goOn(TWO_PAGES, line(1)).slice(-1));
    expect((await journal.load(ENTRY))?.live).toBeNull();
  });

  it('puts acknowledged events together and still gives back the whole story', async () => {
    const more = goOn(TWO_PAGES, line(1), line(2));
    await journal.append(ENTRY, more);
    const count = TWO_PAGES.length;
    await journal.markSynced(ENTRY, { version: 3, count, bytes: encodeProcess(TWO_PAGES) });
    const local = await journal.load(ENTRY);
    expect(local?.events).toEqual(more);
    expect(local).toMatchObject({ baseVersion: 3, syncedCount: count });
  });

  it('refuses to mix the writing of two tabs', async () => {
    const other = await openIndexedDbJournal();
    await journal.append(ENTRY, TWO_PAGES);
    await other.append(ENTRY, goOn(TWO_PAGES, line(1)).slice(-1));
    const mine = goOn(TWO_PAGES, line(2)).slice(-1);
    await expect(journal.append(ENTRY, mine)).rejects.toBeInstanceOf(JournalTaken);
    expect((await journal.load(ENTRY))?.events).toEqual(goOn(TWO_PAGES, line(1)));
  });

  it('refuses events that a snapshot of another tab already covers', async () => {
    await journal.append(ENTRY, TWO_PAGES);
    const longer = goOn(TWO_PAGES, line(1));
    await journal.adopt(ENTRY, OWNER, {
      version: 2,
      count: longer.length,
      bytes: encodeProcess(longer),
    });
    const mine = goOn(TWO_PAGES, line(2)).slice(-1);
    await expect(journal.append(ENTRY, mine)).rejects.toBeInstanceOf(JournalTaken);
  });

  it('finds a story by its owner only when there is no doubt', async () => {
    expect(await journal.findByOwner(OWNER)).toBe(ENTRY);
    await journal.adopt('bbcdefghijklmnopqrstuv', OWNER, null);
    expect(await journal.findByOwner(OWNER)).toBeNull();
    expect(await journal.findByOwner('Trần Văn Nam')).toBeNull();
  });

  it('leaves nothing of a removed story', async () => {
    await journal.append(ENTRY, TWO_PAGES);
    await journal.remove(ENTRY);
    expect(await journal.load(ENTRY)).toBeNull();
    expect(await journal.holdsAny()).toBe(false);
  });

  it('says that it does not last where the browser has no storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect((await openJournal()).durable).toBe(false);
    vi.unstubAllGlobals();
  });
});

describe('the writer', () => {
  function write(to: Journal, kept: number, log: () => typeof TWO_PAGES) {
    const states: LocalState[] = [];
    const onTaken = vi.fn<() => void>();
    const writer = createJournalWriter({
      journal: to,
      entryId: ENTRY,
      owner: OWNER,
      base: { version: 0, count: 0 },
      log,
      kept,
      onState: (state) => states.push(state),
      onTaken,
    });
    return { writer, states, onTaken };
  }

  it('says saved only after everything was read back', async () => {
    let log = TWO_PAGES;
    const { writer, states } = write(journal, 0, () => log);
    const first = writer.write();
    log = goOn(log, line(1));
    await Promise.all([first, writer.write()]);
    expect(states.at(-1)).toBe('saved');
    expect((await journal.load(ENTRY))?.events).toEqual(log);
  });

  it('tries again with the next stroke what a full disk refused', async () => {
    let log = TWO_PAGES;
    let full = true;
    const quota = new DOMException('full', 'QuotaExceededError');
    const tight: Journal = {
      ...journal,
      append: (entryId, events) => (full ? Promise.reject(quota) : journal.append(entryId, events)),
    };
    const { writer, states } = write(tight, 0, () => log);
    await writer.write();
    expect(states.at(-1)).toBe('full');
    full = false;
    log = goOn(log, line(2));
    await writer.write();
    expect(states.at(-1)).toBe('saved');
    expect((await journal.load(ENTRY))?.events).toEqual(log);
  });

  it('stops when another tab has the story', async () => {
    await journal.append(ENTRY, goOn(TWO_PAGES, line(1)));
    const { writer, onTaken } = write(journal, TWO_PAGES.length, () => goOn(TWO_PAGES, line(2)));
    await writer.write();
    await writer.write();
    expect(onTaken).toHaveBeenCalledOnce();
  });

  it('admits that nothing is kept here without storage', () => {
    expect(write(forgetfulJournal(), 0, () => TWO_PAGES).states).toEqual(['unavailable']);
  });
});
