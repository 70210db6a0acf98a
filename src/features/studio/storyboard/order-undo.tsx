import { RotateCcw } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';

/** The newest change of the pages, offered back until something else happens to them. */
export function OrderUndo({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const change = useEditor(editor, (state) => state.orderChange);
  return (
    <div className="studio-removed" role="status">
      {change === null ? null : (
        <>
          {change.what === 'removed' ? (
            <span>{t('studio.page.removed', { page: change.page })}</span>
          ) : null}
          <button type="button" className="studio-button" onClick={() => editor.undoOrder()}>
            <RotateCcw aria-hidden="true" />
            <span>
              {change.what === 'removed'
                ? t('studio.page.restore', { page: change.page })
                : t(`storyboard.undo.${change.what}`, { page: change.page })}
            </span>
          </button>
        </>
      )}
    </div>
  );
}
