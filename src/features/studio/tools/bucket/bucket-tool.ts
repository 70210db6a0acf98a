import { toPx } from '@domain/story/limits.ts';
import { freeSurface } from '@domain/story/paint/surface.ts';
import { GAPS } from '../tool-desk.ts';
import type { Sample } from '../session.ts';
import type { ToolBench, ToolInHand } from '../tool.ts';
import { createPourer } from './pourer.ts';

/** How far colour creeps under the ink around it, so that no white rim is left, px. */
const GROW_PX = 2;
/** Tolerance is asked for in percent; beyond this share of all colours nothing would be a wall. */
const MOST_TOLERANCE = 0.6;

/**
 * Pours colour where it is tapped. It is worked out elsewhere, so the pen is free at once; pours are
 * carried out one after the other, each seeing the one before.
 */
export function bucketTool({ editor, desk, view, onDown }: ToolBench): ToolInHand {
  const pourer = createPourer();
  let at: Sample | null = null;
  let queue: Promise<void> = Promise.resolve();

  const pourAt = async ({ x, y }: Sample, pageId: number) => {
    const { colour, opacity, gap, tolerance } = desk.store.getState();
    // Another page is open by now: what was meant is out of sight.
    if (editor.store.getState().pageId !== pageId) return;
    const walls = view.walls();
    desk.set({ pouring: true, leaks: [] });
    const poured = await pourer.pour(walls.canvas as HTMLCanvasElement, {
      x: toPx(x),
      y: toPx(y),
      tolerance: Math.round((tolerance / 100) * MOST_TOLERANCE * 255),
      gapPx: GAPS[gap],
      growPx: GROW_PX,
    });
    freeSurface(walls);
    desk.set({ pouring: false });
    if (poured === null || editor.store.getState().pageId !== pageId) return;
    const { mask, leaks } = poured;
    const layer = desk.pouredLayer();
    const opaque = Math.round((opacity / 100) * 255);
    if (!editor.put({ kind: 'fill', layer, colour, opacity: opaque, mask })) return;
    desk.used(colour);
    desk.set({ leaks });
  };

  return {
    down(sample) {
      at = sample;
      onDown(true);
    },
    move(sample) {
      at = sample;
    },
    up() {
      if (at === null) return;
      const place = at;
      const { pageId } = editor.store.getState();
      at = null;
      onDown(false);
      queue = queue.then(() => pourAt(place, pageId));
    },
    cancel() {
      at = null;
      onDown(false);
    },
    isDown: () => at !== null,
    putAway() {
      at = null;
      // What was poured before the tool was put away still arrives.
      void queue.then(pourer.free);
    },
  };
}
