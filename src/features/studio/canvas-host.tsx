import { useEffect, useRef, useState } from 'react';
import { quarterSize } from '@domain/story/limits.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from './editor-store.ts';
import { listenToKeys } from './engine/keyboard-input.ts';
import { createPageView } from './engine/page-view.ts';
import { createPen } from './engine/pen.ts';
import { listenToPointers } from './engine/pointer-input.ts';
import { ObjectsOverlay } from './objects/objects-overlay.tsx';
import { historyCommand, runShortcut } from './shortcuts.ts';
import type { StudioSession } from './studio-session.ts';
import { createPointerArbiter, type PointerArbiter } from './tools/pointer-arbiter.ts';
import { TOOL_SET } from './tools/tool-set.ts';
import { usePageNumber } from './use-editor.ts';

function penSettings(editor: Editor, erasing: boolean) {
  const { tool, sizes, colour, pageId } = editor.store.getState();
  const kind = TOOL_SET[erasing ? 'eraser' : tool];
  const step = sizes[erasing ? 'eraser' : tool];
  return { begin: kind.begin, settings: { pageId, colour, size: quarterSize(kind.sizes[step]) } };
}

/** Everything that draws, tied together for as long as the host element lives. */
function mountCanvas({
  host,
  paper,
  cursor,
  editor,
  session,
  arbiter,
  onHelp,
  onTouchIgnored,
  onKeyboardPen,
}: {
  host: HTMLElement;
  paper: HTMLDivElement;
  cursor: HTMLElement;
  editor: Editor;
  session: StudioSession;
  arbiter: PointerArbiter;
  onHelp: () => void;
  onTouchIgnored: () => void;
  onKeyboardPen: (down: boolean) => void;
}): () => void {
  const view = createPageView(paper);
  const pen = createPen({
    settings: (erasing) => penSettings(editor, erasing),
    paint: view.paintLive,
    clear: view.clearLive,
    draw: (change) => editor.put(change),
    keep: session.keepLive,
    dropKept: session.dropLive,
    onDown: session.penIsDown,
  });

  let { pageId } = editor.store.getState();
  const show = (another: boolean) => {
    const { story } = editor.store.getState();
    view.show(story.pages.get(pageId)?.done ?? null, another);
  };
  show(true);
  const unsubscribe = editor.store.subscribe((state, before) => {
    if (state.story === before.story && state.pageId === before.pageId) return;
    const another = state.pageId !== pageId;
    if (another) pen.finish();
    pageId = state.pageId;
    show(another);
  });

  const command = (key: string) => {
    if (key !== '?') return runShortcut(editor, key);
    onHelp();
    return true;
  };
  const stopPointers = listenToPointers(view.content, pen, arbiter, onTouchIgnored);
  const stopKeys = listenToKeys(host, cursor, pen, command, onKeyboardPen);

  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener(
    'keydown',
    (event) => {
      const wanted = historyCommand(event);
      if (wanted === null || pen.down()) return;
      // Text fields undo their own typing; a dialog is not the page.
      if (
        event.target instanceof Element &&
        event.target.closest('textarea, input[type="text"], dialog')
      ) {
        return;
      }
      event.preventDefault();
      editor[wanted]();
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') pen.finish();
    },
    { signal },
  );
  window.addEventListener('pagehide', () => pen.finish(), { signal });

  return () => {
    pen.finish();
    ending.abort();
    stopPointers();
    stopKeys();
    unsubscribe();
    view.destroy();
  };
}

/** The paper. React gives it a place; what happens on it happens without React. */
export function CanvasHost({
  editor,
  session,
  onHelp,
}: {
  editor: Editor;
  session: StudioSession;
  onHelp: () => void;
}) {
  const { t } = useLanguage();
  const page = usePageNumber(editor);
  const host = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const [arbiter] = useState(createPointerArbiter);
  const [touchIgnored, setTouchIgnored] = useState(false);
  const [keyboardPen, setKeyboardPen] = useState<boolean | null>(null);
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });

  useEffect(() => {
    if (!host.current || !paper.current || !cursor.current) return;
    return mountCanvas({
      host: host.current,
      paper: paper.current,
      cursor: cursor.current,
      editor,
      session,
      arbiter,
      onHelp: () => help.current(),
      onTouchIgnored: () => setTouchIgnored(true),
      onKeyboardPen: setKeyboardPen,
    });
  }, [editor, session, arbiter]);

  return (
    <>
      {/* An application takes keys, whatever the rule's list of roles says. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={host}
        id="studio-canvas"
        className="studio-paper"
        role="application"
        tabIndex={0}
        aria-label={t('studio.canvas.label', { page })}
      >
        <div ref={paper} className="studio-ink" />
        <div ref={cursor} className="studio-cursor" hidden />
        <ObjectsOverlay editor={editor} />
      </div>
      <p className="studio-spoken" role="status">
        {keyboardPen === null
          ? ''
          : t(keyboardPen ? 'studio.canvas.penDown' : 'studio.canvas.penUp')}
      </p>
      {touchIgnored ? (
        <p className="studio-notice" role="status">
          <span>{t('studio.penOnly')}</span>
          <button
            type="button"
            className="studio-button"
            onClick={() => {
              arbiter.allowTouch();
              setTouchIgnored(false);
            }}
          >
            {t('studio.touchToo')}
          </button>
        </p>
      ) : null}
    </>
  );
}
