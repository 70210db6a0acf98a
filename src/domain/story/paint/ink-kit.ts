import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '../limits.ts';
import { createGrain, GRAIN_PX } from './strokes/grain.ts';
import type { Grain, InkSurface } from './strokes/ink-surface.ts';

/** A surface that grain can be made on; contexts of canvases are. */
export interface KitSurface extends InkSurface {
  createImageData(width: number, height: number): { readonly data: Uint8ClampedArray };
  putImageData(pixels: never, x: number, y: number): void;
  createPattern(sheet: never, repetition: 'repeat' | 'no-repeat'): unknown;
  drawImage(sheet: never, x: number, y: number, width: number, height: number): void;
}

/** @returns the context of a new, clear canvas of that size */
export type CreateSurface = (widthPx: number, heightPx: number) => KitSurface;

/** What painting needs beside the surface it paints on. One per engine; it remembers its tiles. */
export interface InkKit {
  readonly grain: Grain;
  /** A clear surface as large as this one, in page px. It is the same one at every call. */
  scratch(like: InkSurface): KitSurface;
  /** Lays what was painted on a scratch surface over this one, in the place it was painted. */
  lay(surface: InkSurface, scratch: InkSurface): void;
  /** Gives the pixels of the scratch surface back. */
  free(): void;
}

export function toPagePx(surface: InkSurface): void {
  const { width, height } = surface.canvas;
  surface.setTransform(width / PAGE_WIDTH_PX, 0, 0, height / PAGE_HEIGHT_PX, 0, 0);
}

export function createInkKit(createSurface: CreateSurface): InkKit {
  let kept: KitSurface | null = null;
  let patterns: KitSurface | null = null;
  const grain = createGrain((pixels) => {
    const tile = createSurface(GRAIN_PX, GRAIN_PX);
    const data = tile.createImageData(GRAIN_PX, GRAIN_PX);
    data.data.set(pixels);
    tile.putImageData(data as never, 0, 0);
    patterns ??= createSurface(1, 1);
    return patterns.createPattern(tile.canvas as never, 'repeat');
  });

  return {
    grain,
    scratch(like) {
      const { width, height } = like.canvas;
      if (kept === null || kept.canvas.width !== width || kept.canvas.height !== height) {
        kept = createSurface(width, height);
      } else {
        kept.setTransform(1, 0, 0, 1, 0, 0);
        kept.clearRect(0, 0, width, height);
      }
      kept.globalAlpha = 1;
      kept.globalCompositeOperation = 'source-over';
      toPagePx(kept);
      return kept;
    },
    lay(surface, scratch) {
      surface.save();
      surface.setTransform(1, 0, 0, 1, 0, 0);
      const { width, height } = scratch.canvas;
      (surface as KitSurface).drawImage(scratch.canvas as never, 0, 0, width, height);
      surface.restore();
    },
    free() {
      if (kept) kept.canvas.width = 0;
      kept = null;
    },
  };
}
