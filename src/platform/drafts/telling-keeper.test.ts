import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanRecording } from '@domain/story/recording/clean-recording.ts';
import { decodeTelling, encodeTelling } from '@domain/story/telling-manifest.ts';
import { NO_TELLING, type Telling, write } from '@domain/story/telling.ts';
import { oggRecording } from '@tests/fixtures/ogg-recording.ts';
import { scriptedTellingServer } from '@tests/fixtures/scripted-telling-server.ts';
import { leaveTellings } from './leave-device.ts';
import { createTellingKeeper, type TellingKeeper } from './telling-keeper.ts';
import { openIndexedDbTellings, openTellings, type TellingStore } from './telling-store.ts';
import { tellingTransport } from './telling-transport.ts';

const ENTRY = 'abcdefghijklmnopqrstuv';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const sound = (packets: number) => oggRecording({ packets, comment: 'An' });
const pagesOf = ({ turns }: Telling) => turns.map(({ page }) => page);

function begin(openStore: () => Promise<TellingStore> = openTellings) {
  const server = scriptedTellingServer();
  const transport = tellingTransport(server.way);
  const open = async (): Promise<TellingKeeper> => {
    const keeper = createTellingKeeper({ openStore, transport, retryMs: 5 });
    await keeper.open(ENTRY);
    return keeper;
  };
  const tell = async (keeper: TellingKeeper, page: number, packets: number, pieces = 3) => {
    const take = keeper.begin(page, 'go-on');
    const bytes = sound(packets);
    const step = Math.ceil(bytes.length / pieces);
    for (let at = 0; at < bytes.length; at += step) take.piece(bytes.slice(at, at + step));
    return { take, end: () => take.end() };
  };
  return { server, transport, open, tell };
}

describe('the telling of a story', () => {
  it('is on the server soon after it was spoken, its sound clean', async () => {
    const { server, open, tell } = begin();
    const keeper = await open();
    expect(await (await tell(keeper, 1, 50)).end()).toBe(true);
    await keeper.flush();
    expect(keeper.state.getState().server).toEqual({ kind: 'saved' });
    const saved = decodeTelling(server.manifest()!, 9);
    expect(pagesOf(saved)).toEqual([1]);
    const [recording] = saved.recordings;
    expect(server.recordings.get(recording!.hash)).toEqual(cleanRecording(sound(50)).bytes);
    expect(recording!.durationMs).toBe(1000);
  });

  it('is found again after a crash, with what was being spoken', async () => {
    const { open, tell } = begin();
    const dying = await open();
    await (await tell(dying, 1, 50)).end();
    await tell(dying, 2, 100, 6);
    await vi.waitFor(async () => {
      const store = await openIndexedDbTellings();
      expect(await store.leftTakes(ENTRY)).toHaveLength(1);
      expect((await store.readTake((await store.leftTakes(ENTRY))[0]!.id)).length).toBe(
        sound(100).length,
      );
      store.close();
    });
    const keeper = await open();
    const { telling, recovered } = keeper.state.getState();
    expect(recovered).toEqual([2]);
    expect(pagesOf(telling)).toEqual([1, 2]);
    expect((await open()).state.getState().recovered).toEqual([]);
  });

  it('loses the last piece at most when the page dies in the middle', async () => {
    const { open } = begin();
    const dying = await open();
    const take = dying.begin(1, 'retell');
    const bytes = sound(200);
    take.piece(bytes.slice(0, bytes.length * 0.7));
    await vi.waitFor(async () => {
      const store = await openIndexedDbTellings();
      const [left] = await store.leftTakes(ENTRY);
      expect((await store.readTake(left!.id)).length).toBeGreaterThan(0);
      store.close();
    });
    const { telling } = (await open()).state.getState();
    expect(telling.recordings[0]!.durationMs).toBeGreaterThan(2_400);
  });

  it('drops what is too short to be meant', async () => {
    const { open, tell } = begin();
    const keeper = await open();
    expect(await (await tell(keeper, 1, 10)).end()).toBe(false);
    expect(keeper.state.getState().telling).toEqual(NO_TELLING);
  });

  it('goes out by itself when the line is back', async () => {
    const { server, open, tell } = begin();
    server.faults['putBlob'] = ['lost', 'lost'];
    server.faults['joinRecording'] = ['answer-lost'];
    server.faults['saveTelling'] = ['answer-lost'];
    const keeper = await open();
    await (await tell(keeper, 1, 50)).end();
    await vi.waitFor(() => expect(server.manifest()).not.toBeNull());
    await vi.waitFor(() => expect(keeper.state.getState().server).toEqual({ kind: 'saved' }));
    expect(server.version()).toBe(1);
  });

  it('sends a long recording in pieces, and after a cut only the rest', async () => {
    const { server, transport } = begin();
    const long = cleanRecording(oggRecording({ packets: 6_000, comment: 'x' })).bytes;
    const huge = new Uint8Array(1_200_000);
    huge.set(long.subarray(0, 100));
    server.faults['putBlob'] = ['answered', 'lost'];
    await expect(transport.sendRecording(huge)).rejects.toThrow();
    const before = server.requests.length;
    await transport.sendRecording(huge).catch(() => {});
    const later = server.requests.slice(before).filter((id) => id === 'putBlob');
    expect(later).toHaveLength(2);
    expect(Math.max(...[...server.blobs.values()].map(({ length }) => length))).toBe(512 * 1024);
  });

  it('told on at two machines is merged page by page', async () => {
    const { server, open, tell } = begin();
    const keeper = await open();
    await (await tell(keeper, 1, 50)).end();
    await keeper.flush();
    const elsewhere = decodeTelling(server.manifest()!, 9);
    server.saveElsewhere(encodeTelling(write(elsewhere, 2, 'Sóng.')));
    await keeper.change(write(keeper.state.getState().telling, 3, 'Đảo.'));
    await keeper.flush();
    const { telling } = keeper.state.getState();
    expect(telling.written.map(({ page, text }) => [page, text])).toEqual([
      [2, 'Sóng.'],
      [3, 'Đảo.'],
    ]);
    expect(decodeTelling(server.manifest()!, 9)).toEqual(telling);
  });

  it('goes on in memory on a full disk, and still reaches the server', async () => {
    const full = async () => ({
      ...(await openIndexedDbTellings()),
      keepPiece: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      keepRecording: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    });
    const { server, open, tell } = begin(full);
    const keeper = await open();
    expect(await (await tell(keeper, 1, 50)).end()).toBe(true);
    await keeper.flush();
    expect(keeper.state.getState().keptHere).toBe(false);
    expect(server.recordings.size).toBe(1);
  });
});

describe('leaving a school computer', () => {
  const story = { open: async () => ({ entryId: ENTRY, state: 'draft' }) as never };

  it('sends what was told and wipes it', async () => {
    const { server, open, tell, transport } = begin();
    server.faults['openTelling'] = ['lost'];
    server.faults['listMissingBlobs'] = ['lost'];
    const keeper = await open();
    await (await tell(keeper, 1, 50)).end();
    keeper.close();
    expect(await leaveTellings(openTellings, transport, story)).toBe('wiped');
    expect(server.recordings.size).toBe(1);
    const store = await openIndexedDbTellings();
    expect(await store.entries()).toEqual([]);
  });

  it('keeps it here while the server cannot be reached', async () => {
    const { server, open, tell, transport } = begin();
    const keeper = await open();
    server.faults['listMissingBlobs'] = Array(9).fill('lost');
    await (await tell(keeper, 1, 50)).end();
    keeper.close();
    expect(await leaveTellings(openTellings, transport, story)).toBe('kept');
    const store = await openIndexedDbTellings();
    expect(await store.entries()).toEqual([ENTRY]);
  });
});
