import { toPx } from '../../limits.ts';
import type { Brush } from './ink-surface.ts';
import { joined, traceRibbon } from './ribbon.ts';
import { createWalk, type Step, weight } from './walk.ts';

/** A lead that gets darker and broader with the weight of the hand; the paper shows through a little. */
export const pencil: Brush = {
  live: 'grows',
  ground: 'shared',
  cover: 1,
  begin(surface, { colour, size }, grain) {
    const width = toPx(size);
    const walk = createWalk(Math.max(2.5, width / 2));
    let before: Step | null = null;
    return (path, complete) => {
      const steps = walk(path, complete);
      if (steps.length === 0) return;
      surface.fillStyle = grain('pencil', colour);
      surface.beginPath();
      traceRibbon(
        surface,
        joined(before, steps),
        (step) => (width / 2) * weight(step.pressure, 0.6, 1.4),
      );
      surface.fill();
      before = steps.at(-1)!;
    };
  },
};
