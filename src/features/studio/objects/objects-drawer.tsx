import {
  Brush,
  Image as Scene,
  type LucideIcon,
  MessageCircle,
  MousePointer2,
  Redo2,
  Stamp,
  Undo2,
} from 'lucide-react';
import { redoTarget, undoTarget } from '@domain/story/story.ts';
import type { Key } from '@i18n/keys.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';
import { BackgroundPanel } from './background-panel.tsx';
import type { ObjectDesk, ObjectPanel } from './object-desk.ts';
import { SelectionActs } from './selection-acts.tsx';
import { StampPanel } from './stamp-panel.tsx';
import { TextPanel } from './text-panel.tsx';
import { objectDeskOf, useDesk } from './use-object-desk.ts';
import './objects-drawer.css';

const PANELS: readonly { panel: ObjectPanel; name: Key; Icon: LucideIcon }[] = [
  { panel: 'stamps', name: 'objects.stamps', Icon: Stamp },
  { panel: 'text', name: 'objects.text', Icon: MessageCircle },
  { panel: 'backgrounds', name: 'objects.backgrounds', Icon: Scene },
  { panel: 'select', name: 'objects.select', Icon: MousePointer2 },
];

/** The ways from the pens to what is set down on the page. */
export function ObjectButtons({ desk }: { desk: ObjectDesk }) {
  const { t } = useLanguage();
  const open = useDesk(desk, (state) => state.panel);
  return (
    <div className="objects-ways" role="group" aria-label={t('objects.panels')}>
      {PANELS.map(({ panel, name, Icon }) => (
        <button
          key={panel}
          type="button"
          className="studio-tool"
          aria-pressed={open === panel}
          onClick={() => desk.openPanel(panel)}
        >
          <Icon aria-hidden="true" />
          <span>{t(name)}</span>
        </button>
      ))}
    </div>
  );
}

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
  return (
    <section className="objects-drawer" aria-label={t('objects.title')}>
      <Back editor={editor} desk={desk} />
      <ObjectButtons desk={desk} />
      <SelectionActs editor={editor} desk={desk} />
      {panel === 'stamps' ? <StampPanel desk={desk} /> : null}
      {panel === 'text' ? <TextPanel desk={desk} /> : null}
      {panel === 'backgrounds' ? <BackgroundPanel editor={editor} desk={desk} /> : null}
    </section>
  );
}
