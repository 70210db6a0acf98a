import type { EraseChange, Mark, PageId, StrokeChange } from '@domain/story/event.ts';
import type { QuarterPx } from '@domain/story/limits.ts';

export type DrawingTool = 'brush' | 'pencil' | 'marker' | 'eraser';

/** The pen at one moment, on the page. */
export type Sample = {
  readonly x: QuarterPx;
  readonly y: QuarterPx;
  /** 0 to 255; PRESSURE_UNKNOWN where the device tells none. */
  readonly pressure: number;
  /** On any clock that does not fall, ms. */
  readonly atMs: number;
};

/** What a session draws on. */
export type ToolSettings = {
  readonly pageId: PageId;
  readonly colour: number;
  readonly size: QuarterPx;
};

/**
 * A tool in use, from pen down to pen up: takes samples, shows what it would do, and at the end
 * says it as one change of the story, or as none.
 */
export interface ToolSession {
  /** False when it can take no more; the caller finishes it and begins another. */
  add(sample: Sample): boolean;
  /** What to paint while the pen is down. */
  live(): Mark;
  finish(): StrokeChange | EraseChange | null;
}

export type SessionMaker = (settings: ToolSettings, first: Sample) => ToolSession;
