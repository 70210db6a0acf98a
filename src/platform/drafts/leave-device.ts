import { Refusal } from '@domain/kernel/refusal.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { call, callForBytes, ConnectionLost } from '@platform/api-client.ts';
import { type Journal, openJournal } from './journal.ts';
import { withLive } from './open-story.ts';
import { createPhotoKeeper } from './photo-keeper.ts';
import { openPhotos, type PhotoStore } from './photo-store.ts';
import { createTellingKeeper } from './telling-keeper.ts';
import { openTellings, type TellingStore } from './telling-store.ts';
import { tellingTransport, type TellingTransport } from './telling-transport.ts';
import { storyTransport, type StoryTransport, type Way } from './transport.ts';

/** 'wiped': nothing of the pupil is left here. 'kept': the server lacks some of it, so it stays. */
export type Leaving = 'wiped' | 'kept';

export async function leaveJournal(journal: Journal, transport: StoryTransport): Promise<Leaving> {
  if (!(await journal.holdsAny())) return 'wiped';
  const draft = await transport.open();
  const { entryId } = draft;
  const local = await journal.load(entryId);
  if (local === null) return 'wiped';
  const events = withLive(local);
  if (events.length > local.syncedCount && draft.state === 'draft') {
    const hash = await transport.send(encodeProcess(events));
    await transport.save(entryId, local.baseVersion, hash);
  }
  await journal.remove(entryId);
  return 'wiped';
}

/** The same for what was told, sound and all. */
export async function leaveTellings(
  openStore: () => Promise<TellingStore>,
  transport: TellingTransport,
  story: Pick<StoryTransport, 'open'>,
): Promise<Leaving> {
  const store = await openStore();
  const held = await store.entries();
  store.close();
  if (held.length === 0) return 'wiped';
  const { entryId, state } = await story.open();
  if (!held.includes(entryId)) return 'wiped';
  const keeper = createTellingKeeper({ openStore, transport });
  await keeper.open(entryId);
  await keeper.flush();
  const { server } = keeper.state.getState();
  const safe = server.kind === 'saved' || state === 'submitted';
  if (safe) await keeper.forget();
  keeper.close();
  return safe ? 'wiped' : 'kept';
}

/** The same for photographs, before what names them. */
export async function leavePhotos(
  openStore: () => Promise<PhotoStore>,
  way: Way,
  story: Pick<StoryTransport, 'open'>,
): Promise<Leaving> {
  const store = await openStore();
  const held = await store.entries();
  store.close();
  if (held.length === 0) return 'wiped';
  const { entryId } = await story.open();
  if (!held.includes(entryId)) return 'wiped';
  const keeper = createPhotoKeeper({ openStore, way });
  keeper.open(entryId);
  try {
    await keeper.send();
    await keeper.forget();
  } finally {
    keeper.close();
  }
  return 'wiped';
}

/**
 * Before a pupil signs out: sends what this device has not sent yet, then wipes it here, because
 * the next pupil sits down at the same machine. Call it while still signed in. Never rejects for
 * want of a network; the answer says whether it is safe to walk away.
 */
export async function leaveDevice(way: Way = { call, callForBytes }): Promise<Leaving> {
  const journal = await openJournal();
  const story = storyTransport(way);
  const unlessSent = (error: unknown): Leaving => {
    if (error instanceof ConnectionLost || error instanceof Refusal) return 'kept';
    throw error;
  };
  const pictured = await leavePhotos(openPhotos, way, story).catch(unlessSent);
  const drawn = await leaveJournal(journal, story).catch(unlessSent);
  journal.close();
  const told = await leaveTellings(openTellings, tellingTransport(way), story).catch(unlessSent);
  return [pictured, drawn, told].includes('kept') ? 'kept' : 'wiped';
}
