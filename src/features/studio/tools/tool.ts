import type { LucideIcon } from 'lucide-react';
import type {
  LayerId,
  LiftStep,
  Mark,
  Matrix,
  Path,
  ShapeStep,
  Symmetry,
  TimedStep,
} from '@domain/story/event.ts';
import type { QuarterPx } from '@domain/story/limits.ts';
import type { Surface } from '@domain/story/paint/surface.ts';
import type { Key } from '@i18n/keys.ts';
import type { Editor } from '../editor-store.ts';
import type { PageView } from '../engine/page-view.ts';
import type { Zoom } from '../engine/zoom.ts';
import type { Band } from './band.ts';
import type { ToolDesk } from './tool-desk.ts';
import type { ToolId } from './tool-ids.ts';

/** The pen at one moment, on the page. */
export type Sample = {
  readonly x: QuarterPx;
  readonly y: QuarterPx;
  /** 0 to 255; PRESSURE_UNKNOWN where the device tells none. */
  readonly pressure: number;
  /** On any clock that does not fall, ms. */
  readonly atMs: number;
};

/** What a session draws with. */
export type ToolSettings = {
  readonly colour: number;
  readonly size: QuarterPx;
  /** 1 to 255 */
  readonly opacity: number;
  readonly layer: LayerId;
  readonly symmetry: Symmetry;
  readonly seed: number;
  /** Figures are filled with the colour, too. */
  readonly filled: boolean;
};

/** What to show while the pen is down: ink, or only where a line runs. */
export type Live = Mark | ShapeStep | { readonly kind: 'outline'; readonly path: Path } | HeldInk;

/** Ink that was taken up, where it lies now, and the handles of its frame; places in page px. */
export type HeldInk = {
  readonly kind: 'held';
  readonly outline: LiftStep['outline'];
  readonly matrix: Matrix;
  readonly ink: Surface;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly knob: { readonly x: number; readonly y: number };
  readonly handlePx: number;
};

/**
 * A stroke under way, from pen down to pen up: takes samples, shows what it would do, and at the end
 * says it as one step of the story, or as none.
 */
export interface ToolSession {
  /**
   * False when it can take no more; the caller finishes it and begins another. `regular` asks for
   * equal sides and even angles.
   */
  add(sample: Sample, regular: boolean): boolean;
  live(): Live;
  finish(): TimedStep | null;
}

export type SessionMaker = (settings: ToolSettings, first: Sample) => ToolSession;

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

export type ToolGroup =
  | 'draw'
  | 'paint'
  | 'magic'
  | 'figures'
  | 'colour'
  | 'change'
  | 'look'
  | 'put';

/** What a child can set for a tool. */
export type Setting = 'size' | 'colour' | 'opacity' | 'symmetry' | 'steady' | 'filled' | 'pour';

export type ToolKind = {
  readonly name: Key;
  /** One short sentence: what it is good for. Shown to the young, and spoken where the device can. */
  readonly hint: Key;
  readonly icon: LucideIcon;
  readonly group: ToolGroup;
  /** The youngest table that it lies on. */
  readonly band: Band;
  /** The key that takes it while the page has the focus. */
  readonly shortcut: string;
  readonly asks: readonly Setting[];
  /** Widths in px of the 1600 px wide page, small to large. */
  readonly sizes: readonly [number, number, number, number, number];
  /** The layer it draws on where the child does not choose. */
  readonly layer: LayerId;
  /** Takes it from the table. */
  readonly take: (bench: ToolBench, id: ToolId) => ToolInHand;
};
