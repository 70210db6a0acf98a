import type { DraftView } from '@contract/pupil.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { nextEvent, replay } from '@domain/story/story.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import type { Acknowledged, Journal, LocalStory } from './journal.ts';
import { kinship } from './same-story.ts';
import type { StoryTransport } from './transport.ts';

/** The copy that another machine has saved meanwhile. */
export type OtherCopy = {
  readonly version: number;
  readonly savedAt: number | null;
  readonly events: readonly StoryEvent[];
  readonly bytes: Uint8Array;
};

export type OpenedStory = {
  readonly entryId: Id;
  readonly events: readonly StoryEvent[];
  /** How many of the events the journal holds. */
  readonly journalled: number;
  /** How many of those it holds as one. */
  readonly packed: number;
  /** What the server has: its version, and how many of our events that covers. */
  readonly baseVersion: number;
  readonly syncedCount: number;
  readonly savedAt: number | null;
  /** Null when the server could not be asked. */
  readonly draft: DraftView | null;
  readonly otherCopy: OtherCopy | null;
};

/** The stroke that was under way when the page died becomes a stroke like any other. */
export function withLive({ events, live }: LocalStory): readonly StoryEvent[] {
  if (live === null) return events;
  const story = replay(events);
  if (!story.order.includes(live.pageId)) return events;
  return [...events, nextEvent(story, story.lastAtMs, live)];
}

async function fetchCopy(transport: StoryTransport, draft: DraftView): Promise<OtherCopy> {
  const bytes = await transport.read(draft.entryId, draft.version);
  const events = decodeProcess(bytes);
  replay(events);
  return { version: draft.version, savedAt: draft.savedAt, events, bytes };
}

function acknowledgedOf({ version, events, bytes }: OtherCopy): Acknowledged {
  return { version, count: events.length, bytes };
}

async function openFromServer(
  draft: DraftView,
  local: LocalStory | null,
  { transport, journal, owner }: Places,
): Promise<OpenedStory> {
  const { entryId, savedAt } = draft;
  const known = { entryId, savedAt, draft, otherCopy: null };
  if (local !== null && local.baseVersion === draft.version) {
    const { baseVersion, syncedCount } = local;
    const events = withLive(local);
    const { packedCount: packed } = local;
    return { ...known, events, journalled: local.events.length, packed, baseVersion, syncedCount };
  }
  if (draft.version === 0) {
    await journal.adopt(entryId, owner, null);
    return { ...known, events: [], journalled: 0, packed: 0, baseVersion: 0, syncedCount: 0 };
  }
  const theirs = await fetchCopy(transport, draft);
  const count = theirs.events.length;
  const mine = local === null ? [] : withLive(local);
  const unsent = local !== null && mine.length > local.syncedCount;
  const relation = unsent ? kinship(mine, theirs.events) : 'theirs-ahead';
  if (relation === 'apart') {
    const { baseVersion, syncedCount, events } = local!;
    return {
      ...known,
      events: mine,
      journalled: events.length,
      packed: local!.packedCount,
      baseVersion,
      syncedCount,
      otherCopy: theirs,
    };
  }
  await journal.adopt(entryId, owner, acknowledgedOf(theirs));
  const events = relation === 'mine-ahead' ? mine : theirs.events;
  const { version: baseVersion } = draft;
  return { ...known, events, journalled: count, packed: count, baseVersion, syncedCount: count };
}

type Places = {
  readonly transport: StoryTransport;
  readonly journal: Journal;
  /** Name of who is signed in. */
  readonly owner: string;
  /** Whether this tab may write the story; nothing is touched before it has answered. */
  readonly claim: (entryId: Id) => Promise<boolean>;
};

/**
 * The pupil's story, from wherever it is newest: the server, or this device where it has gone on.
 * Copies that grew apart are both handed out. Without the server a story that its owner left on
 * this device is opened from here; with neither, rejects with ConnectionLost. Null when another tab
 * has the story open.
 */
export async function openStory(places: Places): Promise<OpenedStory | null> {
  const { transport, journal, owner, claim } = places;
  const answer = await transport.open().catch((error: unknown) => {
    if (error instanceof ConnectionLost) return error;
    throw error;
  });
  if (!(answer instanceof ConnectionLost)) {
    if (!(await claim(answer.entryId))) return null;
    return openFromServer(answer, await journal.load(answer.entryId), places);
  }
  const entry = await journal.findByOwner(owner);
  if (entry === null) throw answer;
  if (!(await claim(entry))) return null;
  const local = await journal.load(entry);
  if (local === null) throw answer;
  const { entryId, baseVersion, syncedCount } = local;
  return {
    entryId,
    events: withLive(local),
    journalled: local.events.length,
    packed: local.packedCount,
    baseVersion,
    syncedCount,
    savedAt: null,
    draft: null,
    otherCopy: null,
  };
}
