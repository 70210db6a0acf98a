import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTellingKeeper } from '@platform/drafts/telling-keeper.ts';
import { openTellings } from '@platform/drafts/telling-store.ts';
import { tellingTransport } from '@platform/drafts/telling-transport.ts';
import { oggRecording } from '@tests/fixtures/ogg-recording.ts';
import { scriptedTellingServer } from '@tests/fixtures/scripted-telling-server.ts';
import type { Microphone, MicTrouble } from './microphone.ts';
import { createRecordingDesk, type RecordingDesk } from './recording-desk.ts';

const ENTRY = 'abcdefghijklmnopqrstuv';
const PACKET_MS = 20;

let desk: RecordingDesk | undefined;
beforeEach(() => {
  indexedDB = new IDBFactory();
});
afterEach(() => desk?.stop());

/** A microphone that hears as long as the clock says, and a clock that the test turns. */
async function begin({ maxMs = 60_000, trouble }: { maxMs?: number; trouble?: MicTrouble } = {}) {
  const clock = { now: 0 };
  let open = 0;
  let number = 0;
  let pull: () => void = () => {};
  const server = scriptedTellingServer();
  const transport = tellingTransport(server.way);
  const keeper = createTellingKeeper({ openStore: openTellings, transport });
  await keeper.open(ENTRY);
  const microphone: Microphone = {
    record(onPiece) {
      const since = clock.now;
      open += 1;
      number += 1;
      const packets = () =>
        Math.floor((clock.now - since) / PACKET_MS / 10) * 10 + (number % 3) * 10;
      return {
        async stop() {
          open -= 1;
          if (packets() > 0) onPiece(oggRecording({ packets: packets(), comment: `${number}` }));
        },
      };
    },
    level: () => 0.5,
    close: () => {},
  };
  desk = createRecordingDesk({
    keeper,
    open: async (onLost) => {
      pull = onLost;
      return trouble ?? microphone;
    },
    now: () => clock.now,
    maxMs,
  });
  const told = () => keeper.state.getState().telling.turns.map(({ page }) => page);
  const phase = () => desk!.store.getState().phase;
  const pass = (ms: number) => void (clock.now += ms);
  return { desk, keeper, told, phase, pass, opened: () => open, pull: () => pull() };
}

describe('a child at the microphone', () => {
  it('turns the pages while it speaks: a recording for each page', async () => {
    const { desk, told, pass, phase, opened } = await begin();
    await desk.start(11, false);
    pass(1000);
    desk.turn(12);
    pass(1000);
    desk.turn(11);
    pass(1000);
    await desk.stop();
    expect(told()).toEqual([11, 12, 11]);
    expect([phase(), opened()]).toEqual(['idle', 0]);
  });

  it('tells one page again, with a pause in the middle, and leaves the others alone', async () => {
    const { desk, keeper, told, pass, phase } = await begin();
    await desk.start(1, false);
    for (const page of [2, 3]) {
      pass(1000);
      desk.turn(page);
    }
    pass(1000);
    await desk.stop();
    const before = keeper.state.getState().telling.turns;
    await desk.start(2, true);
    pass(1000);
    await desk.pause();
    expect(phase()).toBe('paused');
    desk.resume();
    pass(1000);
    desk.turn(3);
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    expect(told()).toEqual([1, 2, 2, 3]);
    const after = keeper.state.getState().telling.turns;
    expect([after[0], after[3]]).toEqual([before[0], before[2]]);
    expect(after.map(({ recording }) => recording)).not.toContain(before[1]!.recording);
  });

  it('stops rather than telling a page twice that was told another day', async () => {
    const { desk, told, pass, phase } = await begin();
    await desk.start(2, false);
    pass(1000);
    await desk.stop();
    await desk.start(1, false);
    pass(1000);
    desk.turn(2);
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    expect(told()).toEqual([2, 1]);
    expect(desk.store.getState().word).toEqual({ kind: 'told-already', page: 2 });
  });

  it('ends by itself when the time is used up, and does not begin again', async () => {
    const { desk, told, pass, phase } = await begin({ maxMs: 2_000 });
    await desk.start(1, false);
    pass(2_100);
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    await vi.waitFor(() => expect(desk.store.getState().word).toEqual({ kind: 'limit' }));
    expect(told()).toEqual([1]);
    await desk.start(2, false);
    expect(phase()).toBe('idle');
  });

  it('keeps what was told when the microphone is pulled out', async () => {
    const { desk, told, pass, phase, pull } = await begin();
    await desk.start(1, false);
    pass(1000);
    pull();
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    expect(told()).toEqual([1]);
    await vi.waitFor(() => expect(desk.store.getState().trouble).toBe('lost'));
  });

  it.each(['insecure', 'denied', 'none'] as const)('says that it is %s', async (trouble) => {
    const { desk, told } = await begin({ trouble });
    await desk.start(1, false);
    expect(desk.store.getState()).toMatchObject({ phase: 'idle', trouble });
    expect(told()).toEqual([]);
  });
});
