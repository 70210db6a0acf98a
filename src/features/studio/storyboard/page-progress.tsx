import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';

/** How many pages there are, of how many the edition asks for. */
export function PageProgress({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const pages = useEditor(editor, ({ story }) => story.order.length);
  const { minPages, maxPages } = editor.limits;
  const bounds = minPages === maxPages ? `${minPages}` : `${minPages}–${maxPages}`;
  const spoken = t('storyboard.progress.spoken', { pages, min: minPages, max: maxPages });
  return (
    <p className="page-progress" data-enough={pages >= minPages}>
      <span aria-hidden="true">{t('storyboard.progress', { pages, bounds })}</span>
      <span className="studio-spoken">{spoken}</span>
    </p>
  );
}
