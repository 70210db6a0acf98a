import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { CanvasActs } from './canvas-acts.tsx';
import { type MountedCanvas, mountCanvas } from './canvas-mount.ts';
import type { Editor } from './editor-store.ts';
import { createZoom } from './engine/zoom.ts';
import { LeakMarks } from './leak-marks.tsx';
import { ObjectsOverlay } from './objects/objects-overlay.tsx';
import type { StudioSession } from './studio-session.ts';
import { createPointerArbiter } from './tools/pointer-arbiter.ts';
import { toolDeskOf } from './tools/tool-desk.ts';
import { useEditor, usePageNumber } from './use-editor.ts';

const NOTICE_MS = 1_600;

/** The paper. React gives it a place; what happens on it happens without React. */
export function CanvasHost({
  editor,
  session,
  onHelp,
  onIdeas,
}: {
  editor: Editor;
  session: StudioSession;
  onHelp: () => void;
  /** Asked for by who has a blank page and no thought of what to draw. */
  onIdeas: () => void;
}) {
  const { t } = useLanguage();
  const page = usePageNumber(editor);
  const blank = useEditor(editor, ({ story, pageId }) => !story.pages.get(pageId)?.done);
  const desk = toolDeskOf(editor);
  const host = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const ink = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedCanvas>(null);
  const [arbiter] = useState(createPointerArbiter);
  const [zoom] = useState(createZoom);
  const [touchIgnored, setTouchIgnored] = useState(false);
  const [keyboardPen, setKeyboardPen] = useState<boolean | null>(null);
  const [tapped, setTapped] = useState<'undo' | 'redo' | null>(null);
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });

  useEffect(() => {
    if (!host.current || !sheet.current || !ink.current || !cursor.current) return undefined;
    const canvas = mountCanvas({
      host: host.current,
      sheet: sheet.current,
      ink: ink.current,
      cursor: cursor.current,
      editor,
      desk,
      zoom,
      session,
      arbiter,
      onHelp: () => help.current(),
      onTouchIgnored: () => setTouchIgnored(true),
      onKeyboardPen: setKeyboardPen,
      onTap: setTapped,
    });
    mounted.current = canvas;
    return () => {
      mounted.current = null;
      canvas.free();
    };
  }, [editor, desk, zoom, session, arbiter]);

  useEffect(() => {
    if (tapped === null) return undefined;
    const timer = setTimeout(() => setTapped(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [tapped]);

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
        <div ref={sheet} className="studio-sheet">
          <div ref={ink} className="studio-ink" />
          <LeakMarks desk={desk} />
          <div ref={cursor} className="studio-cursor" hidden />
          <ObjectsOverlay editor={editor} zoom={zoom} />
        </div>
        {blank ? (
          <p className="studio-invite" aria-hidden="true">
            {t('storyboard.invite')}
          </p>
        ) : null}
        {tapped ? (
          <p className="studio-tapped" aria-hidden="true">
            {t(tapped === 'undo' ? 'studio.undo' : 'studio.redo')}
          </p>
        ) : null}
      </div>
      <p className="studio-spoken" role="status">
        {keyboardPen === null
          ? ''
          : t(keyboardPen ? 'studio.canvas.penDown' : 'studio.canvas.penUp')}
      </p>
      <CanvasActs
        desk={desk}
        zoom={zoom}
        onAct={(what) => mounted.current?.act(what)}
        onIdeas={blank ? onIdeas : null}
        onCloseGaps={() => {
          editor.undo();
          desk.set({ gap: 'large', leaks: [] });
        }}
      />
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
