import type { InkSurface } from './ink-surface.ts';
import type { Step } from './walk.ts';

const DISC_CORNERS: readonly (readonly [number, number])[] = Array.from({ length: 16 }, (_, i) => [
  Math.cos((i * Math.PI) / 8),
  Math.sin((i * Math.PI) / 8),
]);
/** Up to this radius a disc of sixteen corners cannot be told from a round one, px. */
const CORNERED_PX = 12;

/** Adds a disc to the path under construction. */
export function traceDisc(surface: InkSurface, x: number, y: number, radius: number): void {
  if (radius > CORNERED_PX) {
    surface.moveTo(x + radius, y);
    surface.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    for (const [i, [cos, sin]] of DISC_CORNERS.entries()) {
      if (i === 0) surface.moveTo(x + radius * cos, y + radius * sin);
      else surface.lineTo(x + radius * cos, y + radius * sin);
    }
  }
  surface.closePath();
}

interface Rib {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Direction to the next rib; of the last one, from the one before. */
  readonly dx: number;
  readonly dy: number;
  /** Distance to the next. */
  readonly length: number;
}

function ribsOf(steps: readonly Step[], radius: (step: Step) => number): readonly Rib[] {
  return steps.map((step, i) => {
    const [from, to] = i + 1 < steps.length ? [step, steps[i + 1]!] : [steps[i - 1] ?? step, step];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.sqrt(dx * dx + dy * dy);
    const share = length === 0 ? 0 : 1 / length;
    return { x: step.x, y: step.y, r: radius(step), dx: dx * share, dy: dy * share, length };
  });
}

/** The strip along ribs that turn gently: out along one side, back along the other. */
function traceStrip(surface: InkSurface, ribs: readonly Rib[], from: number, to: number): void {
  const normal = (i: number): readonly [number, number] => {
    const rib = ribs[i]!;
    if (i === from) return [-rib.dy * rib.r, rib.dx * rib.r];
    const before = ribs[i - 1]!;
    if (i === to) return [-before.dy * rib.r, before.dx * rib.r];
    const [dx, dy] = [before.dx + rib.dx, before.dy + rib.dy];
    const share = rib.r / Math.sqrt(dx * dx + dy * dy);
    return [-dy * share, dx * share];
  };
  for (let i = from; i <= to; i += 1) {
    const [nx, ny] = normal(i);
    if (i === from) surface.moveTo(ribs[i]!.x - nx, ribs[i]!.y - ny);
    else surface.lineTo(ribs[i]!.x - nx, ribs[i]!.y - ny);
  }
  for (let i = to; i >= from; i -= 1) {
    const [nx, ny] = normal(i);
    surface.lineTo(ribs[i]!.x + nx, ribs[i]!.y + ny);
  }
  surface.closePath();
}

/** Whether the sides of the strip would cross at this rib: its bend is tighter than the ribbon is broad. */
function bendsTightly(before: Rib, rib: Rib): boolean {
  const cos = before.dx * rib.dx + before.dy * rib.dy;
  if (cos < 0.7) return true;
  const sin = Math.abs(before.dx * rib.dy - before.dy * rib.dx);
  return sin * rib.r > 0.9 * Math.min(before.length, rib.length);
}

/**
 * Adds the area that a disc sweeps over to the path under construction. Gentle bends are strips;
 * where one is tight, and at the ends, a disc joins them. All of it winds the same way, so that no
 * part cancels another.
 */
export function traceRibbon(
  surface: InkSurface,
  steps: readonly Step[],
  radius: (step: Step) => number,
): void {
  const ribs = ribsOf(steps, radius);
  const first = ribs[0];
  if (first === undefined) return;
  traceDisc(surface, first.x, first.y, first.r);
  let from = 0;
  for (let i = 1; i < ribs.length; i += 1) {
    const rib = ribs[i]!;
    const isLast = i === ribs.length - 1;
    if (!isLast && !bendsTightly(ribs[i - 1]!, rib)) continue;
    traceStrip(surface, ribs, from, i);
    traceDisc(surface, rib.x, rib.y, rib.r);
    from = i;
  }
}

/** Steps of a growing stroke with the last one painted before, so that pieces join. */
export function joined(before: Step | null, steps: readonly Step[]): readonly Step[] {
  return before === null ? steps : [before, ...steps];
}
