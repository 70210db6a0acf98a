import { useEffect, useState } from 'react';
import { pageLook } from '@domain/story/picture.ts';
import { pagesInOrder, type Story } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { ReaderPage } from '@ui/story-reader.tsx';
import { createPagePainter } from '../export/page-painter.ts';

const WIDTH_PX = 1280;

/** The story's pages for a reader, drawn one after the other from the first; null until then. */
export function useDrawnPages(story: Story): readonly ReaderPage[] {
  const { t } = useLanguage();
  const [drawn, setDrawn] = useState<readonly string[]>([]);

  useEffect(() => {
    const painter = createPagePainter();
    const urls: string[] = [];
    let left = false;
    const paint = async () => {
      for (const page of pagesInOrder(story)) {
        const blob = await painter.paint(pageLook(page), WIDTH_PX, 'image/webp');
        if (left) return;
        urls.push(URL.createObjectURL(blob));
        setDrawn([...urls]);
      }
    };
    void paint();
    return () => {
      left = true;
      painter.close();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [story]);

  return pagesInOrder(story).map(({ alt, caption }, index) => ({
    src: drawn[index] ?? null,
    alt: alt === '' ? t('studio.page.alt', { page: index + 1 }) : alt,
    caption,
  }));
}
