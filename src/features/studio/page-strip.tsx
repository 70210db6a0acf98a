import { ArrowLeft, ArrowRight, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { pagesInOrder } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from './editor-store.ts';
import { PageThumb } from './page-thumb.tsx';
import { useEditor, usePageNumber } from './use-editor.ts';

const MOVES: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

function RemovedPage({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const removed = useEditor(editor, (state) => state.removedPage);
  return (
    <div className="studio-removed" role="status">
      {removed === null ? null : (
        <>
          <span>{t('studio.page.removed', { page: removed.number })}</span>
          <button type="button" className="studio-button" onClick={() => editor.restorePage()}>
            <RotateCcw aria-hidden="true" />
            <span>{t('studio.page.restore', { page: removed.number })}</span>
          </button>
        </>
      )}
    </div>
  );
}

/** The pages of the story: choose, add, move, take out. */
export function PageStrip({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const story = useEditor(editor, (state) => state.story);
  const pageId = useEditor(editor, (state) => state.pageId);
  const number = usePageNumber(editor);
  const [word, setWord] = useState('');
  const pages = pagesInOrder(story);
  const { maxPages } = editor.limits;
  const isFull = pages.length >= maxPages;

  const move = (id: number, by: -1 | 1) => {
    editor.movePage(id, by);
    const { order } = editor.store.getState().story;
    setWord(t('studio.page.moved', { page: order.indexOf(id) + 1 }));
  };
  const onKeyDown = (event: KeyboardEvent, id: number) => {
    const by = event.altKey ? MOVES[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    move(id, by);
  };
  const add = () => {
    setWord(isFull ? t('studio.page.most', { most: maxPages }) : '');
    editor.addPage();
  };
  const remove = () => {
    setWord(pages.length === 1 ? t('studio.page.last') : '');
    editor.removePage(pageId);
  };

  return (
    <section className="studio-pages" aria-labelledby="studio-pages-title">
      <h2 id="studio-pages-title">{t('studio.pages')}</h2>
      <ol>
        {pages.map((page, index) => (
          <li key={page.id}>
            <button
              type="button"
              className="studio-page"
              aria-current={page.id === pageId ? 'page' : undefined}
              onClick={() => editor.selectPage(page.id)}
              onKeyDown={(event) => onKeyDown(event, page.id)}
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
            aria-disabled={isFull}
            onClick={add}
          >
            <Plus aria-hidden="true" />
            <span>{t('studio.page.add')}</span>
          </button>
        </li>
      </ol>
      <div className="studio-page-acts">
        <button
          type="button"
          className="studio-button"
          aria-disabled={number <= 1}
          onClick={() => number > 1 && move(pageId, -1)}
        >
          <ArrowLeft aria-hidden="true" />
          <span>{t('studio.page.earlier')}</span>
        </button>
        <button
          type="button"
          className="studio-button"
          aria-disabled={number >= pages.length}
          onClick={() => number < pages.length && move(pageId, 1)}
        >
          <ArrowRight aria-hidden="true" />
          <span>{t('studio.page.later')}</span>
        </button>
        <button
          type="button"
          className="studio-button"
          aria-disabled={pages.length === 1}
          onClick={remove}
        >
          <Trash2 aria-hidden="true" />
          <span>{t('studio.page.remove')}</span>
        </button>
      </div>
      <RemovedPage editor={editor} />
      <p className="studio-word" role="status">
        {word}
      </p>
    </section>
  );
}
