import type { TimedStep } from '@domain/story/event.ts';
import type { Editor } from '../editor-store.ts';
import type { PageView } from '../engine/page-view.ts';
import type { Zoom } from '../engine/zoom.ts';
import type { Sample } from './session.ts';
import type { ToolDesk } from './tool-desk.ts';
import type { ToolId } from './tool-ids.ts';

/** How a pen went down. */
export type Touch = {
  /** Held by keys; there is no dragging then, and no second finger. */
  readonly byKeys: boolean;
  readonly regular: boolean;
};

/**
 * A tool while the child holds it. Whoever moves it, a finger or keys, calls down, any number of
 * moves, and then up or cancel.
 */
export interface ToolInHand {
  down(sample: Sample, touch: Touch): void;
  move(sample: Sample, touch: Touch): void;
  up(): void;
  /** The touch never was. */
  cancel(): void;
  isDown(): boolean;
  /** A key pressed on the page that moves no pen; true when it was for this tool. */
  key?(key: string, shift: boolean): boolean;
  /** Another tool is taken, another page is opened, or the studio is left. */
  putAway(): void;
}

/** What a tool may work with. */
export type ToolBench = {
  readonly editor: Editor;
  readonly desk: ToolDesk;
  readonly view: PageView;
  readonly zoom: Zoom;
  /** Keeps a stroke that is not finished yet, in case the page crashes. */
  readonly keep: (step: TimedStep) => void;
  readonly dropKept: () => void;
  readonly onDown: (down: boolean) => void;
};

/** Takes a tool from the table. */
export type TakeTool = (bench: ToolBench, id: ToolId) => ToolInHand;
