import { toPx } from '../../limits.ts';
import { blend, cssColour } from './colour.ts';
import type { Brush, InkSurface } from './ink-surface.ts';
import { createWalk, type Step } from './walk.ts';

const FOAM = 0xffffff;
const DEPTH = 0x06305a;
/** Share of the slope of the stroke that a breaker takes on. */
const LEAN = 0.35;

/** One breaker, drawn from its foot to its curl; x ahead and y down, in heights of the wave. */
function breaker(surface: InkSurface): void {
  surface.moveTo(-0.72, 0.5);
  surface.bezierCurveTo(-0.4, 0.3, -0.34, -0.46, 0.12, -0.5);
  surface.bezierCurveTo(0.44, -0.52, 0.62, -0.24, 0.5, -0.02);
  surface.bezierCurveTo(0.44, 0.1, 0.26, 0.08, 0.24, -0.06);
}

/** Lines of water that run up inside it. */
function swell(surface: InkSurface, reach: number): void {
  surface.moveTo(-0.72 + reach * 0.62, 0.5);
  surface.bezierCurveTo(
    -0.3 + reach * 0.3,
    0.3,
    -0.28 + reach * 0.3,
    -0.3 + reach * 0.34,
    0.1 + reach * 0.06,
    -0.34 + reach * 0.3,
  );
}

function paintBreaker(surface: InkSurface, step: Step, height: number, colour: number): void {
  const { x, y, dx, dy } = step;
  // They roll the way the hand goes and tilt a little with it, but the sea stays below.
  const side = dx < 0 ? -1 : 1;
  const tilt = dy * LEAN * height;
  surface.save();
  surface.transform(side * height, tilt, -tilt * side, height, x, y);
  surface.lineCap = 'round';
  surface.lineJoin = 'round';
  surface.fillStyle = cssColour(colour);
  surface.beginPath();
  breaker(surface);
  surface.bezierCurveTo(0.1, 0.3, 0.4, 0.46, 0.78, 0.5);
  surface.closePath();
  surface.fill();
  surface.strokeStyle = cssColour(blend(colour, DEPTH, 0.45));
  surface.lineWidth = 0.035;
  surface.beginPath();
  swell(surface, 0.62);
  surface.stroke();
  surface.strokeStyle = cssColour(blend(colour, FOAM, 0.55));
  surface.lineWidth = 0.06;
  surface.beginPath();
  swell(surface, 0.3);
  surface.stroke();
  surface.strokeStyle = cssColour(blend(colour, FOAM, 0.93));
  surface.lineWidth = 0.1;
  surface.beginPath();
  breaker(surface);
  surface.stroke();
  surface.fillStyle = cssColour(blend(colour, FOAM, 0.93));
  surface.beginPath();
  for (const [px, py, r] of [
    [0.74, -0.3, 0.055],
    [0.66, -0.46, 0.035],
    [0.82, -0.12, 0.03],
  ] as const) {
    surface.moveTo(px + r, py);
    surface.arc(px, py, r, 0, 2 * Math.PI);
  }
  surface.fill();
  surface.restore();
}

/** A row of breakers with foam on their backs, that roll the way the hand goes. */
export const wave: Brush = {
  live: 'grows',
  ground: 'shared',
  cover: 1,
  begin(surface, { colour, size }) {
    const height = toPx(size);
    const walk = createWalk(height * 0.92);
    return (path, complete) => {
      for (const step of walk(path, complete)) paintBreaker(surface, step, height, colour);
    };
  },
};
