import { toPx } from '../../limits.ts';
import { cssColour } from './colour.ts';
import type { Brush, InkSurface } from './ink-surface.ts';
import { noiseAt } from './noise.ts';
import { createWalk, type Step, weight } from './walk.ts';

const DROPS_PER_PUFF = 22;
const TURN = 2 * Math.PI;

/** Eight corners are round enough for a drop. */
function traceDrop(surface: InkSurface, x: number, y: number, r: number): void {
  const d = r * Math.SQRT1_2;
  surface.moveTo(x + r, y);
  surface.lineTo(x + d, y + d);
  surface.lineTo(x, y + r);
  surface.lineTo(x - d, y + d);
  surface.lineTo(x - r, y);
  surface.lineTo(x - d, y - d);
  surface.lineTo(x, y - r);
  surface.lineTo(x + d, y - d);
  surface.closePath();
}

/** Drops from a can: dense in the middle, stray ones far out. */
export const spray: Brush = {
  live: 'grows',
  ground: 'shared',
  cover: 1,
  begin(surface, { colour, size, seed }) {
    const width = toPx(size);
    const walk = createWalk(Math.max(2, width / 12));
    const drop = Math.max(0.8, Math.min(2.4, width / 60));
    const puff = ({ x, y, pressure, index }: Step) => {
      // Paths of few drops each: filling one of thousands costs the square of them.
      surface.beginPath();
      for (let i = 0; i < DROPS_PER_PUFF; i += 1) {
        const at = (index * DROPS_PER_PUFF + i) * 4;
        const angle = noiseAt(seed, at) * TURN;
        // The product of two gathers the drops around the middle.
        const out = noiseAt(seed, at + 1) * (0.35 + 0.65 * noiseAt(seed, at + 2));
        const far = (width / 2) * weight(pressure, 0.7, 1.3) * out;
        const [px, py] = [x + Math.cos(angle) * far, y + Math.sin(angle) * far];
        const r = drop * (0.45 + 0.9 * noiseAt(seed, at + 3));
        traceDrop(surface, px, py, r);
      }
      surface.fill();
    };
    return (path, complete) => {
      surface.fillStyle = cssColour(colour);
      for (const step of walk(path, complete)) puff(step);
    };
  },
};
