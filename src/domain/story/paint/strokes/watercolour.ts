import { toPx } from '../../limits.ts';
import { blend, cssColour } from './colour.ts';
import type { Brush } from './ink-surface.ts';
import { driftAt } from './noise.ts';
import { traceRibbon } from './ribbon.ts';
import { createWalk, type Step, weight } from './walk.ts';

const NIGHT = 0x0b1d30;
/** Water that runs on after the brush: reach and strength of each shore, from the outside in. */
const SHORES = [
  { reach: 1.07, alpha: 0.1 },
  { reach: 1.02, alpha: 0.26 },
  { reach: 0.97, alpha: 0.74 },
] as const;
/** The water carries colour from the middle to the edge. */
const CARRIED = [
  { reach: 0.93, alpha: 0.26 },
  { reach: 0.86, alpha: 0.2 },
  { reach: 0.72, alpha: 0.14 },
] as const;
/** Grains of colour that settle in the hollows of the paper. */
const GRAIN_ALPHA = 0.22;

/** A wash: thin colour with several soft shores, darker where it dried, grained by the paper. */
export const watercolour: Brush = {
  live: 'anew',
  ground: 'own',
  cover: 1,
  begin(surface, { colour, size, seed }, grain) {
    const width = toPx(size);
    return (path, complete) => {
      const steps = createWalk(Math.max(2, width / 9))(path, complete);
      if (steps.length === 0) return;
      const wet = (layer: number, reach: number) => (step: Step) =>
        (width / 2) *
        reach *
        weight(step.pressure, 0.7, 1.3) *
        (0.86 + 0.24 * driftAt(seed + layer * 77, step.index, 6));
      const run = (layer: number, reach: number) => {
        surface.beginPath();
        traceRibbon(surface, steps, wet(layer, reach));
        surface.fill();
      };
      surface.fillStyle = cssColour(blend(colour, NIGHT, 0.04));
      for (const [layer, { reach, alpha }] of SHORES.entries()) {
        surface.globalAlpha = alpha;
        run(layer, reach);
      }
      surface.globalCompositeOperation = 'destination-out';
      for (const [layer, { reach, alpha }] of CARRIED.entries()) {
        surface.globalAlpha = alpha;
        run(layer + 1, reach);
      }
      surface.globalAlpha = GRAIN_ALPHA;
      surface.fillStyle = grain('wash', colour);
      run(0, 1.1);
      surface.globalCompositeOperation = 'source-over';
      surface.globalAlpha = 1;
    };
  },
};
