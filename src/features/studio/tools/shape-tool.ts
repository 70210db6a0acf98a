import type { Shape, ShapeStep } from '@domain/story/event.ts';
import { QUARTERS_PER_PX, quarterX, quarterY, toPx } from '@domain/story/limits.ts';
import type { Sample, SessionMaker } from './session.ts';

/** A figure smaller than this both ways was a tap: it gets a size of its own, px. */
const TAP_PX = 10;
const TAP_FIGURE_PX = 160;
/** Lines and arrows snap to every fifteen degrees. */
const ANGLE = Math.PI / 12;

type Corner = Pick<ShapeStep, 'x1' | 'y1'>;

function evenAngle(first: Sample, { x1, y1 }: Corner): Corner {
  const [dx, dy] = [x1 - first.x, y1 - first.y];
  const length = Math.hypot(dx, dy);
  const angle = Math.round(Math.atan2(dy, dx) / ANGLE) * ANGLE;
  return {
    x1: quarterX((first.x + Math.cos(angle) * length) / QUARTERS_PER_PX),
    y1: quarterY((first.y + Math.sin(angle) * length) / QUARTERS_PER_PX),
  };
}

function evenSides(first: Sample, { x1, y1 }: Corner): Corner {
  const [dx, dy] = [x1 - first.x, y1 - first.y];
  const side = Math.max(Math.abs(dx), Math.abs(dy));
  return {
    x1: quarterX((first.x + (dx < 0 ? -side : side)) / QUARTERS_PER_PX),
    y1: quarterY((first.y + (dy < 0 ? -side : side)) / QUARTERS_PER_PX),
  };
}

function ofOwnSize(shape: Shape, { x, y }: Sample): Pick<ShapeStep, 'x0' | 'y0' | 'x1' | 'y1'> {
  const half = TAP_FIGURE_PX / 2;
  const [cx, cy] = [toPx(x), toPx(y)];
  const flat = shape === 'line' || shape === 'arrow';
  return {
    x0: quarterX(cx - half),
    y0: quarterY(flat ? cy : cy - half),
    x1: quarterX(cx + half),
    y1: quarterY(flat ? cy : cy + half),
  };
}

/** A figure between where the pen went down and where it is; a tap sets one of middling size. */
export function shapeTool(shape: Shape): SessionMaker {
  const straight = shape === 'line' || shape === 'arrow';
  return ({ colour, size, opacity, layer, symmetry, filled }, first) => {
    let corner: Corner = { x1: first.x, y1: first.y };
    const step = (): ShapeStep => ({
      kind: 'shape',
      shape,
      x0: first.x,
      y0: first.y,
      ...corner,
      colour,
      fillColour: filled && !straight ? colour : null,
      size,
      opacity,
      layer,
      symmetry,
    });
    return {
      add({ x, y }, regular) {
        corner = { x1: x, y1: y };
        if (regular) corner = straight ? evenAngle(first, corner) : evenSides(first, corner);
        return true;
      },
      live: step,
      finish() {
        const reach = Math.max(Math.abs(corner.x1 - first.x), Math.abs(corner.y1 - first.y));
        if (reach >= TAP_PX * QUARTERS_PER_PX) return step();
        return { ...step(), ...ofOwnSize(shape, first) };
      },
    };
  };
}
