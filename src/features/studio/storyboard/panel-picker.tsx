import { Button } from '@mantine/core';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { NO_PANELS, PANEL_LAYOUTS, panelsOf } from '@domain/story/paint/panels.ts';
import { sceneOf } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor, usePageNumber } from '../use-editor.ts';
import './panel-picker.css';

const LAYOUTS = [NO_PANELS, ...PANEL_LAYOUTS.map(({ id }) => id)];

function LayoutPicture({ layout }: { layout: number }) {
  return (
    <svg viewBox={`0 0 ${PAGE_WIDTH_PX} ${PAGE_HEIGHT_PX}`} aria-hidden="true">
      <rect width={PAGE_WIDTH_PX} height={PAGE_HEIGHT_PX} />
      {panelsOf(layout).map((panel) => (
        <polygon key={panel.join(' ')} points={panel.join(' ')} />
      ))}
    </svg>
  );
}

/** The open page in panels, as a comic has them; the drawing stays, and undo takes the panels back. */
export function PanelPicker({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useLanguage();
  const page = usePageNumber(editor);
  const chosen = useEditor(editor, ({ story, pageId }) => sceneOf(story.pages.get(pageId)).panels);
  const choose = (layout: number) => {
    if (layout !== chosen) editor.put({ kind: 'panels-set', layout });
    onClose();
  };
  return (
    <Dialog title={t('storyboard.panels.title', { page })} onClose={onClose}>
      <p>{t('storyboard.panels.text')}</p>
      <ul className="panel-layouts">
        {LAYOUTS.map((layout) => (
          <li key={layout}>
            <button
              type="button"
              className="panel-layout"
              aria-pressed={layout === chosen}
              onClick={() => choose(layout)}
            >
              <LayoutPicture layout={layout} />
              <span>
                {layout === NO_PANELS
                  ? t('storyboard.panels.none')
                  : t('storyboard.panels.layout', { layout, panels: panelsOf(layout).length })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
