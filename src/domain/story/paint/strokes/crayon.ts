import { toPx } from '../../limits.ts';
import type { Brush } from './ink-surface.ts';
import { noiseAt } from './noise.ts';
import { joined, traceRibbon } from './ribbon.ts';
import { createWalk, type Step, weight } from './walk.ts';

/** Wax on rough paper: teeth take it, hollows stay white; the edge is where the stick crumbles. */
export const crayon: Brush = {
  live: 'grows',
  ground: 'shared',
  cover: 1,
  begin(surface, { colour, size, seed }, grain) {
    const width = toPx(size);
    const walk = createWalk(Math.max(1.5, width / 7));
    let before: Step | null = null;
    const radius = (step: Step, share: number, rough: number) =>
      (width / 2) *
      share *
      weight(step.pressure, 0.75, 1.25) *
      (1 - rough * noiseAt(seed, step.index));
    return (path, complete) => {
      const steps = walk(path, complete);
      if (steps.length === 0) return;
      const piece = joined(before, steps);
      surface.fillStyle = grain('crayon', colour);
      surface.beginPath();
      traceRibbon(surface, piece, (step) => radius(step, 1, 0.28));
      surface.fill();
      before = steps.at(-1)!;
    };
  },
};
