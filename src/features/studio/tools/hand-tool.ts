import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, toPx } from '@domain/story/limits.ts';
import type { Sample } from './session.ts';
import type { ToolBench, ToolInHand } from './tool.ts';

/** Pushes the page about while it is larger than the glass. A tap in place zooms in, or out again. */
export function handTool({ zoom }: ToolBench): ToolInHand {
  let from: Sample | null = null;
  let moved = false;

  const place = ({ x, y }: Sample) => ({ x: toPx(x) / PAGE_WIDTH_PX, y: toPx(y) / PAGE_HEIGHT_PX });

  return {
    down(sample) {
      from = sample;
      moved = false;
    },
    move(sample) {
      if (from === null || (sample.x === from.x && sample.y === from.y)) return;
      moved = true;
      // The page moves under the pointer, so that the place first touched stays below it.
      const [now, before] = [place(sample), place(from)];
      zoom.push(now.x - before.x, now.y - before.y);
    },
    up() {
      if (from && !moved) zoom.toggleAt(place(from));
      from = null;
    },
    cancel() {
      from = null;
    },
    isDown: () => from !== null,
    putAway() {
      from = null;
    },
  };
}
