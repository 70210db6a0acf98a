import { quarterX, quarterY, toPx } from '@domain/story/limits.ts';
import { pageLook } from '@domain/story/picture.ts';
import { decodeProcess, encodeProcess } from '@domain/story/process-codec.ts';
import { stepsOf, type StoryPage } from '@domain/story/story.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { createEditor, type Editor } from '@features/studio/editor-store.ts';
import { createPagePainter } from '@features/studio/export/page-painter.ts';
import { bucketTool } from '@features/studio/tools/bucket/bucket-tool.ts';
import type { ToolInHand } from '@features/studio/tools/tool.ts';
import { benchLog, type BenchStroke } from '../strokes.ts';
import { afterFrame, layPaper } from './paper.ts';

// The studio's engine on a page of its own, driven by `window.studioBench`; see ../README.md.

const LIMITS = { minPages: 1, maxPages: 1 };
const PAGE_WIDTH = 1600;

type Sheet = {
  readonly editor: Editor;
  readonly paper: ReturnType<typeof layPaper>;
  bucket: ToolInHand | null;
};

function lay(events: readonly StoryEvent[]): Sheet {
  const editor = createEditor(events, () => performance.now(), LIMITS);
  return { editor, paper: layPaper(editor), bucket: null };
}

let sheet = lay([]);
const painter = createPagePainter();

function openPage(): StoryPage {
  const { story, pageId } = sheet.editor.store.getState();
  return story.pages.get(pageId)!;
}

/** Another story on the table: nothing of the one before is kept. */
async function replaceWith(events: readonly StoryEvent[]): Promise<void> {
  sheet.bucket?.putAway();
  sheet.paper.canvas.free();
  sheet = lay(events);
  await afterFrame();
}

const drawnStrokes = () =>
  stepsOf(openPage()).flatMap((step) => (step.kind === 'stroke' ? [step] : []));

/** Colour is worked out on another thread: until the tool says that it is done. */
async function untilPoured(): Promise<void> {
  const { desk } = sheet.paper.canvas.bench;
  let began = false;
  await new Promise<void>((resolve) => {
    const stop = desk.store.subscribe(({ pouring }) => {
      if (pouring) began = true;
      else if (began) {
        stop();
        resolve();
      }
    });
  });
  // The colour is put into the story in the same task, after that word.
  await Promise.resolve();
}

const studioBench = {
  ready: () => afterFrame(),
  async pageRect() {
    const { x, y, width, height } = sheet.paper.host.getBoundingClientRect();
    return { x, y, width, height };
  },
  load: (strokes: readonly BenchStroke[]) => replaceWith(benchLog(strokes)),
  async undo() {
    sheet.editor.undo();
    await afterFrame();
  },
  async redo() {
    sheet.editor.redo();
    await afterFrame();
  },
  /** The process, which holds the picture, too. */
  save: async () => encodeProcess(sheet.editor.log),
  restore: (bytes: Uint8Array) => replaceWith(decodeProcess(bytes)),
  bytes: async () => encodeProcess(sheet.editor.log).length,
  exportPng: () => painter.paint(pageLook(openPage()), PAGE_WIDTH),
  strokeCount: async () => drawnStrokes().length,
  lastStrokes: async (count: number): Promise<readonly BenchStroke[]> =>
    drawnStrokes()
      .slice(-count)
      .map(({ x, y, pressure, t }) =>
        x.map((place, i) => [toPx(place), toPx(y[i]!), pressure[i]! / 255, t[i]!] as const),
      ),
  /** Pours the colour in hand at a place of the page, in its units. */
  async fill(x: number, y: number) {
    const { bench } = sheet.paper.canvas;
    sheet.bucket ??= bucketTool(bench);
    const poured = untilPoured();
    const touch = { byKeys: false, regular: false };
    const at = { x: quarterX(x), y: quarterY(y), pressure: 128, atMs: performance.now() };
    sheet.bucket.down(at, touch);
    sheet.bucket.up();
    await poured;
    await afterFrame();
  },
};

declare global {
  interface Window {
    studioBench: typeof studioBench;
  }
}
window.studioBench = studioBench;
