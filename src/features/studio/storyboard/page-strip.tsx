import { LayoutGrid, PanelsTopLeft, Plus } from 'lucide-react';
import { useState } from 'react';
import { pagesInOrder } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { PageThumb } from '../page-thumb.tsx';
import { useEditor } from '../use-editor.ts';
import { moveByKey, PageButtons, usePageActs } from './page-acts.tsx';
import { OrderUndo } from './order-undo.tsx';
import { PageProgress } from './page-progress.tsx';
import { useReorder } from './use-reorder.ts';

/** The pages of the story: choose, add, copy, move, take out. */
export function PageStrip({
  editor,
  onOverview,
  onPanels,
}: {
  editor: Editor;
  onOverview: () => void;
  onPanels: () => void;
}) {
  const { t } = useLanguage();
  const story = useEditor(editor, (state) => state.story);
  const pageId = useEditor(editor, (state) => state.pageId);
  const [word, setWord] = useState('');
  const acts = usePageActs(editor, setWord);
  const pages = pagesInOrder(story);
  const { list, carrying, styleOf, isCarried } = useReorder((from, to) => {
    const carried = pages[from];
    if (carried) acts.place(carried.id, to);
  });

  return (
    <section className="studio-pages" aria-labelledby="studio-pages-title">
      <div className="studio-pages-head">
        <h2 id="studio-pages-title">{t('studio.pages')}</h2>
        <PageProgress editor={editor} />
      </div>
      <ol ref={list} data-carrying={carrying}>
        {pages.map((page, index) => (
          <li key={page.id} data-card data-carried={isCarried(index)} style={styleOf(index)}>
            <button
              type="button"
              className="studio-page"
              aria-current={page.id === pageId ? 'page' : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={() => editor.selectPage(page.id)}
              onKeyDown={(event) => {
                const by = moveByKey(event);
                if (by === undefined) return;
                event.preventDefault();
                acts.place(page.id, index + by);
              }}
            >
              <PageThumb page={page} />
              <span>{t('studio.page.name', { page: index + 1 })}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            id="studio-add-page"
            className="studio-page studio-page-add"
            aria-disabled={pages.length >= editor.limits.maxPages}
            onClick={acts.add}
          >
            <Plus aria-hidden="true" />
            <span>{t('studio.page.add')}</span>
          </button>
        </li>
      </ol>
      <PageButtons editor={editor} pageId={pageId} acts={acts}>
        <button type="button" className="studio-button" onClick={onPanels}>
          <PanelsTopLeft aria-hidden="true" />
          <span>{t('storyboard.panels')}</span>
        </button>
        <button type="button" className="studio-button" onClick={onOverview}>
          <LayoutGrid aria-hidden="true" />
          <span>{t('storyboard.overview')}</span>
        </button>
      </PageButtons>
      <OrderUndo editor={editor} />
      <p className="studio-word" role="status">
        {word}
      </p>
    </section>
  );
}
