import { useEffect, useRef } from 'react';
import { sceneOf, type StoryPage } from '@domain/story/story.ts';
import { gatherAssets, onAssets, storyAssets } from '@platform/story-assets.ts';
import { createPageRaster, type PageRaster } from './engine/page-raster.ts';

const WIDTH_PX = 192;
/** Rest after a change, so that nothing is painted here while the next stroke begins. */
const REST_MS = 150;

/** A page in small; painted on from what it already shows. */
export function PageThumb({ page, widthPx = WIDTH_PX }: { page: StoryPage; widthPx?: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const raster = useRef<PageRaster | null>(null);

  useEffect(() => {
    const made = createPageRaster(widthPx, (widthPx * 3) / 4, storyAssets);
    raster.current = made;
    place.current?.append(made.canvas);
    return () => {
      made.canvas.remove();
      made.free();
      raster.current = null;
    };
  }, [widthPx]);

  useEffect(() => {
    const show = () => raster.current?.show(page.done);
    const timer = setTimeout(show, REST_MS);
    void gatherAssets([sceneOf(page)]);
    const unsubscribe = onAssets(show);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [page, widthPx]);

  return <span ref={place} className="studio-thumb" aria-hidden="true" />;
}
