import { paintOver, paintUnder } from '@domain/story/paint/compose.ts';
import { createInkKit, toPagePx } from '@domain/story/paint/ink-kit.ts';
import { createInkRaster } from '@domain/story/paint/ink-raster.ts';
import type { ObjectAssets } from '@domain/story/paint/objects/object.ts';
import { wipe } from '@domain/story/paint/surface.ts';
import type { PageTrail } from '@domain/story/story.ts';
import { createRest } from './at-rest.ts';
import { createBrowserSurface, createRaster, freeRaster } from './committed-raster.ts';

const STEPS_AT_REST = 8;

/**
 * A whole page of the story as it is being drawn: paper, background, ink, panels and objects. Painted
 * while the browser rests, so that many of them hold up nobody.
 */
export function createPageRaster(width: number, height: number, assets: ObjectAssets) {
  const { canvas, context } = createRaster(width, height);
  const kit = createInkKit(createBrowserSurface);
  const ink = createInkRaster({ width, height }, { createSurface: createBrowserSurface, kit });
  const studio = { assets, createSurface: createBrowserSurface };
  let wanted: PageTrail = null;

  const compose = () => {
    const scene = ink.scene();
    wipe(context);
    toPagePx(context);
    paintUnder(context, scene, studio);
    ink.layOn(context);
    toPagePx(context);
    paintOver(context, scene, studio);
  };

  const painting = createRest(() => {
    const done = ink.approach(wanted, STEPS_AT_REST);
    if (done) compose();
    return done;
  });

  return {
    canvas,
    /** Composed anew each time, so that assets that came later show. */
    show(done: PageTrail): void {
      wanted = done;
      painting.begin();
    },
    free() {
      painting.stop();
      ink.reset();
      kit.free();
      freeRaster(canvas);
    },
  };
}

export type PageRaster = ReturnType<typeof createPageRaster>;
