import { refuse } from '@domain/kernel/refusal.ts';
import {
  MAX_AT_MS,
  MAX_CAPTION_CHARS,
  MAX_EVENTS,
  MAX_PAGE_ID,
  MAX_PAGES,
  MAX_POINTS_PER_STROKE,
  MAX_SIZE,
  MAX_STROKE_MS,
  MAX_TITLE_CHARS,
  type QuarterPx,
  X_RANGE,
  Y_RANGE,
} from './limits.ts';
import { checkText } from './text.ts';

/** 1 to MAX_PAGE_ID; given once, in page-add. */
export type PageId = number;

export const TOOLS = ['brush', 'pencil', 'marker'] as const;
export type Tool = (typeof TOOLS)[number];

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
}

export interface EraseMark extends Path {
  readonly kind: 'erase';
  readonly size: QuarterPx;
}

/** Something that changes the ink of a page. */
export type Mark = StrokeMark | EraseMark;

interface Timing {
  readonly pageId: PageId;
  /** Milliseconds since the pen touched the page, one per point; begins at 0 and never falls. */
  readonly t: readonly number[];
}

export type StrokeChange = StrokeMark & Timing;
export type EraseChange = EraseMark & Timing;

/** What one event does, without its place in the log. */
export type StoryChange =
  | { readonly kind: 'page-add'; readonly pageId: PageId; readonly index: number }
  | { readonly kind: 'page-remove'; readonly pageId: PageId }
  | { readonly kind: 'page-move'; readonly pageId: PageId; readonly index: number }
  | { readonly kind: 'title-set'; readonly text: string }
  | { readonly kind: 'caption-set'; readonly pageId: PageId; readonly text: string }
  | StrokeChange
  | EraseChange
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
export type MarkEvent = (StrokeChange | EraseChange) & Stamp;
export type PageEvent = Extract<StoryEvent, { kind: 'page-add' | 'page-remove' | 'page-move' }>;

function checkInteger(value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max || Object.is(value, -0)) {
    throw refuse('story.malformed');
  }
}

function checkColumn(column: readonly number[], length: number, min: number, max: number): void {
  if (column.length !== length) throw refuse('story.malformed');
  for (const value of column) checkInteger(value, min, max);
}

/** The ranges of one mark: coordinates within a page of the page, 1 to MAX_POINTS_PER_STROKE points. */
export function checkMark(mark: Mark): void {
  const points = mark.x.length;
  if (points > MAX_POINTS_PER_STROKE) throw refuse('story.too-large');
  if (points === 0) throw refuse('story.malformed');
  checkColumn(mark.x, points, X_RANGE.min, X_RANGE.max);
  checkColumn(mark.y, points, Y_RANGE.min, Y_RANGE.max);
  checkColumn(mark.pressure, points, 0, 255);
  checkInteger(mark.size, 1, MAX_SIZE);
  if (mark.kind === 'erase') return;
  if (!TOOLS.includes(mark.tool)) throw refuse('story.malformed');
  checkInteger(mark.colour, 0, 0xffffff);
  checkInteger(mark.opacity, 1, 255);
}

function checkTiming({ pageId, t }: Timing, points: number): void {
  checkInteger(pageId, 1, MAX_PAGE_ID);
  checkColumn(t, points, 0, MAX_STROKE_MS);
  if (t[0] !== 0 || t.some((ms, i) => i > 0 && ms < t[i - 1]!)) throw refuse('story.malformed');
}

/** What can be said of an event without its story: ranges, lengths, legal text. Refuses 'story.malformed' and 'story.too-large'. */
export function checkEvent(event: StoryEvent): void {
  if (event.seq >= MAX_EVENTS) throw refuse('story.too-large');
  checkInteger(event.seq, 0, MAX_EVENTS - 1);
  checkInteger(event.atMs, 0, MAX_AT_MS);
  switch (event.kind) {
    case 'page-add':
    case 'page-move':
      checkInteger(event.pageId, 1, MAX_PAGE_ID);
      return checkInteger(event.index, 0, MAX_PAGES - 1);
    case 'page-remove':
      return checkInteger(event.pageId, 1, MAX_PAGE_ID);
    case 'title-set':
      return checkText(event.text, MAX_TITLE_CHARS);
    case 'caption-set':
      checkInteger(event.pageId, 1, MAX_PAGE_ID);
      return checkText(event.text, MAX_CAPTION_CHARS);
    case 'stroke':
    case 'erase':
      checkMark(event);
      return checkTiming(event, event.x.length);
    case 'undo':
    case 'redo':
      return checkInteger(event.target, 0, event.seq - 1);
    default:
      event satisfies never;
      throw refuse('story.malformed');
  }
}
