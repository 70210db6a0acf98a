import { toPx } from '../../limits.ts';
import { cssColour } from './colour.ts';
import type { Brush } from './ink-surface.ts';
import { traceLine } from './line.ts';

/** Direction of the tip's edge, and its thickness as a share of its breadth. */
const EDGE = { x: 0.8, y: -0.6, thick: 0.4 } as const;

/** A felt tip cut slantwise: broad one way, narrow the other; what lies below shines through. */
export const marker: Brush = {
  live: 'grows',
  ground: 'shared',
  cover: 0.7,
  begin(surface, { colour, size }) {
    let painted = 0;
    // Along the edge of the tip a unit is its breadth, across it its thickness: there the tip is a
    // round pen, and the engine's own stroke does the rest.
    const [x, y, thick] = [EDGE.x, EDGE.y, EDGE.thick];
    const inTip = (px: number, py: number) => [px * x + py * y, (py * x - px * y) / thick] as const;
    const tip = {
      moveTo: (px: number, py: number) => surface.moveTo(...inTip(px, py)),
      lineTo: (px: number, py: number) => surface.lineTo(...inTip(px, py)),
      quadraticCurveTo: (ax: number, ay: number, px: number, py: number) =>
        surface.quadraticCurveTo(...inTip(ax, ay), ...inTip(px, py)),
    };
    return (path) => {
      surface.save();
      surface.transform(x, y, -y * thick, x * thick, 0, 0);
      surface.strokeStyle = cssColour(colour);
      surface.lineWidth = toPx(size);
      surface.lineCap = 'round';
      surface.lineJoin = 'round';
      surface.beginPath();
      traceLine(tip, path, painted);
      surface.stroke();
      surface.restore();
      painted = path.x.length;
    };
  },
};
