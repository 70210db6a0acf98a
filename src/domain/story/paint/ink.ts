import { EVERY_LAYER, type InkStep, type LayerId } from '../event.ts';
import { paintFill } from './fill.ts';
import type { InkKit } from './ink-kit.ts';
import { paintLift } from './lift.ts';
import { paintShape } from './shape.ts';
import { paintErase, paintStroke } from './stroke.ts';
import type { InkSurface } from './strokes/ink-surface.ts';

type Painters = {
  readonly [Kind in InkStep['kind']]: (
    layer: InkSurface,
    step: Extract<InkStep, { kind: Kind }>,
    kit: InkKit,
  ) => void;
};

const PAINTERS: Painters = {
  stroke: paintStroke,
  erase: paintErase,
  fill: paintFill,
  shape: paintShape,
  lift: paintLift,
};

/** Whether a step changes the ink of a layer. */
export function touches(step: InkStep, layer: LayerId): boolean {
  return step.layer === layer || step.layer === EVERY_LAYER;
}

/** Carries out one step on the ink of a layer. The same steps on an equal surface give the same pixels. */
export function paintInk(layer: InkSurface, step: InkStep, kit: InkKit): void {
  const paint = PAINTERS[step.kind] as (on: InkSurface, what: InkStep, kit: InkKit) => void;
  paint(layer, step, kit);
}
