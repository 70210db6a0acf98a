import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse } from '@domain/kernel/refusal.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { decodeProcess, encodeProcess } from '@domain/story/process-codec.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import { ENTRY_ID, scriptedDraftServer } from '@tests/fixtures/scripted-draft-server.ts';
import { CALM_PACE, createDraftSync, type ServerState } from './draft-sync.ts';
import { storyTransport } from './transport.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function machine(server = scriptedDraftServer()) {
  let log: readonly StoryEvent[] = TWO_PAGES;
  let busy = false;
  const states: ServerState[] = [];
  const synced: number[] = [];
  const sync = createDraftSync({
    transport: storyTransport(server.way),
    entryId: ENTRY_ID,
    log: () => log,
    base: { version: 0, count: 0, savedAt: null },
    pace: CALM_PACE,
    busy: () => busy,
    onState: (state) => states.push(state),
    onSynced: async ({ count }) => void synced.push(count),
  });
  return {
    server,
    sync,
    states,
    synced,
    log: () => log,
    draw(pageId = 1) {
      log = goOn(log, line(pageId));
      sync.changed();
    },
    hold(down: boolean) {
      busy = down;
    },
    last: () => states.at(-1),
  };
}

function held({ server }: ReturnType<typeof machine>): readonly StoryEvent[] {
  return decodeProcess(server.blobs.get(server.versions.at(-1)!)!);
}

describe('background saving', () => {
  it('waits for a rest and then sends everything once', async () => {
    const me = machine();
    me.draw();
    await vi.advanceTimersByTimeAsync(1_000);
    me.draw();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(me.server.versions).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(held(me)).toEqual(me.log());
    expect(me.last()).toEqual({ kind: 'saved', at: 1_001 });
    expect(me.synced).toEqual([me.log().length]);
  });

  it('does not encode while the pen is down', async () => {
    const me = machine();
    me.hold(true);
    me.draw();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(me.server.requests).toEqual([]);
    me.hold(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(held(me)).toEqual(me.log());
  });

  it('saves what was drawn during a save in a version of its own', async () => {
    const me = machine();
    const first = me.sync.flush();
    me.draw();
    await first;
    expect(me.last()?.kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(me.server.versions).toHaveLength(2);
    expect(held(me)).toEqual(me.log());
  });
});

describe('a lost connection', () => {
  it('is met with longer and longer pauses, and by drawing on', async () => {
    const me = machine();
    me.server.faults['putBlob'] = ['lost', 'lost', 'lost'];
    me.draw();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(me.last()).toEqual({ kind: 'away' });
    me.draw();
    await vi.advanceTimersByTimeAsync(2_000 + 4_000);
    expect(me.last()).toEqual({ kind: 'away' });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(held(me)).toEqual(me.log());
  });

  it('is tried at once when the network comes back', async () => {
    const me = machine();
    me.server.faults['saveDraft'] = ['lost'];
    await me.sync.flush();
    me.sync.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(me.last()?.kind).toBe('saved');
  });

  it('in mid-save, with the save done, is no conflict with oneself', async () => {
    const me = machine();
    me.server.faults['saveDraft'] = ['answer-lost'];
    await me.sync.flush();
    me.draw();
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(me.states.some(({ kind }) => kind === 'apart')).toBe(false);
    expect(held(me)).toEqual(me.log());
  });

  it('sends the bytes again when the server lost them', async () => {
    const me = machine();
    me.server.faults['saveDraft'] = [refuse('blob.missing')];
    await me.sync.flush();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(held(me)).toEqual(me.log());
  });
});

describe('another machine', () => {
  async function twoMachines() {
    const server = scriptedDraftServer();
    const theirs = goOn(TWO_PAGES, line(2, 0xff0000));
    await storyTransport(server.way).send(encodeProcess(theirs));
    server.versions.push(sha256Hex(encodeProcess(theirs)));
    const me = machine(server);
    me.draw();
    await me.sync.flush();
    return { me, server, theirs };
  }

  it('leaves both copies: ours is kept beside, theirs is shown', async () => {
    const { me, server, theirs } = await twoMachines();
    expect(me.last()).toMatchObject({ kind: 'apart', other: { version: 1, events: theirs } });
    expect(server.sideVersions).toEqual([sha256Hex(encodeProcess(me.log()))]);
    expect(held(me)).toEqual(theirs);
  });

  it('gives way when the pupil keeps this copy', async () => {
    const { me, server } = await twoMachines();
    await me.sync.keepMine();
    expect(server.versions).toHaveLength(2);
    expect(held(me)).toEqual(me.log());
    expect(me.last()?.kind).toBe('saved');
  });

  it('is not overwritten while the pupil has not chosen', async () => {
    const { me, server } = await twoMachines();
    me.draw();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.versions).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('of a closed round is said and not repeated', async () => {
    const me = machine();
    const closed = refuse('entry.round-closed', { closedAt: 9 });
    me.server.faults['saveDraft'] = [closed];
    await me.sync.flush();
    me.draw();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(me.last()).toEqual({ kind: 'refused', refusal: closed });
    expect(me.server.requests.filter((id) => id === 'saveDraft')).toHaveLength(1);
  });

  it('for want of a session ends with the next sign-in', async () => {
    const me = machine();
    me.server.faults['putBlob'] = [refuse('session.missing')];
    await me.sync.flush();
    expect(me.last()?.kind).toBe('refused');
    me.sync.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(held(me)).toEqual(me.log());
  });
});
