import type { QuarterPx } from './limits.ts';
import type { Background, LayerLook, ObjectId, PageObject } from './scene.ts';

/** 1 to MAX_PAGE_ID; given once, in page-add or page-copy. */
export type PageId = number;

/** A document names a tool by its place: only appended to. */
export const TOOLS = [
  'brush',
  'pencil',
  'marker',
  'crayon',
  'ink',
  'watercolour',
  'spray',
  'rainbow',
  'wave',
] as const;
export type Tool = (typeof TOOLS)[number];

/** Mirrored about the middle of the page, or turned about it ('star': six times). Only appended to. */
/** Appended to, never reordered: documents hold places of this list. */
export const SYMMETRIES = [
  'none',
  'left-right',
  'top-bottom',
  'quarters',
  'star',
  'kaleidoscope',
] as const;
export type Symmetry = (typeof SYMMETRIES)[number];

/** Only appended to. */
export const SHAPES = [
  'line',
  'rectangle',
  'ellipse',
  'triangle',
  'star',
  'heart',
  'arrow',
] as const;
export type Shape = (typeof SHAPES)[number];

/** A sheet of ink, 0 to MAX_LAYERS - 1. */
export type LayerId = number;
/** Where the young's fills and broad tools go, … */
export const COLOUR_LAYER: LayerId = 0;
/** … and their lines, so that filling never eats a line. */
export const LINE_LAYER: LayerId = 1;
/** What an eraser and a lift may name instead of a layer. */
export const EVERY_LAYER = 255;

/** The path of a pen: columns of equal length, at least one point. */
export interface Path {
  readonly x: readonly QuarterPx[];
  readonly y: readonly QuarterPx[];
  /** 0 to 255; 128 where the device reports none. */
  readonly pressure: readonly number[];
}

export interface StrokeMark extends Path {
  readonly kind: 'stroke';
  readonly tool: Tool;
  /** 0xRRGGBB */
  readonly colour: number;
  readonly size: QuarterPx;
  /** 1 to 255 */
  readonly opacity: number;
  readonly layer: LayerId;
  readonly symmetry: Symmetry;
  /** 0 to 65535, for grain and spray; 0 for tools without, so that it costs no byte. */
  readonly seed: number;
}

export interface EraseMark extends Path {
  readonly kind: 'erase';
  readonly size: QuarterPx;
  /** A layer, or EVERY_LAYER. */
  readonly layer: LayerId;
  readonly symmetry: Symmetry;
}

/** What a pen leaves along its path. */
export type Mark = StrokeMark | EraseMark;

/**
 * Pixels of the 1600 × 1200 page: from row `top` downwards, each row as start and length of its runs,
 * one after the other, apart, from the left. The first and the last row hold ink.
 */
export interface Mask {
  readonly top: number;
  readonly rows: readonly (readonly number[])[];
}

/** Poured colour: where it came to, not where it was poured, so that no engine can leak. */
export interface FillStep {
  readonly kind: 'fill';
  readonly layer: LayerId;
  readonly colour: number;
  readonly opacity: number;
  readonly mask: Mask;
}

/** A figure in ink, in the box between two corners (a line and an arrow from the first to the second). */
export interface ShapeStep {
  readonly kind: 'shape';
  readonly shape: Shape;
  readonly x0: QuarterPx;
  readonly y0: QuarterPx;
  readonly x1: QuarterPx;
  readonly y1: QuarterPx;
  readonly colour: number;
  /** Null: only the line. */
  readonly fillColour: number | null;
  /** Width of the line. */
  readonly size: QuarterPx;
  readonly opacity: number;
  readonly layer: LayerId;
  readonly symmetry: Symmetry;
}

/** a, b, c, d in thousandths; e, f in quarter-pixels: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The ink inside an outline, taken up (or copied) and set down transformed. */
export interface LiftStep {
  readonly kind: 'lift';
  /** A layer, or EVERY_LAYER: each sheet for itself. */
  readonly layer: LayerId;
  /** A closed polygon of 3 points or more. */
  readonly outline: { readonly x: readonly QuarterPx[]; readonly y: readonly QuarterPx[] };
  readonly matrix: Matrix;
  readonly copy: boolean;
}

export type InkStep = Mark | FillStep | ShapeStep | LiftStep;

/** What changes the scene around the ink. */
export type SceneStep =
  /** Adds an object on top of the others, or replaces the one of this id in its place. */
  | { readonly kind: 'object-put'; readonly object: ObjectId; readonly item: PageObject }
  | { readonly kind: 'object-drop'; readonly object: ObjectId }
  | { readonly kind: 'object-order'; readonly object: ObjectId; readonly index: number }
  | { readonly kind: 'background-set'; readonly background: Background | null }
  /** 1 to 12, or 0 for none. */
  | { readonly kind: 'panels-set'; readonly layout: number }
  | ({ readonly kind: 'layer-set'; readonly layer: LayerId } & LayerLook)
  /** From the bottom to the top, each layer once; layers not named lie above in the order of their ids. */
  | { readonly kind: 'layer-order'; readonly order: readonly LayerId[] };

/** Everything that changes the look of one page; undone and redone on that page, newest first. */
export type PageStep = InkStep | SceneStep;
export type StepKind = PageStep['kind'];

export function isInk(step: PageStep): step is InkStep {
  return INK_KINDS.has(step.kind);
}

const INK_KINDS: ReadonlySet<StepKind> = new Set(['stroke', 'erase', 'fill', 'shape', 'lift']);

interface OnPage {
  readonly pageId: PageId;
}

interface Timing {
  /** Milliseconds since the pen touched the page, one per point; begins at 0 and never falls. */
  readonly t: readonly number[];
}

export type StrokeChange = StrokeMark & Timing & OnPage;
export type EraseChange = EraseMark & Timing & OnPage;
export type StepChange =
  | StrokeChange
  | EraseChange
  | (FillStep & OnPage)
  | (ShapeStep & OnPage)
  | (LiftStep & OnPage)
  | (SceneStep & OnPage);

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/** A step as a tool makes it, for whichever page is open. */
export type TimedStep = Without<StepChange, 'pageId'>;

/** What one event does, without its place in the log. */
export type StoryChange =
  | { readonly kind: 'page-add'; readonly pageId: PageId; readonly index: number }
  /** A new page that begins as `from` looks now, with its words; what it begins with is not undone there. */
  | {
      readonly kind: 'page-copy';
      readonly pageId: PageId;
      readonly from: PageId;
      readonly index: number;
    }
  | { readonly kind: 'page-remove'; readonly pageId: PageId }
  | { readonly kind: 'page-move'; readonly pageId: PageId; readonly index: number }
  | { readonly kind: 'title-set'; readonly text: string }
  | { readonly kind: 'caption-set'; readonly pageId: PageId; readonly text: string }
  /** What the page shows, for who cannot see it. */
  | { readonly kind: 'alt-set'; readonly pageId: PageId; readonly text: string }
  | StepChange
  | { readonly kind: 'undo'; readonly target: number }
  | { readonly kind: 'redo'; readonly target: number };

interface Stamp {
  /** Place in the log, counted from 0 without gaps. */
  readonly seq: number;
  /** Milliseconds since the story began, when the event was recorded (for a stroke: pen up); never falls. */
  readonly atMs: number;
}

export type StoryEvent = StoryChange & Stamp;
export type EventKind = StoryEvent['kind'];
export type StepEvent = StepChange & Stamp;
export type PageEvent = Extract<
  StoryEvent,
  { kind: 'page-add' | 'page-copy' | 'page-remove' | 'page-move' }
>;

export function isStepEvent(event: StoryEvent): event is StepEvent {
  return STEP_KINDS.has(event.kind);
}

const STEP_KINDS: ReadonlySet<EventKind> = new Set<StepKind>([
  ...INK_KINDS,
  'object-put',
  'object-drop',
  'object-order',
  'background-set',
  'panels-set',
  'layer-set',
  'layer-order',
]);
