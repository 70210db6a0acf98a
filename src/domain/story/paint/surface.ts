import type { InkKit, KitSurface } from './ink-kit.ts';
import type { ObjectAssets } from './objects/object.ts';
import type { ObjectSurface } from './objects/object-surface.ts';
import type { PanelSurface } from './panels.ts';

/** The context of a canvas, in whichever engine, on which a whole page can be composed. */
export type Surface = KitSurface &
  ObjectSurface &
  PanelSurface & {
    getImageData(
      x: number,
      y: number,
      width: number,
      height: number,
    ): { readonly data: Uint8ClampedArray };
  };

/** @returns the context of a new, clear canvas of that size */
export type CreateSurface = (widthPx: number, heightPx: number) => Surface;

/** What painting pages stands on; one per engine. */
export interface Studio {
  readonly createSurface: CreateSurface;
  readonly kit: InkKit;
  readonly assets: ObjectAssets;
}

/** Clears a surface for use in its own pixels. */
export function wipe(surface: Surface): void {
  const { width, height } = surface.canvas;
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.globalAlpha = 1;
  surface.globalCompositeOperation = 'source-over';
  surface.clearRect(0, 0, width, height);
}

/** Lays one surface over another of the same size, pixel on pixel. */
export function layOver(surface: Surface, above: Surface, alpha: number): void {
  const { width, height } = surface.canvas;
  surface.save();
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.globalAlpha = alpha;
  surface.drawImage(above.canvas, 0, 0, width, height);
  surface.restore();
}

/** Lets Safari give the pixels back now instead of some time. */
export function freeSurface(surface: Surface): void {
  surface.canvas.width = 0;
  surface.canvas.height = 0;
}
