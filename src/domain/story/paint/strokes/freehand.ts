import { getStroke } from 'perfect-freehand';
import type { StrokeMark } from '../../event.ts';
import { toPx } from '../../limits.ts';
import { cssColour } from './colour.ts';
import type { Brush } from './ink-surface.ts';

export const PRESSURE_UNKNOWN = 128;

// Sixteenths of a px are finer than a raster shows, and hide the last bits in which engines' sine and
// cosine differ.
const OUTLINE_GRAIN = 16;

interface Hair {
  /** How much the weight of the hand changes the width, 0 to 1. */
  readonly thinning: number;
  readonly streamline: number;
  /** Width by weight, both 0 to 1. */
  readonly spread: (weight: number) => number;
  /** Length of the pointed ends in widths. */
  readonly taper: number;
}

function outline(
  mark: StrokeMark,
  { thinning, streamline, spread, taper }: Hair,
  ends: { readonly start: boolean; readonly end: boolean },
) {
  const points = mark.x.map((x, i) => [toPx(x), toPx(mark.y[i]!), mark.pressure[i]! / 255]);
  const size = toPx(mark.size);
  const pointed = size * (mark.x.length < 3 ? 0 : taper);
  return getStroke(points, {
    size,
    thinning,
    smoothing: 0.5,
    streamline,
    easing: spread,
    simulatePressure: mark.pressure.every((pressure) => pressure === PRESSURE_UNKNOWN),
    last: ends.end,
    start: { taper: ends.start ? pointed : 0 },
    end: { taper: ends.end ? pointed : 0 },
  }).map(
    ([x, y]) =>
      [
        Math.round(x * OUTLINE_GRAIN) / OUTLINE_GRAIN,
        Math.round(y * OUTLINE_GRAIN) / OUTLINE_GRAIN,
      ] as const,
  );
}

/** A brush whose hairs spread under the hand. */
function hairBrush(hair: Hair): Brush {
  return {
    live: 'anew',
    ground: 'shared',
    cover: 1,
    begin:
      (surface, { colour }) =>
      (mark, complete, cut = false) => {
        const edge = outline(mark, hair, { start: !cut, end: complete });
        const first = edge[0];
        if (first === undefined) return;
        surface.fillStyle = cssColour(colour);
        surface.beginPath();
        surface.moveTo(first[0], first[1]);
        for (const [i, [x, y]] of edge.entries()) {
          const [nextX, nextY] = edge[(i + 1) % edge.length]!;
          surface.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
        }
        surface.closePath();
        surface.fill();
      },
  };
}

export const roundBrush = hairBrush({ thinning: 0.5, streamline: 0.3, spread: (t) => t, taper: 0 });
/** Hair-thin at a touch and at both ends, full where it is pressed. */
export const inkBrush = hairBrush({
  thinning: 0.96,
  streamline: 0.45,
  spread: (t) => 0.02 + t * t,
  taper: 1.6,
});
