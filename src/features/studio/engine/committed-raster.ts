import { createInkKit } from '@domain/story/paint/ink-kit.ts';
import { createInkRaster } from '@domain/story/paint/ink-raster.ts';
import type { Surface } from '@domain/story/paint/surface.ts';
import type { PageTrail } from '@domain/story/story.ts';
import { createRest } from './at-rest.ts';

/** Steps painted ahead in one piece of rest. */
const STEPS_AT_REST = 8;

/** A canvas of a size in device pixels, and its context. */
export function createRaster(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  return { canvas, context };
}

/** Lets Safari free the pixels now instead of some time. */
export function freeRaster(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

export function createBrowserSurface(width: number, height: number): Surface {
  return createRaster(width, height).context;
}

/**
 * The ink of one page as pixels, a sheet for each layer. Adding a step costs that step; taking one back
 * replays few, because states to go back to are prepared whenever the browser rests.
 */
export function createCommittedRaster(width: number, height: number) {
  const kit = createInkKit(createBrowserSurface);
  const ink = createInkRaster({ width, height }, { createSurface: createBrowserSurface, kit });
  const preparing = createRest(() => ink.prepare(STEPS_AT_REST));

  return {
    /** One layer alone: what colour is poured into, or picked from. */
    sheetOf: ink.sheetOf,
    /** Lays all layers on a surface of the same size. */
    layOn: (surface: Surface) => ink.layOn(surface),
    /** Brings the pixels to this state; answers how many steps had to be painted. */
    show(trail: PageTrail): number {
      const painted = ink.show(trail);
      preparing.begin();
      return painted;
    },
    /** Forgets everything painted: another page, or the browser lost the pixels. */
    reset() {
      preparing.stop();
      ink.reset();
    },
    free() {
      preparing.stop();
      ink.reset();
      kit.free();
    },
  };
}

export type CommittedRaster = ReturnType<typeof createCommittedRaster>;
