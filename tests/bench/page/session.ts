import type { StoryEvent } from '@domain/story/event.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';
import { createEditor, type Editor } from '@features/studio/editor-store.ts';
import {
  createStudioSession,
  type StudioSession,
  type StudioState,
} from '@features/studio/studio-session.ts';
import { openJournal } from '@platform/drafts/journal.ts';
import { storyTransport } from '@platform/drafts/transport.ts';
import { scriptedDraftServer } from '@tests/fixtures/scripted-draft-server.ts';
import { type BenchStroke, strokeChange } from '../strokes.ts';
import { afterFrame, layPaper } from './paper.ts';

// A whole visit to the studio: the same engine under a session that keeps every stroke in IndexedDB
// and sends drafts, to a server within this page. Driven by `window.sessionBench`.

type Drawing = Extract<StudioState, { phase: 'drawing' }>;
type Visit = {
  readonly session: StudioSession | null;
  readonly host: HTMLElement;
  readonly editor: Editor;
};

const LIMITS = { minPages: 1, maxPages: 40 };

/** The log of a story with these strokes on its pages. */
function storyLog(pages: readonly (readonly BenchStroke[])[]): readonly StoryEvent[] {
  const changes = pages.flatMap((strokes, index) => [
    { kind: 'page-add', pageId: index + 1, index } as const,
    ...strokes.map((stroke) => strokeChange(stroke, index + 1)),
  ]);
  return changes.map((change, seq) => ({ ...change, seq, atMs: seq * 1_500 }));
}

/** The story on the table, kept nowhere: what drawing takes without saving. */
async function openUnkept(pages: readonly (readonly BenchStroke[])[]): Promise<Visit> {
  const editor = createEditor(storyLog(pages), Date.now, LIMITS);
  const { host } = layPaper(editor);
  await afterFrame();
  return { session: null, host, editor };
}

async function openKept(pages: readonly (readonly BenchStroke[])[]): Promise<Visit> {
  const server = scriptedDraftServer();
  const bytes = encodeProcess(storyLog(pages));
  const hash = sha256Hex(bytes);
  server.blobs.set(hash, bytes);
  server.versions.push(hash);
  const session = createStudioSession({
    transport: storyTransport(server.way),
    journal: await openJournal(),
    owner: 'bench',
    limits: LIMITS,
    now: Date.now,
    me: 'bench',
    channel: () => null,
  });
  await session.open();
  const state = session.store.getState();
  if (state.phase !== 'drawing') throw new Error(`the session is ${state.phase}`);
  const { host } = layPaper(state.editor, session);
  await afterFrame();
  return { session, host, editor: state.editor };
}

let visit: Visit | null = null;

function now() {
  if (visit === null) throw new Error('open first');
  return visit;
}

const sessionBench = {
  ready: () => afterFrame(),
  async open(pages: readonly (readonly BenchStroke[])[], keeps: boolean) {
    visit = await (keeps ? openKept : openUnkept)(pages);
  },
  /** A finished stroke on the page that is open, as a tool hands it over. */
  async put(stroke: BenchStroke) {
    const { pageId: _, ...step } = strokeChange(stroke);
    now().editor.put(step);
    await afterFrame();
  },
  async pageRect() {
    const { x, y, width, height } = now().host.getBoundingClientRect();
    return { x, y, width, height };
  },
  /** Opens a page of the story, counted from 0. */
  async switchTo(index: number) {
    const { editor } = now();
    editor.selectPage(editor.store.getState().story.order[index]!);
    await afterFrame();
  },
  /** Where the newest stroke is kept by now. */
  async kept() {
    const { session } = now();
    if (session === null) return { here: 'saved', there: 'saved' };
    const { local, server } = session.store.getState() as Drawing;
    return { here: local, there: server.kind };
  },
};

declare global {
  interface Window {
    sessionBench: typeof sessionBench;
  }
}
window.sessionBench = sessionBench;
