import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoryEvent } from '@domain/story/event.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import { ENTRY_ID, scriptedDraftServer } from '@tests/fixtures/scripted-draft-server.ts';
import { type Journal, openIndexedDbJournal } from './journal.ts';
import { leaveJournal } from './leave-device.ts';
import { openStory } from './open-story.ts';
import { submitStory } from './submit-story.ts';
import { storyTransport } from './transport.ts';

const OWNER = 'Nguyễn Thị Hoa';

let journal: Journal;
let server: ReturnType<typeof scriptedDraftServer>;
beforeEach(async () => {
  indexedDB = new IDBFactory();
  journal = await openIndexedDbJournal();
  server = scriptedDraftServer();
});

const transport = () => storyTransport(server.way);
const open = (claim = async () => true) =>
  openStory({ transport: transport(), journal, owner: OWNER, claim });

async function onServer(events: readonly StoryEvent[]) {
  const hash = await transport().send(encodeProcess(events));
  await transport().save(ENTRY_ID, server.versions.length, hash);
}

/** This device drew `events`, of which the server acknowledged the first `count` as `version`. */
async function onDevice(events: readonly StoryEvent[], version = 0, count = 0) {
  const bytes = encodeProcess(events.slice(0, count));
  await journal.adopt(ENTRY_ID, OWNER, version === 0 ? null : { version, count, bytes });
  await journal.append(ENTRY_ID, events.slice(count));
}

const longer = goOn(TWO_PAGES, line(1), line(2));

describe('opening the story', () => {
  it('begins an empty one where there is none', async () => {
    expect(await open()).toMatchObject({ entryId: ENTRY_ID, events: [], baseVersion: 0 });
  });

  it('comes from the server at another machine, and is kept here from then on', async () => {
    await onServer(TWO_PAGES);
    const opened = await open();
    expect(opened?.events).toEqual(TWO_PAGES);
    expect((await journal.load(ENTRY_ID))?.events).toEqual(TWO_PAGES);
  });

  it('goes on from this device when that is ahead', async () => {
    await onServer(TWO_PAGES);
    await onDevice(longer, 1, TWO_PAGES.length);
    const opened = await open();
    expect(opened?.events).toEqual(longer);
    expect(opened).toMatchObject({ baseVersion: 1, syncedCount: TWO_PAGES.length });
  });

  it('keeps the stroke that was under way when the page died', async () => {
    await onDevice(TWO_PAGES);
    await journal.keepLive(ENTRY_ID, line(2));
    const opened = await open();
    expect(opened?.events.at(-1)).toMatchObject(line(2));
    expect(opened?.journalled).toBe(TWO_PAGES.length);
  });

  it('takes the newer one of the server when nothing here is unsent', async () => {
    await onServer(TWO_PAGES);
    await onDevice(TWO_PAGES, 1, TWO_PAGES.length);
    await onServer(longer);
    expect((await open())?.events).toEqual(longer);
  });

  it('sees its own save whose answer was lost', async () => {
    await onDevice(longer);
    await onServer(TWO_PAGES);
    const opened = await open();
    expect(opened?.events).toEqual(longer);
    expect(opened).toMatchObject({
      baseVersion: 1,
      syncedCount: TWO_PAGES.length,
      otherCopy: null,
    });
  });

  it('hands out both copies when two machines drew', async () => {
    await onDevice(goOn(TWO_PAGES, line(1, 0xff0000)));
    await onServer(longer);
    const opened = await open();
    expect(opened?.events).toEqual(goOn(TWO_PAGES, line(1, 0xff0000)));
    expect(opened?.otherCopy?.events).toEqual(longer);
  });

  it('works without the server for who left a story here, and for nobody else', async () => {
    await onDevice(longer);
    server.faults['openDraft'] = ['lost', 'lost'];
    expect((await open())?.events).toEqual(longer);
    const stranger = openStory({
      transport: transport(),
      journal,
      owner: 'Trần Văn Nam',
      claim: async () => true,
    });
    await expect(stranger).rejects.toBeInstanceOf(ConnectionLost);
  });

  it('touches nothing while another tab has it', async () => {
    await onServer(longer);
    expect(await open(async () => false)).toBeNull();
    expect(await journal.holdsAny()).toBe(false);
  });
});

describe('leaving a shared machine', () => {
  it('sends what is unsent, then leaves nothing here', async () => {
    await onServer(TWO_PAGES);
    await onDevice(longer, 1, TWO_PAGES.length);
    expect(await leaveJournal(journal, transport())).toBe('wiped');
    expect(server.versions).toHaveLength(2);
    expect(await journal.holdsAny()).toBe(false);
  });

  it('keeps everything when the server cannot be reached', async () => {
    await onDevice(longer);
    server.faults['saveDraft'] = ['lost'];
    await expect(leaveJournal(journal, transport())).rejects.toBeInstanceOf(ConnectionLost);
    expect((await journal.load(ENTRY_ID))?.events).toEqual(longer);
  });

  it('does not begin an entry for who never drew', async () => {
    expect(await leaveJournal(journal, transport())).toBe('wiped');
    expect(server.requests).toEqual([]);
  });
});

describe('submitting', () => {
  it('survives lost requests and lost answers with one receipt', async () => {
    server.faults['putBlob'] = ['lost', 'answer-lost'];
    server.faults['submitEntry'] = ['answer-lost'];
    let retries = 0;
    const receipt = await submitStory(
      transport(),
      ENTRY_ID,
      longer,
      () => (retries += 1),
      [0, 0, 0, 0],
    );
    expect(receipt).toEqual(server.receipt());
    expect(retries).toBe(3);
  });

  it('tells of a connection that stays away', async () => {
    server.faults['listMissingBlobs'] = ['lost', 'lost', 'lost'];
    const sent = submitStory(transport(), ENTRY_ID, longer, () => {}, [0, 0]);
    await expect(sent).rejects.toBeInstanceOf(ConnectionLost);
  });
});
