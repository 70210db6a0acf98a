import { paintOver, paintUnder } from '@domain/story/paint/compose.ts';
import { toPagePx } from '@domain/story/paint/ink-kit.ts';
import type { ObjectAssets } from '@domain/story/paint/objects/object.ts';
import { wipe } from '@domain/story/paint/surface.ts';
import { type PageTrail, sceneOf } from '@domain/story/story.ts';
import { createCommittedRaster, createRaster, freeRaster } from './committed-raster.ts';

/** A whole page of the story as it is being drawn: paper, background, ink, panels and objects. */
export function createPageRaster(width: number, height: number, assets: ObjectAssets) {
  const { canvas, context } = createRaster(width, height);
  const ink = createCommittedRaster(width, height);
  return {
    canvas,
    /** Painted anew around the ink each time, so that assets that came later show. */
    show(done: PageTrail): void {
      ink.show(done);
      const scene = sceneOf({ done });
      wipe(context);
      toPagePx(context);
      paintUnder(context, scene, assets);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(ink.canvas, 0, 0);
      toPagePx(context);
      paintOver(context, scene, assets);
    },
    free() {
      ink.free();
      freeRaster(canvas);
    },
  };
}

export type PageRaster = ReturnType<typeof createPageRaster>;
