import { useEffect, useRef } from 'react';
import type { StoryPage } from '@domain/story/story.ts';
import { type CommittedRaster, createCommittedRaster } from './engine/committed-raster.ts';

const WIDTH_PX = 192;
/** Rest after a change, so that nothing is painted here while the next stroke begins. */
const REST_MS = 150;

/** A page in small; painted on from what it already shows. */
export function PageThumb({ page, widthPx = WIDTH_PX }: { page: StoryPage; widthPx?: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const raster = useRef<CommittedRaster | null>(null);

  useEffect(() => {
    const made = createCommittedRaster(widthPx, (widthPx * 3) / 4);
    raster.current = made;
    place.current?.append(made.canvas);
    return () => {
      made.canvas.remove();
      made.free();
      raster.current = null;
    };
  }, [widthPx]);

  useEffect(() => {
    const timer = setTimeout(() => raster.current?.show(page.done), REST_MS);
    return () => clearTimeout(timer);
  }, [page.done, widthPx]);

  return <span ref={place} className="studio-thumb" aria-hidden="true" />;
}
