import { ArrowLeft, ArrowRight, Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PageId } from '@domain/story/event.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Editor } from '../editor-store.ts';
import { useEditor } from '../use-editor.ts';

export type Say = (word: string) => void;

/** What can be done with whole pages; each says what it did, or kindly why it did not. */
export function usePageActs(editor: Editor, say: Say) {
  const { t } = useLanguage();
  const { maxPages } = editor.limits;
  const order = () => editor.store.getState().story.order;
  const roomForOne = () => {
    if (order().length < maxPages) return true;
    say(t('studio.page.most', { most: maxPages }));
    return false;
  };
  return {
    add: () => {
      if (!roomForOne()) return;
      editor.addPage();
      say(t('storyboard.page.added', { pages: order().length }));
    },
    copy: (id: PageId) => {
      if (!roomForOne()) return;
      const from = order().indexOf(id) + 1;
      editor.copyPage(id);
      say(t('storyboard.page.copied', { from, page: from + 1 }));
    },
    place: (id: PageId, index: number) => {
      const at = order().indexOf(id);
      if (at < 0 || index === at || index < 0 || index >= order().length) return;
      editor.placePage(id, index);
      say(t('studio.page.moved', { page: index + 1 }));
    },
    remove: (id: PageId) => {
      say(order().length === 1 ? t('studio.page.last') : '');
      editor.removePage(id);
    },
  };
}

export type PageActs = ReturnType<typeof usePageActs>;

const MOVES: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** Which way Alt and an arrow move a page; undefined for other keys. */
export function moveByKey(event: { readonly altKey: boolean; readonly key: string }) {
  return event.altKey ? MOVES[event.key] : undefined;
}

/** The buttons of one page: a place earlier or later, once more, away. */
export function PageButtons({
  editor,
  pageId,
  acts,
  children,
}: {
  editor: Editor;
  pageId: PageId;
  acts: PageActs;
  children?: ReactNode;
}) {
  const { t } = useLanguage();
  const order = useEditor(editor, (state) => state.story.order);
  const at = order.indexOf(pageId);
  return (
    <div className="page-buttons" data-still>
      <button
        type="button"
        className="studio-button"
        aria-disabled={at === 0}
        onClick={() => acts.place(pageId, at - 1)}
      >
        <ArrowLeft aria-hidden="true" />
        <span>{t('studio.page.earlier')}</span>
      </button>
      <button
        type="button"
        className="studio-button"
        aria-disabled={at === order.length - 1}
        onClick={() => acts.place(pageId, at + 1)}
      >
        <ArrowRight aria-hidden="true" />
        <span>{t('studio.page.later')}</span>
      </button>
      <button
        type="button"
        className="studio-button"
        aria-disabled={order.length >= editor.limits.maxPages}
        onClick={() => acts.copy(pageId)}
      >
        <Copy aria-hidden="true" />
        <span>{t('storyboard.page.copy')}</span>
      </button>
      <button
        type="button"
        className="studio-button"
        aria-disabled={order.length === 1}
        onClick={() => acts.remove(pageId)}
      >
        <Trash2 aria-hidden="true" />
        <span>{t('studio.page.remove')}</span>
      </button>
      {children}
    </div>
  );
}
