import { createStore } from 'zustand/vanilla';
import type { DraftCopy } from '@contract/pupil.ts';
import type { Receipt } from '@domain/entry/entry.ts';
import type { BlobHash, Id } from '@domain/kernel/ids.ts';
import { Refusal, refuse } from '@domain/kernel/refusal.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { photosOf } from '@domain/story/scene.ts';
import { pagesInOrder, sceneOf } from '@domain/story/story.ts';
import type { StoryFile } from '@domain/story/story-file.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import {
  CALM_PACE,
  createDraftSync,
  type DraftSync,
  EAGER_PACE,
  type ServerState,
} from '@platform/drafts/draft-sync.ts';
import { createLogEncoder, type LogEncoder } from '@platform/drafts/log-encoder.ts';
import type { Journal } from '@platform/drafts/journal.ts';
import {
  createJournalWriter,
  type JournalWriter,
  type LocalState,
} from '@platform/drafts/journal-writer.ts';
import { createTabClaim, type TabChannel, type TabClaim } from '@platform/drafts/one-tab.ts';
import { type OpenedStory, openStory, type OtherCopy } from '@platform/drafts/open-story.ts';
import type { PhotoKeeper } from '@platform/drafts/photo-keeper.ts';
import { submitStory } from '@platform/drafts/submit-story.ts';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import type { StoryTransport } from '@platform/drafts/transport.ts';
import type { PageLimits } from './editor-state.ts';
import { createEditor, type Editor } from './editor-store.ts';

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
  readonly encoder: LogEncoder;
  readonly sync: DraftSync;
  /** Events of the log that only lay out a new story. */
  readonly blankPages: number;
};

export type KeptCopies = {
  readonly copies: readonly DraftCopy[];
  /** What the story on the desk is called, if it is one of them. */
  readonly drawnHere: BlobHash;
};

export type StudioDeps = {
  readonly transport: StoryTransport;
  readonly journal: Journal;
  readonly owner: string;
  readonly limits: PageLimits;
  readonly now: () => number;
  readonly me: string;
  readonly channel: (entryId: Id) => TabChannel | null;
  readonly photos?: PhotoKeeper;
  /** Null where the edition takes no tellings. */
  readonly telling?: TellingKeeper | null;
};

/** Photographs are on the server before anything that names them. */
function photosFirst(transport: StoryTransport, photos: PhotoKeeper | undefined): StoryTransport {
  if (photos === undefined) return transport;
  return {
    ...transport,
    async save(entryId, baseVersion, processHash) {
      await photos.send();
      return transport.save(entryId, baseVersion, processHash);
    },
  };
}

/**
 * One visit to the studio: opens the story, keeps it on this device and on the server while it is
 * drawn, and submits it. Screens only show its state.
 */
export function createStudioSession(deps: StudioDeps) {
  const { journal, owner, limits, now, me, channel, photos, telling = null } = deps;
  const transport = photosFirst(deps.transport, photos);
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
    await Promise.all([flushDrawing(), telling?.flush()]);
  };

  const flushDrawing = async () => {
    if (drawing === null) return;
    drawing.editor.keepText();
    if (drawing.editor.log.length === drawing.blankPages) return;
    await drawing.writer.write();
    await drawing.sync.flush();
  };

  const putDown = () => {
    telling?.close();
    photos?.close();
    drawing?.sync.stop();
    drawing?.encoder.close();
    drawing = null;
  };

  const giveUp = () => {
    putDown();
    show({ phase: 'elsewhere' });
  };

  const begin = ({ otherCopy, ...opened }: OpenedStory) => {
    const { entryId, baseVersion, syncedCount, savedAt } = opened;
    photos?.open(entryId);
    const editor = createEditor(opened.events, now, limits);
    const log = () => editor.log;
    const encoder = createLogEncoder(log);
    const { encode } = encoder;
    const pace = journal.durable ? CALM_PACE : EAGER_PACE;
    const writer = createJournalWriter({
      journal,
      entryId,
      owner,
      base: { version: baseVersion, count: syncedCount },
      log,
      kept: opened.journalled,
      packed: opened.packed,
      encode,
      onState: (local) => patch({ local }),
      onTaken: giveUp,
    });
    const sync = createDraftSync({
      transport,
      entryId,
      log,
      encode,
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
    drawing = { entryId, editor, writer, encoder, sync, blankPages };
    void telling?.open(entryId);
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

  /** Goes on from what the other machine saved; what this one had stays with the server. */
  const goOnFrom = async (other: OtherCopy) => {
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
  };

  /**
   * Makes a kept copy the story, saved on top of what is drawn here, which must have reached the
   * server first: else nothing changes, and it rejects with ConnectionLost or a Refusal.
   */
  const takeBack = async ({ events, bytes }: Pick<OtherCopy, 'events' | 'bytes'>) => {
    if (drawing === null) return;
    const { entryId, sync } = drawing;
    await flush();
    const state = sync.state();
    if (state.kind === 'refused') throw state.refusal;
    if (state.kind === 'apart') throw refuse('draft.conflict', { version: state.other.version });
    if (state.kind !== 'saved') throw new ConnectionLost('what is drawn here is not sent yet');
    const { version } = await transport.open();
    const draft = await transport.save(entryId, version, await transport.send(bytes));
    await goOnFrom({ version: draft.version, savedAt: draft.savedAt, events, bytes });
  };

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
    telling,
    /** Null where photographs cannot be kept. */
    photos: photos ?? null,
    wake() {
      drawing?.sync.wake();
      telling?.wake();
    },
    keepMine: () => drawing?.sync.keepMine(),
    useOther: goOnFrom,
    /**
     * What the server keeps of this story; what is drawn here is among it when it can be sent.
     * Rejects with ConnectionLost, or a Refusal.
     */
    async listCopies(): Promise<KeptCopies> {
      if (drawing === null) return { copies: [], drawnHere: '' };
      const { entryId, editor, encoder } = drawing;
      await flush();
      const copies = await transport.copies(entryId);
      return { copies, drawnHere: (await encoder.encode(editor.log.length)).hash };
    },
    /** A kept copy's events and bytes. */
    async readCopy(hash: BlobHash): Promise<Pick<OtherCopy, 'events' | 'bytes'>> {
      if (drawing === null) throw new ConnectionLost('the story is not open');
      const bytes = await transport.readCopy(drawing.entryId, hash);
      return { events: decodeProcess(bytes), bytes };
    },
    takeBack,
    /** The story as a file of the pupil's own, newest strokes included. */
    async storyFile(): Promise<Uint8Array> {
      if (drawing === null) throw new Error('no story is open');
      const { editor } = drawing;
      editor.leaveText();
      const { packStory, photosIn, renamedPhotos } = await import('@domain/story/story-file.ts');
      const pictures = new Map<string, Uint8Array>();
      const names = new Map<string, string>();
      for (const hash of photosIn(editor.log)) {
        const bytes = await photos?.read(hash);
        if (!bytes) continue;
        names.set(hash, sha256Hex(bytes));
        pictures.set(sha256Hex(bytes), bytes);
      }
      return packStory(renamedPhotos(editor.log, names), pictures);
    },
    /** Makes the story of a file the story here, as takeBack does with a kept copy. */
    async openStoryFile({ events, process, photos: pictures }: StoryFile): Promise<void> {
      for (const bytes of pictures.values()) await photos?.keep(bytes);
      await takeBack({ events, bytes: process });
    },
    async submit(onRetry: () => void): Promise<Receipt> {
      if (drawing === null) throw new Error('nothing to submit');
      const { entryId, editor, writer, sync } = drawing;
      editor.leaveText();
      await writer.write();
      // The newest draft and the submitted story then are the same, also at another machine.
      await sync.flush();
      const { story } = editor.store.getState();
      const shown = pagesInOrder(story).flatMap((page) => photosOf(sceneOf(page)));
      const sendTold = async () => {
        await photos?.send(shown);
        return (await telling?.sendTold(story.order)) ?? null;
      };
      const receipt = await submitStory(
        transport,
        entryId,
        editor.log,
        onRetry,
        undefined,
        sendTold,
      ).catch(async (error: unknown) => {
        if (error instanceof Refusal && error.code === 'entry.already-submitted') await open();
        throw error;
      });
      await telling?.forget();
      await photos?.forget();
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
