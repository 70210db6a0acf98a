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
  /** The layer it was taken from; null: from all. */
  readonly from: LayerId | null;
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
