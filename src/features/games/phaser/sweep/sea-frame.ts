import { FIELD } from '@domain/games/sweep/sweep.ts';

export type Point = { readonly x: number; readonly y: number };

export type SeaFrame = ReturnType<typeof seaFrame>;

/**
 * Where the field of 960 × 540 lies on a screen. On a wide one the current comes from the right;
 * on a tall one the field stands on end and the current comes from above, so that a phone shows
 * all of it.
 */
export function seaFrame({ width, height }: { readonly width: number; readonly height: number }) {
  const tall = height > width * 1.1;
  const [along, across] = tall ? [height, width] : [width, height];
  const scale = Math.sqrt((along * across) / (960 * 540));
  return {
    tall,
    /** For the size of what is drawn. */
    scale: Math.min(1.5, Math.max(0.62, scale)),
    toScreen: ({ x, y }: Point): Point => {
      const a = (x / FIELD.width) * along;
      const b = (y / FIELD.height) * across;
      return tall ? { x: b, y: along - a } : { x: a, y: b };
    },
    /** The way across the field that looks like this way across the screen. */
    toField: ({ x, y }: Point): Point => (tall ? { x: -y, y: x } : { x, y }),
  };
}
