import type { LiftStep } from '../event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, type QuarterPx, toPx } from '../limits.ts';
import type { InkKit, KitSurface } from './ink-kit.ts';
import type { InkSurface } from './strokes/ink-surface.ts';

const PER_THOUSAND = 1000;

function traceOutline(surface: InkSurface, { x, y }: LiftStep['outline']): void {
  surface.beginPath();
  for (let i = 0; i < x.length; i += 1) {
    if (i === 0) surface.moveTo(toPx(x[0]!), toPx(y[0]!));
    else surface.lineTo(toPx(x[i]!), toPx(y[i]!));
  }
  surface.closePath();
}

/** The ink of a layer inside an outline, alone on the kit's scratch surface. */
export function inkInside(
  layer: InkSurface,
  outline: LiftStep['outline'],
  kit: InkKit,
): KitSurface {
  const held = kit.scratch(layer);
  held.fillStyle = '#000000';
  traceOutline(held, outline);
  held.fill();
  held.globalCompositeOperation = 'source-in';
  kit.lay(held, layer);
  held.globalCompositeOperation = 'source-over';
  return held;
}

/** Takes the ink inside an outline off a layer. */
export function cutInside(layer: InkSurface, outline: LiftStep['outline']): void {
  layer.globalCompositeOperation = 'destination-out';
  layer.fillStyle = '#000000';
  traceOutline(layer, outline);
  layer.fill();
  layer.globalCompositeOperation = 'source-over';
}

/** Takes up the ink inside the outline and sets it down where the matrix says. */
export function paintLift(layer: InkSurface, step: LiftStep, kit: InkKit): void {
  const held = inkInside(layer, step.outline, kit);
  if (!step.copy) cutInside(layer, step.outline);
  const [a, b, c, d, e, f] = step.matrix;
  layer.save();
  layer.transform(
    a / PER_THOUSAND,
    b / PER_THOUSAND,
    c / PER_THOUSAND,
    d / PER_THOUSAND,
    toPx(e as QuarterPx),
    toPx(f as QuarterPx),
  );
  layer.imageSmoothingEnabled = true;
  layer.imageSmoothingQuality = 'high';
  (layer as KitSurface).drawImage(held.canvas as never, 0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
  layer.restore();
}
