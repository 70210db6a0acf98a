declare const quarterPxBrand: unique symbol;

/** A length or coordinate in quarters of a logical pixel; always an integer. */
export type QuarterPx = number & { readonly [quarterPxBrand]: true };

export const QUARTERS_PER_PX = 4;
export const PAGE_WIDTH_PX = 1600;
export const PAGE_HEIGHT_PX = 1200;

export const MAX_PAGES = 40;
/** Page ids run from 1; an id is never used twice in one story, so this also bounds the pages ever added. */
export const MAX_PAGE_ID = 400;
export const MAX_EVENTS = 60_000;
export const MAX_POINTS_PER_STROKE = 10_000;
export const MAX_POINTS = 2_000_000;
export const MAX_SIZE = 2_000;
/** Steps and points that all pages hold, those of copied pages counted again. */
export const MAX_STEPS = MAX_EVENTS;
export const MAX_OUTLINE_POINTS = 2_000;
export const MAX_RUNS_PER_FILL = 60_000;
export const MAX_LAYERS = 6;
export const MAX_SEED = 0xffff;
export const MAX_PANEL_LAYOUT = 12;

export const MAX_OBJECTS = 200;
export const MAX_OBJECT_ID = MAX_EVENTS;
/** Thousandths of the natural size. */
export const SCALE_RANGE = { min: 20, max: 20_000 };
export const FULL_TURN = 36_000;
export const MAX_PHOTO_PX = 4_096;
export const MAX_OBJECT_TEXT_CHARS = 400;

export const MAX_AT_MS = 2 ** 41;
export const MAX_STROKE_MS = 3_600_000;

/** UTF-16 units after NFC, so that they agree with `maxlength` of a text field. */
export const MAX_TITLE_CHARS = 80;
export const MAX_CAPTION_CHARS = 280;
export const MAX_ALT_CHARS = 400;

export const MAX_ENCODED_BYTES = 8 * 1024 * 1024;
export const MAX_DECODED_BYTES = 32 * 1024 * 1024;

interface Range {
  readonly min: number;
  readonly max: number;
}

function reach(pagePx: number): Range {
  const page = pagePx * QUARTERS_PER_PX;
  return { min: -page, max: 2 * page };
}

/** Strokes may run off the page, by one page at most on each side. */
export const X_RANGE = reach(PAGE_WIDTH_PX);
export const Y_RANGE = reach(PAGE_HEIGHT_PX);

function quantise(px: number, { min, max }: Range): QuarterPx {
  // `+ 0` turns -0 into 0: a decoded document never holds -0.
  return (Math.min(max, Math.max(min, Math.round(px * QUARTERS_PER_PX))) + 0) as QuarterPx;
}

/** Rounds a horizontal page coordinate in px to the grid and clamps it to what a story may hold. */
export function quarterX(px: number): QuarterPx {
  return quantise(px, X_RANGE);
}

/** Rounds a vertical page coordinate in px to the grid and clamps it to what a story may hold. */
export function quarterY(px: number): QuarterPx {
  return quantise(px, Y_RANGE);
}

/** Rounds a tool width in px to the grid; the result is 1 to MAX_SIZE quarter-pixels. */
export function quarterSize(px: number): QuarterPx {
  return quantise(px, { min: 1, max: MAX_SIZE });
}

export function toPx(quarters: QuarterPx): number {
  return quarters / QUARTERS_PER_PX;
}
