import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { StoryReader } from '@ui/story-reader.tsx';
import type { ExtraProps } from '../extra.ts';
import { useDrawnPages } from './use-drawn-pages.ts';
import './preview-dialog.css';

/** The story as its readers will see it: a book with pages to turn. */
export function PreviewDialog({ editor, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const [story] = useState(() => {
    editor.leaveText();
    return editor.store.getState().story;
  });
  const [first] = useState(() => story.order.indexOf(editor.store.getState().pageId));
  const [at, setAt] = useState(Math.max(0, first));
  const pages = useDrawnPages(story);
  const title = story.title === '' ? t('storyboard.preview.untitled') : story.title;
  return (
    <Dialog title={title} wide onClose={onClose}>
      <div className="preview">
        <StoryReader
          pages={pages}
          label={t('storyboard.preview.label', { title })}
          captions="beside"
          wideKeys
          at={at}
          onPage={setAt}
        />
        <Button onClick={onClose}>{t('storyboard.overview.back')}</Button>
      </div>
    </Dialog>
  );
}
