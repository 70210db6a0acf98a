import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '@domain/kernel/refusal.ts';
import { decodeProcess, encodeProcess } from '@domain/story/process-codec.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { type Journal, openIndexedDbJournal } from '@platform/drafts/journal.ts';
import type { PhotoKeeper } from '@platform/drafts/photo-keeper.ts';
import { storyTransport } from '@platform/drafts/transport.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import { ENTRY_ID, scriptedDraftServer } from '@tests/fixtures/scripted-draft-server.ts';
import { createStudioSession, type StudioSession, type StudioState } from './studio-session.ts';

let journal: Journal;
let server: ReturnType<typeof scriptedDraftServer>;
beforeEach(async () => {
  indexedDB = new IDBFactory();
  journal = await openIndexedDbJournal();
  server = scriptedDraftServer();
});

const HASH = 'a'.repeat(64);

function visit(more: { photos?: PhotoKeeper } = {}): StudioSession {
  return createStudioSession({
    transport: storyTransport(server.way),
    journal,
    owner: 'Nguyễn Thị Hoa',
    limits: { minPages: 2, maxPages: 8 },
    now: () => 0,
    me: 'tab',
    channel: () => null,
    ...more,
  });
}

function drawing(session: StudioSession): Extract<StudioState, { phase: 'drawing' }> {
  const state = session.store.getState();
  if (state.phase !== 'drawing') throw new Error(`phase is ${state.phase}`);
  return state;
}

describe('a visit to the studio', () => {
  it('finds at the next visit what was drawn and typed in this one', async () => {
    const first = visit();
    await first.open();
    const { editor } = drawing(first);
    editor.put(line(1));
    editor.typeCaption(1, 'Biển lặng');
    await first.end();

    journal = await openIndexedDbJournal();
    const again = visit();
    await again.open();
    expect(drawing(again).editor.log).toEqual(editor.log);
    expect(editor.log.at(-1)).toMatchObject({ kind: 'caption-set', text: 'Biển lặng' });
  });

  it('sends nothing of a story that was only looked at', async () => {
    const session = visit();
    await session.open();
    await session.end();
    expect(server.requests).toEqual(['openDraft']);
  });

  it('says saved on the server only after the server said so', async () => {
    const session = visit();
    await session.open();
    drawing(session).editor.put(line(1));
    server.faults['saveDraft'] = ['lost'];
    await session.flush();
    expect(drawing(session)).toMatchObject({ local: 'saved', server: { kind: 'away' } });
    await session.flush();
    expect(drawing(session).server).toEqual({ kind: 'saved', at: 1_001 });
  });

  it('sends photographs before the story that names them, and the ones it shows before submitting', async () => {
    const sent: string[][] = [];
    const photos = {
      open: () => {},
      close: () => {},
      keep: async () => HASH,
      read: async () => null,
      forget: async () => void sent.push(['forgotten']),
      send: async (needed: readonly string[] = []) => {
        sent.push([...server.requests, ...needed]);
      },
    };
    const session = visit({ photos });
    await session.open();
    const { editor } = drawing(session);
    editor.put({ kind: 'background-set', background: { kind: 'photo', hash: HASH } });
    editor.typeTitle('Ra khơi');
    await session.flush();
    expect(sent[0]).not.toContain('saveDraft');
    await session.submit(() => {});
    expect(sent.at(-2)).toContain(HASH);
    expect(sent.at(-2)).not.toContain('submitEntry');
    expect(sent.at(-1)).toEqual(['forgotten']);
  });

  it('goes on with the other machine’s copy when the pupil says so', async () => {
    const session = visit();
    await session.open();
    const theirs = goOn(TWO_PAGES, line(2));
    const transport = storyTransport(server.way);
    await transport.save(ENTRY_ID, 0, await transport.send(encodeProcess(theirs)));
    drawing(session).editor.put(line(1));
    await session.flush();
    const { server: state } = drawing(session);
    if (state.kind !== 'apart') throw new Error(`server state is ${state.kind}`);
    await session.useOther(state.other);
    expect(drawing(session).editor.log).toEqual(theirs);
    expect(drawing(session).server.kind).toBe('saved');
    expect(server.sideVersions).toHaveLength(1);
  });

  it('goes back to a kept copy, which becomes the newest version above the present one', async () => {
    const session = visit();
    await session.open();
    drawing(session).editor.put(line(1));
    await session.flush();
    const bytes = server.blobs.get(server.versions[0]!)!;
    const events = decodeProcess(bytes);
    drawing(session).editor.put(line(2));
    drawing(session).editor.typeTitle('Chưa gửi');
    const present = drawing(session).editor;
    await session.takeBack({ events, bytes });
    const [early, latest, newest] = server.versions;
    expect(newest).toBe(early);
    expect(decodeProcess(server.blobs.get(latest!)!)).toEqual(present.log);
    expect(drawing(session).editor.log).toEqual(events);
    expect(drawing(session).server.kind).toBe('saved');

    drawing(session).editor.put(line(1));
    await session.flush();
    expect(server.versions).toHaveLength(4);
    expect(server.sideVersions).toEqual([]);
  });

  it('leaves the story as it is while what is drawn cannot be sent first', async () => {
    const session = visit();
    await session.open();
    const { editor } = drawing(session);
    editor.put(line(1));
    server.faults['saveDraft'] = ['lost'];
    const events = goOn(TWO_PAGES, line(2));
    const copy = { events, bytes: encodeProcess(events) };
    await expect(session.takeBack(copy)).rejects.toThrow(ConnectionLost);
    server.faults['saveDraft'] = [refuse('entry.round-closed', { closedAt: 1 })];
    await expect(session.takeBack(copy)).rejects.toThrow('entry.round-closed');
    expect(drawing(session).editor).toBe(editor);
    expect(server.versions).toEqual([]);
  });

  it('opens a copy drawn elsewhere over pages that are still blank', async () => {
    const session = visit();
    await session.open();
    const events = goOn(TWO_PAGES, line(2));
    const bytes = encodeProcess(events);
    const transport = storyTransport(server.way);
    await transport.save(ENTRY_ID, 0, await transport.send(bytes));
    await session.takeBack({ events, bytes });
    expect(drawing(session).editor.log).toEqual(events);
    expect(server.versions).toHaveLength(1);
  });

  it('submits the newest state, which is also the newest draft, and keeps nothing here', async () => {
    const session = visit();
    await session.open();
    const { editor } = drawing(session);
    editor.put(line(1));
    editor.typeTitle('Ra khơi');
    const receipt = await session.submit(() => {});
    expect(receipt.processHash).toBe(server.versions.at(-1));
    expect(decodeProcess(server.blobs.get(receipt.processHash)!)).toEqual(editor.log);
    expect(await journal.holdsAny()).toBe(false);
  });

  it('loses nothing when the round has closed meanwhile', async () => {
    const session = visit();
    await session.open();
    drawing(session).editor.put(line(1));
    server.faults['submitEntry'] = [refuse('entry.round-closed', { closedAt: 1 })];
    await expect(session.submit(() => {})).rejects.toThrow('entry.round-closed');
    expect(drawing(session).editor.log).toHaveLength(3);
    expect((await journal.load(ENTRY_ID))?.events).toHaveLength(3);
  });

  it('shows a submitted story instead of a desk', async () => {
    const session = visit();
    await session.open();
    await session.submit(() => {});
    const again = visit();
    await again.open();
    expect(again.store.getState()).toMatchObject({ phase: 'submitted', entryId: ENTRY_ID });
  });

  it('says why it could not be opened, and opens at the next try', async () => {
    server.faults['openDraft'] = ['lost'];
    const session = visit();
    await session.open();
    expect(session.store.getState().phase).toBe('failed');
    await session.open();
    expect(drawing(session).editor.log).toHaveLength(2);
  });
});
