import { toPx } from '../../limits.ts';
import { cssColour } from './colour.ts';
import type { Brush, InkSurface } from './ink-surface.ts';
import { createWalk, type Step } from './walk.ts';

const BANDS = [0xe5342b, 0xf58220, 0xffd21f, 0x4caf50, 0x29a9e0, 0x2b5fb4, 0x8a4fb0] as const;
/** How slowly the bands follow a turn of the hand: 0 at once, 1 never. */
const INERTIA = 0.7;
/** Neighbours lie over each other by so much, so that no white shines through between, px. */
const LAP_PX = 0.7;

function turned(before: Step | null, step: Step): Step {
  if (before === null) return step;
  const dx = before.dx * INERTIA + step.dx * (1 - INERTIA);
  const dy = before.dy * INERTIA + step.dy * (1 - INERTIA);
  const length = Math.sqrt(dx * dx + dy * dy);
  return length < 0.05 ? step : { ...step, dx: dx / length, dy: dy / length };
}

function paintDot(surface: InkSurface, { x, y }: Step, width: number): void {
  for (const [i, colour] of BANDS.entries()) {
    surface.fillStyle = cssColour(colour);
    surface.beginPath();
    surface.arc(x, y, (width / 2) * (1 - i / BANDS.length), 0, 2 * Math.PI);
    surface.fill();
  }
}

function paintPiece(surface: InkSurface, from: Step, to: Step, width: number): void {
  const band = width / BANDS.length;
  const [fx, fy] = [from.x - from.dx * LAP_PX, from.y - from.dy * LAP_PX];
  for (const [i, colour] of BANDS.entries()) {
    const near = i * band - width / 2;
    const far = near + band + (i === BANDS.length - 1 ? 0 : LAP_PX);
    surface.fillStyle = cssColour(colour);
    surface.beginPath();
    surface.moveTo(fx - from.dy * near, fy + from.dx * near);
    surface.lineTo(fx - from.dy * far, fy + from.dx * far);
    surface.lineTo(to.x - to.dy * far, to.y + to.dx * far);
    surface.lineTo(to.x - to.dy * near, to.y + to.dx * near);
    surface.closePath();
    surface.fill();
  }
}

/** Seven bands side by side; the colour in hand does not matter. A tap leaves a ring of them. */
export const rainbow: Brush = {
  live: 'grows',
  ground: 'shared',
  cover: 1,
  begin(surface, { size }) {
    const width = toPx(size);
    const walk = createWalk(Math.max(3, width / 15));
    let before: Step | null = null;
    return (path, complete) => {
      for (const raw of walk(path, complete)) {
        const step = turned(before, raw);
        if (before) paintPiece(surface, before, step, width);
        before = step;
      }
      if (complete && before?.index === 0) paintDot(surface, before, width);
    };
  },
};
