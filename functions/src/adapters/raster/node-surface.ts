import { createCanvas } from '@napi-rs/canvas';
import type { Surface } from '@domain/story/paint/surface.ts';

/** The context of a canvas of this process. */
export function createNodeSurface(widthPx: number, heightPx: number): Surface {
  return createCanvas(widthPx, heightPx).getContext('2d') as unknown as Surface;
}
