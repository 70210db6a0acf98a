import type { Editor } from './editor-store.ts';
import { listenToKeys } from './engine/keyboard-input.ts';
import { createPageView } from './engine/page-view.ts';
import { listenToPointers } from './engine/pointer-input.ts';
import type { Zoom } from './engine/zoom.ts';
import { runObjectShortcut } from './objects/object-shortcuts.ts';
import { objectDeskOf } from './objects/use-object-desk.ts';
import { historyCommand, runShortcut } from './shortcuts.ts';
import type { StudioSession } from './studio-session.ts';
import type { LassoAct, LassoInHand } from './tools/lasso/lasso-tool.ts';
import type { PointerArbiter } from './tools/pointer-arbiter.ts';
import type { ToolDesk } from './tools/tool-desk.ts';
import { takeTool } from './tools/tool-takes.ts';
import type { ToolBench, ToolInHand } from './tools/tool.ts';

export type CanvasParts = {
  /** The frame that takes the focus, pointers and keys. */
  readonly host: HTMLElement;
  /** What zooming moves and enlarges within the frame. */
  readonly sheet: HTMLElement;
  readonly ink: HTMLDivElement;
  readonly cursor: HTMLElement;
  readonly editor: Editor;
  readonly desk: ToolDesk;
  readonly zoom: Zoom;
  readonly session: Pick<StudioSession, 'keepLive' | 'dropLive' | 'penIsDown'>;
  readonly arbiter: PointerArbiter;
  readonly onHelp: () => void;
  readonly onTouchIgnored: () => void;
  readonly onKeyboardPen: (down: boolean) => void;
  readonly onTap: (what: 'undo' | 'redo') => void;
};

/** Text fields undo their own typing; a dialog is not the page. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('textarea, input:is([type="text"], [type="search"]), dialog') !== null
  );
}

/** Everything that draws, tied together for as long as the host element lives. */
export function mountCanvas(parts: CanvasParts) {
  const { host, sheet, ink, cursor, editor, desk, zoom, session, arbiter } = parts;
  const view = createPageView(ink);
  const bench: ToolBench = {
    editor,
    desk,
    view,
    zoom,
    keep: (step) => {
      if (step.kind !== 'stroke' && step.kind !== 'erase') return;
      session.keepLive({ ...step, pageId: editor.store.getState().pageId });
    },
    dropKept: session.dropLive,
    onDown: session.penIsDown,
  };

  let { tool: id } = desk.store.getState();
  let inHand = takeTool(bench, id);
  // The other end of a pen rubs out whichever tool is in hand.
  const eraser = takeTool(bench, 'eraser');
  const hand = (erasing: boolean): ToolInHand => (erasing ? eraser : inHand);
  const finish = () => {
    eraser.up();
    inHand.up();
  };

  let { pageId } = editor.store.getState();
  const show = (another: boolean) => {
    const { story } = editor.store.getState();
    view.show(story.pages.get(pageId)?.done ?? null, another);
  };
  show(true);

  const takeAgain = () => {
    // First: a tool that is put away may change the table, of which this hears again.
    id = desk.store.getState().tool;
    inHand.putAway();
    inHand = takeTool(bench, id);
  };

  const stops = [
    editor.store.subscribe((state, before) => {
      if (state.story === before.story && state.pageId === before.pageId) return;
      const another = state.pageId !== pageId;
      if (another) {
        finish();
        takeAgain();
        zoom.whole();
        desk.set({ leaks: [] });
      }
      pageId = state.pageId;
      show(another);
    }),
    desk.store.subscribe((state) => {
      if (state.tool !== id) takeAgain();
    }),
    objectDeskOf(editor).store.subscribe((state) => view.hide(state.hidden)),
    zoom.store.subscribe(({ scale, x, y }) => {
      sheet.style.transform =
        scale === 1 ? '' : `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
      host.dataset['zoomed'] = String(scale > 1);
      view.lookAt(scale);
    }),
  ];

  const history = (wanted: 'undo' | 'redo') => {
    if (!inHand.isDown() && !eraser.isDown()) editor[wanted]();
  };

  const keys = listenToKeys({
    host,
    cursor,
    hand: () => inHand,
    zoom,
    command: (key, place) => {
      if (runObjectShortcut(objectDeskOf(editor), key, place)) return true;
      if (key !== '?') return runShortcut({ editor, desk, zoom, place }, key);
      parts.onHelp();
      return true;
    },
    onPen: parts.onKeyboardPen,
  });
  const stopPointers = listenToPointers({
    frame: host,
    page: view.content,
    hand,
    arbiter,
    zoom,
    pans: keys.pans,
    onTap: (wanted) => {
      history(wanted);
      parts.onTap(wanted);
    },
    onTouchIgnored: parts.onTouchIgnored,
  });

  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener(
    'keydown',
    (event) => {
      const wanted = historyCommand(event);
      if (wanted === null || isElsewhere(event.target)) return;
      event.preventDefault();
      history(wanted);
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') finish();
    },
    { signal },
  );
  window.addEventListener('pagehide', finish, { signal });

  return {
    bench,
    /** What is done with ink that the lasso holds. */
    act(what: LassoAct) {
      if (id === 'lasso') (inHand as LassoInHand).act(what);
    },
    free() {
      finish();
      inHand.putAway();
      eraser.putAway();
      ending.abort();
      stopPointers();
      keys.stop();
      for (const stop of stops) stop();
      view.destroy();
    },
  };
}

export type MountedCanvas = ReturnType<typeof mountCanvas>;
