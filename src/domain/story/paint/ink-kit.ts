import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '../limits.ts';
import { createGrain, GRAIN_PX } from './strokes/grain.ts';
import type { Grain, InkSurface } from './strokes/ink-surface.ts';

/** A surface that grain can be made on; contexts of canvases are. */
export interface KitSurface extends InkSurface {
  createImageData(width: number, height: number): { readonly data: Uint8ClampedArray };
  putImageData(pixels: never, x: number, y: number): void;
  createPattern(sheet: never, repetition: 'repeat' | 'no-repeat'): unknown;
  drawImage(sheet: never, x: number, y: number, width: number, height: number): void;
  drawImage(
    sheet: never,
    fromX: number,
    fromY: number,
    fromWidth: number,
    fromHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
}

/** A part of the page, in its px. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const WHOLE_PAGE: Extent = { left: 0, top: 0, right: PAGE_WIDTH_PX, bottom: PAGE_HEIGHT_PX };

/** @returns the context of a new, clear canvas of that size */
export type CreateSurface = (widthPx: number, heightPx: number) => KitSurface;

/** What painting needs beside the surface it paints on. One per engine; it remembers its tiles. */
export interface InkKit {
  readonly grain: Grain;
  /**
   * A clear surface as large as this one, in page px. It is the same one at every call.
   * @param extent nothing is painted outside of it: what is small costs little
   */
  scratch(like: InkSurface, extent?: Extent): KitSurface;
  /** Lays what was painted on the scratch surface over this one, in the place it was painted. */
  lay(surface: InkSurface, scratch: InkSurface): void;
  /** Gives the pixels of the scratch surface back. */
  free(): void;
}

export function toPagePx(surface: InkSurface): void {
  const { width, height } = surface.canvas;
  surface.setTransform(width / PAGE_WIDTH_PX, 0, 0, height / PAGE_HEIGHT_PX, 0, 0);
}

/** The pixels of a part of the page on a surface, whole ones. */
function pixelsOf({ canvas }: InkSurface, { left, top, right, bottom }: Extent) {
  const [across, down] = [canvas.width / PAGE_WIDTH_PX, canvas.height / PAGE_HEIGHT_PX];
  const x = Math.max(0, Math.floor(left * across) - 1);
  const y = Math.max(0, Math.floor(top * down) - 1);
  return {
    x,
    y,
    width: Math.max(0, Math.min(canvas.width, Math.ceil(right * across) + 1) - x),
    height: Math.max(0, Math.min(canvas.height, Math.ceil(bottom * down) + 1) - y),
  };
}

export function createInkKit(createSurface: CreateSurface): InkKit {
  let kept: KitSurface | null = null;
  let patterns: KitSurface | null = null;
  let used = WHOLE_PAGE;
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
    scratch(like, extent = WHOLE_PAGE) {
      const { width, height } = like.canvas;
      if (kept === null || kept.canvas.width !== width || kept.canvas.height !== height) {
        kept = createSurface(width, height);
      } else {
        kept.setTransform(1, 0, 0, 1, 0, 0);
        const { x, y, ...size } = pixelsOf(kept, used);
        kept.clearRect(x, y, size.width, size.height);
      }
      used = extent;
      kept.globalAlpha = 1;
      kept.globalCompositeOperation = 'source-over';
      toPagePx(kept);
      return kept;
    },
    lay(surface, scratch) {
      surface.save();
      surface.setTransform(1, 0, 0, 1, 0, 0);
      const { x, y, width, height } = pixelsOf(scratch, scratch === kept ? used : WHOLE_PAGE);
      if (width > 0 && height > 0) {
        const sheet = scratch.canvas as never;
        (surface as KitSurface).drawImage(sheet, x, y, width, height, x, y, width, height);
      }
      surface.restore();
    },
    free() {
      if (kept) kept.canvas.width = 0;
      kept = null;
    },
  };
}
