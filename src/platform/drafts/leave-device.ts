import type { Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { call, callForBytes, ConnectionLost } from '@platform/api-client.ts';
import { keptPupil } from '@platform/kept-pupil.ts';
import { type Journal, openJournal } from './journal.ts';
import { createTabClaim, openTabChannel } from './one-tab.ts';
import { withLive } from './open-story.ts';
import { createPhotoKeeper } from './photo-keeper.ts';
import { openPhotos, type PhotoStore } from './photo-store.ts';
import { isBehind } from './telling-sync.ts';
import { createTellingKeeper } from './telling-keeper.ts';
import { openTellings, type TellingStore } from './telling-store.ts';
import { tellingTransport, type TellingTransport } from './telling-transport.ts';
import { storyTransport, type StoryTransport, type Way } from './transport.ts';

/** 'wiped': nothing of the pupil is left here. 'kept': the server lacks some of it, so it stays. */
export type Leaving = 'wiped' | 'kept';

/** @param putDown makes a tab that has the story open save it and give it up */
export async function leaveJournal(
  journal: Journal,
  transport: StoryTransport,
  putDown: (entryId: Id) => Promise<void> = async () => {},
): Promise<Leaving> {
  if (!(await journal.holdsAny())) return 'wiped';
  const draft = await transport.open();
  const { entryId } = draft;
  await putDown(entryId);
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

/** Else a studio left open in another tab would write here again what is wiped. */
async function putDownElsewhere(entryId: Id): Promise<void> {
  const claim = createTabClaim(openTabChannel(entryId), `leaving-${Math.random()}`, async () => {});
  if (!(await claim.ask())) await claim.take();
  claim.release();
}

/** What others left on this machine goes where the server has all of it. */
async function wipeSynced(journal: Journal): Promise<void> {
  for (const entryId of await journal.syncedEntries()) await journal.remove(entryId);
  const tellings = await openTellings();
  for (const entryId of await tellings.entries()) {
    const local = await tellings.load(entryId);
    const takes = await tellings.leftTakes(entryId);
    if (local && !isBehind(local) && takes.length === 0) await tellings.remove(entryId);
  }
  tellings.close();
  const photos = await openPhotos();
  for (const entryId of await photos.entries()) {
    if ((await photos.unsent(entryId)).length === 0) await photos.remove(entryId);
  }
  photos.close();
}

/**
 * Before a pupil signs out: sends what this device has not sent yet, then wipes it here, because
 * the next pupil sits down at the same machine. Call it while still signed in. Never rejects for
 * want of a network; the answer says whether it is safe to walk away.
 */
export async function leaveDevice(way: Way = { call, callForBytes }): Promise<Leaving> {
  keptPupil().forget();
  const journal = await openJournal();
  const story = storyTransport(way);
  const unlessSent = (error: unknown): Leaving => {
    if (error instanceof ConnectionLost || error instanceof Refusal) return 'kept';
    throw error;
  };
  const pictured = await leavePhotos(openPhotos, way, story).catch(unlessSent);
  const drawn = await leaveJournal(journal, story, putDownElsewhere).catch(unlessSent);
  const told = await leaveTellings(openTellings, tellingTransport(way), story).catch(unlessSent);
  await wipeSynced(journal);
  journal.close();
  return [pictured, drawn, told].includes('kept') ? 'kept' : 'wiped';
}
