import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Route } from '@contract/route.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { leavePhotos } from './leave-device.ts';
import { createPhotoKeeper } from './photo-keeper.ts';
import { forgetfulPhotos, openIndexedDbPhotos, type PhotoStore } from './photo-store.ts';
import type { Way } from './transport.ts';

const PHOTO = new Uint8Array([0xff, 0xd8, 1]);
const HASH = sha256Hex(PHOTO);
const ENTRY = 'a'.repeat(22);

let server: Map<string, Uint8Array>;
let answer: 'takes' | 'lost' | 'refuses';
let asked: string[];
beforeEach(() => {
  indexedDB = new IDBFactory();
  server = new Map();
  answer = 'takes';
  asked = [];
});

/** Draws what it is sent anew, as the real one does. */
const way = {
  call: async ({ id }: Route, request: { params: { hash: string }; bytes: Uint8Array }) => {
    asked.push(id);
    if (answer === 'lost') throw new ConnectionLost('cut');
    if (answer === 'refuses') throw refuse('photo.malformed');
    server.set(request.params.hash, request.bytes.toReversed());
  },
  callForBytes: async ({ id }: Route, { params }: { params: { hash: string } }) => {
    asked.push(id);
    if (answer === 'lost') throw new ConnectionLost('cut');
    const bytes = server.get(params.hash);
    if (bytes === undefined) throw refuse('not-found');
    return bytes;
  },
} as unknown as Way;

function visit(openStore: () => Promise<PhotoStore> = openIndexedDbPhotos) {
  const keeper = createPhotoKeeper({ openStore, way });
  keeper.open(ENTRY);
  return keeper;
}

describe('photographs of a story', () => {
  it('are here after the page died, and go to the server once', async () => {
    const first = visit();
    expect(await first.keep(PHOTO)).toBe(HASH);
    answer = 'lost';
    await expect(first.send()).rejects.toBeInstanceOf(ConnectionLost);
    first.close();
    answer = 'takes';
    const again = visit();
    expect(await again.read(HASH)).toEqual(PHOTO);
    await again.send();
    await again.send();
    expect(asked).toEqual(['sendPhoto', 'sendPhoto']);
    again.close();
    const third = visit();
    await third.send();
    expect(asked).toHaveLength(2);
  });

  it('come from the server at another machine, and then are there without the network', async () => {
    server.set(HASH, PHOTO.toReversed());
    const other = visit();
    expect(await other.read(HASH)).toEqual(PHOTO.toReversed());
    answer = 'lost';
    expect(await other.read(HASH)).toEqual(PHOTO.toReversed());
    expect(await other.read('b'.repeat(64))).toBeNull();
    await other.send();
    expect(asked.filter((id) => id === 'sendPhoto')).toEqual([]);
  });

  it('hold up no story when the server cannot open one, but the submission that needs it', async () => {
    const keeper = visit();
    await keeper.keep(PHOTO);
    answer = 'refuses';
    await keeper.send();
    await keeper.send();
    expect(asked).toHaveLength(1);
    await expect(keeper.send([HASH])).rejects.toMatchObject({ code: 'photo.malformed' });
    expect(await keeper.read(HASH)).toEqual(PHOTO);
  });

  it('last as long as the page where the device keeps no more', async () => {
    const full = { ...forgetfulPhotos(), keep: async () => Promise.reject(new Error('full')) };
    const keeper = visit(async () => full);
    await keeper.keep(PHOTO);
    expect(await keeper.read(HASH)).toEqual(PHOTO);
    await keeper.send();
    expect(server.has(HASH)).toBe(true);
  });

  it('hold up no story where the device fails', async () => {
    const broken = async () => Promise.reject(new Error('gone'));
    const failing = { ...forgetfulPhotos(), unsent: broken, read: broken, mark: broken };
    const keeper = visit(async () => failing);
    await keeper.send();
    await keeper.keep(PHOTO);
    server.set(HASH, PHOTO);
    expect(await keeper.read(HASH)).toEqual(PHOTO);
    await keeper.send();
  });

  it('are wiped at sign-out once the server has them', async () => {
    const keeper = visit();
    await keeper.keep(PHOTO);
    keeper.close();
    const story = { open: async () => ({ entryId: ENTRY }) as never };
    answer = 'lost';
    await expect(leavePhotos(openIndexedDbPhotos, way, story)).rejects.toBeInstanceOf(
      ConnectionLost,
    );
    answer = 'takes';
    expect(await leavePhotos(openIndexedDbPhotos, way, story)).toBe('wiped');
    expect(server.has(HASH)).toBe(true);
    expect(await (await openIndexedDbPhotos()).entries()).toEqual([]);
  });
});
