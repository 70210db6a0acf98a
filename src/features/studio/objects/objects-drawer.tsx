import { Brush, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { redoTarget, undoTarget } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';
import { BackgroundPanel } from './background-panel.tsx';
import { ObjectButtons } from './object-buttons.tsx';
import type { ObjectDesk } from './object-desk.ts';
import { SelectionActs } from './selection-acts.tsx';
import { StampPanel } from './stamp-panel.tsx';
import { TextPanel } from './text-panel.tsx';
import { objectDeskOf, useDesk } from './use-object-desk.ts';
import { useWonBadges } from './use-won-badges.ts';
import './objects-drawer.css';

function Back({ editor, desk }: { editor: Editor; desk: ObjectDesk }) {
  const { t } = useLanguage();
  const canUndo = useEditor(editor, ({ story, pageId }) => undoTarget(story, pageId) !== undefined);
  const canRedo = useEditor(editor, ({ story, pageId }) => redoTarget(story, pageId) !== undefined);
  return (
    <div className="objects-back">
      <button type="button" className="studio-tool" onClick={() => desk.leave()}>
        <Brush aria-hidden="true" />
        <span>{t('objects.done')}</span>
      </button>
      <button
        type="button"
        className="studio-tool"
        aria-disabled={!canUndo}
        aria-label={t('objects.undo')}
        onClick={() => editor.undo()}
      >
        <Undo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        className="studio-tool"
        aria-disabled={!canRedo}
        aria-label={t('objects.redo')}
        onClick={() => editor.redo()}
      >
        <Redo2 aria-hidden="true" />
      </button>
    </div>
  );
}

/** Takes the tools' place while stamps, words and backgrounds are being set down. */
export function ObjectsDrawer({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const desk = objectDeskOf(editor);
  const panel = useDesk(desk, (state) => state.panel);
  const won = useWonBadges();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that opened it went with the tools; its twin here takes the focus.
    if (!document.activeElement?.matches('body, #studio-canvas')) return;
    drawer.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);
  return (
    <section ref={drawer} className="objects-drawer" aria-label={t('objects.title')}>
      <Back editor={editor} desk={desk} />
      <ObjectButtons desk={desk} />
      <SelectionActs editor={editor} desk={desk} />
      {panel === 'stamps' ? <StampPanel desk={desk} unlocked={won} /> : null}
      {panel === 'text' ? <TextPanel desk={desk} /> : null}
      {panel === 'backgrounds' ? <BackgroundPanel editor={editor} desk={desk} /> : null}
    </section>
  );
}
