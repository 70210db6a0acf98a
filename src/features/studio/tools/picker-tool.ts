import { toPx } from '@domain/story/limits.ts';
import type { Sample } from './session.ts';
import type { ToolBench, ToolInHand } from './tool.ts';

/** Takes the colour at the place it touches, of everything that is seen there. */
export function pickerTool({ desk, view, onDown }: ToolBench): ToolInHand {
  let at: Sample | null = null;
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
      const colour = view.colourAt(toPx(at.x), toPx(at.y));
      at = null;
      onDown(false);
      // Taking a colour also takes the brush: it was looked for to draw with.
      if (colour !== null) desk.chooseColour(colour);
    },
    cancel() {
      at = null;
      onDown(false);
    },
    isDown: () => at !== null,
    putAway() {
      at = null;
    },
  };
}
