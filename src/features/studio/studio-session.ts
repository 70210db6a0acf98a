import { createStore } from 'zustand/vanilla';
import type { Receipt } from '@domain/entry/entry.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import {
  CALM_PACE,
  createDraftSync,
  type DraftSync,
  EAGER_PACE,
  type ServerState,
} from '@platform/drafts/draft-sync.ts';
import type { Journal } from '@platform/drafts/journal.ts';
import {
  createJournalWriter,
  type JournalWriter,
  type LocalState,
} from '@platform/drafts/journal-writer.ts';
import { createTabClaim, type TabChannel, type TabClaim } from '@platform/drafts/one-tab.ts';
import { type OpenedStory, openStory, type OtherCopy } from '@platform/drafts/open-story.ts';
import { submitStory } from '@platform/drafts/submit-story.ts';
import type { StoryTransport } from '@platform/drafts/transport.ts';
import { createEditor, type Editor, type PageLimits } from './editor-store.ts';

export type StudioState =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly error: unknown }
  /** Another tab has the story. */
  | { readonly phase: 'elsewhere' }
  | { readonly phase: 'submitted'; readonly entryId: Id; readonly receipt: Receipt }
  | {
      readonly phase: 'drawing';
      readonly entryId: Id;
      readonly editor: Editor;
      readonly local: LocalState;
      readonly server: ServerState;
    };

type Drawing = {
  readonly entryId: Id;
  readonly editor: Editor;
  readonly writer: JournalWriter;
  readonly sync: DraftSync;
  /** Events of the log that only lay out a new story. */
  readonly blankPages: number;
};

export type StudioDeps = {
  readonly transport: StoryTransport;
  readonly journal: Journal;
  readonly owner: string;
  readonly limits: PageLimits;
  readonly now: () => number;
  readonly me: string;
  readonly channel: (entryId: Id) => TabChannel | null;
};

/**
 * One visit to the studio: opens the story, keeps it on this device and on the server while it is
 * drawn, and submits it. Screens only show its state.
 */
export function createStudioSession(deps: StudioDeps) {
  const { transport, journal, owner, limits, now, me, channel } = deps;
  const store = createStore<StudioState>(() => ({ phase: 'opening' }));
  let drawing: Drawing | null = null;
  let claim: TabClaim | null = null;
  let penDown = false;
  let ended = false;

  const show = (state: StudioState) => {
    if (!ended) store.setState(state, true);
  };
  const patch = (change: { local?: LocalState; server?: ServerState }) => {
    if (!ended && store.getState().phase === 'drawing') store.setState(change);
  };

  /** Everything known goes to the device, and to the server where that can be reached. */
  const flush = async () => {
    if (drawing === null) return;
    drawing.editor.keepText();
    if (drawing.editor.log.length === drawing.blankPages) return;
    await drawing.writer.write();
    await drawing.sync.flush();
  };

  const putDown = () => {
    drawing?.sync.stop();
    drawing = null;
  };

  const giveUp = () => {
    putDown();
    show({ phase: 'elsewhere' });
  };

  const begin = ({ otherCopy, ...opened }: OpenedStory) => {
    const { entryId, baseVersion, syncedCount, savedAt } = opened;
    const editor = createEditor(opened.events, now, limits);
    const log = () => editor.log;
    const pace = journal.durable ? CALM_PACE : EAGER_PACE;
    const writer = createJournalWriter({
      journal,
      entryId,
      log,
      kept: opened.journalled,
      onState: (local) => patch({ local }),
      onTaken: giveUp,
    });
    const sync = createDraftSync({
      transport,
      entryId,
      log,
      base: { version: baseVersion, count: syncedCount, savedAt },
      other: otherCopy,
      pace,
      busy: () => penDown,
      onState: (server) => patch({ server }),
      onSynced: (acknowledged) => writer.synced(acknowledged),
    });
    const local = journal.durable ? 'saved' : 'unavailable';
    show({ phase: 'drawing', entryId, editor, local, server: sync.state() });
    const onLog = () => {
      void writer.write();
      sync.changed();
    };
    const blankPages = opened.events.length === 0 ? editor.log.length : 0;
    editor.subscribeLog(onLog);
    // The blank pages of a story just begun are nobody's work: sent, they would meet the work of
    // another machine as a second copy.
    if (blankPages === 0) onLog();
    drawing = { entryId, editor, writer, sync, blankPages };
  };

  const claimStory = async (entryId: Id) => {
    if (claim !== null) return claim.holds();
    claim = createTabClaim(channel(entryId), me, async () => {
      await flush();
      giveUp();
    });
    return claim.ask();
  };

  const load = async () => {
    show({ phase: 'opening' });
    const opened = await openStory({ transport, journal, owner, claim: claimStory });
    if (ended) return;
    if (opened === null) {
      show({ phase: 'elsewhere' });
    } else if (opened.draft?.receipt) {
      await journal.remove(opened.entryId);
      show({ phase: 'submitted', entryId: opened.entryId, receipt: opened.draft.receipt });
    } else {
      begin(opened);
    }
  };

  const open = () =>
    load().catch((error: unknown) => {
      show({ phase: 'failed', error });
      if (!(error instanceof Refusal || error instanceof ConnectionLost)) throw error;
    });

  return {
    store,
    open,
    flush,
    /** Takes the story over from the other tab. */
    async takeOver() {
      show({ phase: 'opening' });
      await claim?.take();
      await open();
    },
    penIsDown(down: boolean) {
      penDown = down;
    },
    keepLive: (stroke: Parameters<JournalWriter['keepLive']>[0]) =>
      drawing?.writer.keepLive(stroke),
    dropLive: () => drawing?.writer.dropLive(),
    wake: () => drawing?.sync.wake(),
    keepMine: () => drawing?.sync.keepMine(),
    /** Goes on from what the other machine saved; what this one had stays with the server. */
    async useOther(other: OtherCopy) {
      if (drawing === null) return;
      const { entryId, writer } = drawing;
      putDown();
      await writer.write();
      await journal.adopt(entryId, owner, {
        version: other.version,
        count: other.events.length,
        bytes: other.bytes,
      });
      await open();
    },
    async submit(onRetry: () => void): Promise<Receipt> {
      if (drawing === null) throw new Error('nothing to submit');
      const { entryId, editor, writer, sync } = drawing;
      editor.leaveText();
      await writer.write();
      // The newest draft and the submitted story then are the same, also at another machine.
      await sync.flush();
      const receipt = await submitStory(transport, entryId, editor.log, onRetry).catch(
        async (error: unknown) => {
          if (error instanceof Refusal && error.code === 'entry.already-submitted') await open();
          throw error;
        },
      );
      sync.stop();
      await journal.remove(entryId);
      return receipt;
    },
    /** Leaves the studio: what is still open is saved, other tabs may open the story. */
    async end() {
      await flush();
      ended = true;
      putDown();
      claim?.release();
      journal.close();
    },
  };
}

export type StudioSession = ReturnType<typeof createStudioSession>;
