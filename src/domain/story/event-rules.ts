import { refuse } from '@domain/kernel/refusal.ts';
import {
  type EventKind,
  isStepEvent,
  type StepKind,
  type StoryChange,
  type StoryEvent,
} from './event.ts';
import {
  MAX_ALT_CHARS,
  MAX_AT_MS,
  MAX_CAPTION_CHARS,
  MAX_EVENTS,
  MAX_PAGE_ID,
  MAX_PAGES,
  MAX_STROKE_MS,
  MAX_TITLE_CHARS,
} from './limits.ts';
import { checkColumn, checkInteger } from './ranges.ts';
import { checkStep } from './step-rules.ts';
import { checkText } from './text.ts';

const TIMES = { min: 0, max: MAX_STROKE_MS };

function checkPageId(pageId: number): void {
  checkInteger(pageId, 1, MAX_PAGE_ID);
}

function checkIndex(index: number): void {
  checkInteger(index, 0, MAX_PAGES - 1);
}

function checkTimes(t: readonly number[], points: number): void {
  checkColumn(t, points, TIMES);
  if (t[0] !== 0 || t.some((ms, i) => i > 0 && ms < t[i - 1]!)) throw refuse('story.malformed');
}

type OtherKind = Exclude<EventKind, StepKind>;

type ChangeChecks = {
  readonly [Kind in OtherKind]: (change: Extract<StoryChange, { kind: Kind }>, seq: number) => void;
};

const CHANGE_CHECKS: ChangeChecks = {
  'page-add': ({ pageId, index }) => {
    checkPageId(pageId);
    checkIndex(index);
  },
  'page-copy': ({ pageId, from, index }) => {
    checkPageId(pageId);
    checkPageId(from);
    checkIndex(index);
  },
  'page-remove': ({ pageId }) => checkPageId(pageId),
  'page-move': ({ pageId, index }) => {
    checkPageId(pageId);
    checkIndex(index);
  },
  'title-set': ({ text }) => checkText(text, MAX_TITLE_CHARS),
  'caption-set': ({ pageId, text }) => {
    checkPageId(pageId);
    checkText(text, MAX_CAPTION_CHARS);
  },
  'alt-set': ({ pageId, text }) => {
    checkPageId(pageId);
    checkText(text, MAX_ALT_CHARS);
  },
  undo: ({ target }, seq) => checkInteger(target, 0, seq - 1),
  redo: ({ target }, seq) => checkInteger(target, 0, seq - 1),
};

/** What can be said of an event without its story: ranges, lengths, legal text. Refuses 'story.malformed' and 'story.too-large'. */
export function checkEvent(event: StoryEvent): void {
  if (event.seq >= MAX_EVENTS) throw refuse('story.too-large');
  checkInteger(event.seq, 0, MAX_EVENTS - 1);
  checkInteger(event.atMs, 0, MAX_AT_MS);
  if (isStepEvent(event)) {
    checkPageId(event.pageId);
    checkStep(event);
    if (event.kind === 'stroke' || event.kind === 'erase') checkTimes(event.t, event.x.length);
    return;
  }
  if (!Object.hasOwn(CHANGE_CHECKS, event.kind)) throw refuse('story.malformed');
  const check = CHANGE_CHECKS[event.kind] as (change: StoryChange, seq: number) => void;
  check(event, event.seq);
}
