import { Button } from '@mantine/core';
import { ArrowLeft, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { pagesInOrder } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import type { ExtraProps } from '../extra.ts';
import { PageThumb } from '../page-thumb.tsx';
import { useEditor } from '../use-editor.ts';
import { OrderUndo } from './order-undo.tsx';
import { moveByKey, PageButtons, usePageActs } from './page-acts.tsx';
import { PageProgress } from './page-progress.tsx';
import { AltField, CaptionField, TitleField } from './page-texts.tsx';
import { useReorder } from './use-reorder.ts';
import './overview.css';

const THUMB_WIDTH_PX = 480;

/** The whole story at once, over the whole glass: to plan it, tell it, and put it in order. */
export function Overview({ editor, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const story = useEditor(editor, (state) => state.story);
  const [word, setWord] = useState('');
  const acts = usePageActs(editor, setWord);
  const pages = pagesInOrder(story);
  const { list, carrying, styleOf, isCarried } = useReorder((from, to) => {
    const carried = pages[from];
    if (carried) acts.place(carried.id, to);
  });

  return (
    <Dialog title={t('storyboard.overview.title')} wide onClose={onClose}>
      <div className="overview-head">
        <Button
          variant="default"
          leftSection={<ArrowLeft size={20} aria-hidden="true" />}
          onClick={onClose}
        >
          {t('storyboard.overview.back')}
        </Button>
        <TitleField editor={editor} />
        <PageProgress editor={editor} />
      </div>
      <p className="overview-hint">{t('storyboard.overview.hint')}</p>
      <div className="overview-word">
        <OrderUndo editor={editor} />
        <p role="status">{word}</p>
      </div>
      <ol ref={list} className="overview" data-carrying={carrying}>
        {pages.map((page, index) => (
          <li key={page.id} data-card data-carried={isCarried(index)} style={styleOf(index)}>
            <button
              type="button"
              className="overview-page"
              aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
              onClick={() => {
                editor.selectPage(page.id);
                onClose();
              }}
              onKeyDown={(event) => {
                const by = moveByKey(event);
                if (by === undefined) return;
                event.preventDefault();
                acts.place(page.id, index + by);
              }}
            >
              <PageThumb page={page} widthPx={THUMB_WIDTH_PX} />
              <span>
                <Pencil aria-hidden="true" />
                {t('storyboard.overview.draw', { page: index + 1 })}
              </span>
            </button>
            <CaptionField editor={editor} pageId={page.id} page={index + 1} />
            <AltField editor={editor} pageId={page.id} page={index + 1} />
            <PageButtons editor={editor} pageId={page.id} acts={acts} />
          </li>
        ))}
        <li className="overview-add">
          <button
            type="button"
            className="studio-page studio-page-add"
            aria-disabled={pages.length >= editor.limits.maxPages}
            onClick={acts.add}
          >
            <Plus aria-hidden="true" />
            <span>{t('studio.page.add')}</span>
          </button>
        </li>
      </ol>
    </Dialog>
  );
}
