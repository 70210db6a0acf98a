import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  EraseChange,
  PageId,
  StoryChange,
  StoryEvent,
  StrokeChange,
} from '@domain/story/event.ts';
import {
  MAX_CAPTION_CHARS,
  MAX_EVENTS,
  MAX_PAGE_ID,
  MAX_POINTS,
  MAX_TITLE_CHARS,
} from '@domain/story/limits.ts';
import {
  applyEvent,
  emptyStory,
  nextEvent,
  nextPageId,
  redoTarget,
  replay,
  type Story,
  undoTarget,
} from '@domain/story/story.ts';
import { tidyText } from '@domain/story/text.ts';
import { PALETTE, withRecent } from './palette.ts';
import type { DrawingTool } from './tools/tool.ts';
import type { SizeStep } from './tools/tool-set.ts';

/** Text as it stands in a field, not yet an event of the story. */
type Typed = { readonly title: string | null; readonly captions: ReadonlyMap<PageId, string> };

export type EditorState = {
  readonly story: Story;
  readonly pageId: PageId;
  readonly tool: DrawingTool;
  readonly sizes: Readonly<Record<DrawingTool, SizeStep>>;
  readonly colour: number;
  readonly recent: readonly number[];
  readonly typed: Typed;
  /** The page just taken out, offered back until something else happens to the order. */
  readonly removedPage: { readonly number: number; readonly step: number } | null;
  /** The story holds as much as a story may; only taking away still works. */
  readonly full: boolean;
};

type MarkChange = StrokeChange | EraseChange;

export type PageLimits = { readonly minPages: number; readonly maxPages: number };

/** Events kept free for undoing, captions and taking out pages when the story is full. */
const RESERVED_EVENTS = 5_000;

const NOTHING_TYPED: Typed = { title: null, captions: new Map() };

/**
 * The story being edited, as an append-only log with the state it leads to.
 * @param now a clock, ms
 */
export function createEditor(events: readonly StoryEvent[], now: () => number, limits: PageLimits) {
  const log: StoryEvent[] = [...events];
  const listeners = new Set<() => void>();
  const story = log.length === 0 ? emptyStory() : replay(log);
  // Time counts while the story is open: the nights between are of no use to anybody.
  const beganAt = now() - story.lastAtMs;

  const store: StoreApi<EditorState> = createStore(() => ({
    story,
    pageId: story.order[0] ?? 1,
    tool: 'brush',
    sizes: { brush: 2, pencil: 2, marker: 2, eraser: 2 },
    colour: PALETTE[2]!.colour,
    recent: [],
    typed: NOTHING_TYPED,
    removedPage: null,
    full: false,
  }));
  const { getState, setState } = store;

  const record = (...changes: readonly StoryChange[]) => {
    let next = getState().story;
    if (next.nextSeq + changes.length > MAX_EVENTS) {
      setState({ full: true });
      return;
    }
    for (const change of changes) {
      const event = nextEvent(next, now() - beganAt, change);
      next = applyEvent(next, event);
      log.push(event);
    }
    setState({ story: next });
    for (const listener of listeners) listener();
  };

  const isFull = (points: number) => {
    const { nextSeq, points: drawn, pages } = getState().story;
    const full =
      nextSeq >= MAX_EVENTS - RESERVED_EVENTS ||
      drawn + points > MAX_POINTS ||
      pages.size >= MAX_PAGE_ID;
    if (full !== getState().full) setState({ full });
    return full;
  };

  const addPage = () => {
    const { story: before, pageId } = getState();
    if (before.order.length >= limits.maxPages || isFull(0)) return;
    const id = nextPageId(before);
    const index = before.order.includes(pageId)
      ? before.order.indexOf(pageId) + 1
      : before.order.length;
    record({ kind: 'page-add', pageId: id, index });
    setState({ pageId: id, removedPage: null });
  };

  const textChanges = (): readonly StoryChange[] => {
    const { typed, story: current } = getState();
    const changes: StoryChange[] = [];
    if (typed.title !== null) {
      const text = tidyText(typed.title, MAX_TITLE_CHARS);
      if (text !== current.title) changes.push({ kind: 'title-set', text });
    }
    for (const [pageId, raw] of typed.captions) {
      const text = tidyText(raw, MAX_CAPTION_CHARS);
      const page = current.order.includes(pageId) ? current.pages.get(pageId) : undefined;
      if (page && text !== page.caption) changes.push({ kind: 'caption-set', pageId, text });
    }
    return changes;
  };

  /** What was typed becomes part of the story; the fields keep showing it as typed. */
  const keepText = () => {
    const changes = textChanges();
    if (changes.length > 0) record(...changes);
  };

  if (story.order.length === 0) {
    // Two blank pages say at once that this is a story, not one picture.
    const pages = Math.min(2, limits.maxPages);
    for (let i = 0; i < pages; i += 1) record({ kind: 'page-add', pageId: i + 1, index: i });
    setState({ pageId: 1 });
  }

  return {
    store,
    log: log as readonly StoryEvent[],
    limits,
    /** Told after every change of the log. */
    subscribeLog(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** A finished mark; false when the story can take no more. */
    draw(change: MarkChange): boolean {
      if (isFull(change.x.length)) return false;
      record(change);
      if (change.kind === 'stroke') {
        setState({ recent: withRecent(getState().recent, change.colour) });
      }
      return true;
    },
    undo() {
      const { story: before, pageId } = getState();
      const target = undoTarget(before, pageId);
      if (target !== undefined) record({ kind: 'undo', target });
    },
    redo() {
      const { story: before, pageId } = getState();
      const target = redoTarget(before, pageId);
      if (target !== undefined) record({ kind: 'redo', target });
    },
    addPage,
    /** The last page stays: a story without a page has nothing to draw on. */
    removePage(pageId: PageId) {
      keepText();
      const { order } = getState().story;
      const at = order.indexOf(pageId);
      if (at < 0 || order.length === 1) return;
      record({ kind: 'page-remove', pageId });
      const after = getState().story;
      setState({
        pageId: after.order[Math.min(at, after.order.length - 1)]!,
        removedPage: { number: at + 1, step: after.nextSeq - 1 },
      });
    },
    restorePage() {
      const { story: before, removedPage } = getState();
      if (removedPage === null || undoTarget(before) !== removedPage.step) return;
      record({ kind: 'undo', target: removedPage.step });
      const { order } = getState().story;
      setState({ pageId: order[removedPage.number - 1] ?? order[0]!, removedPage: null });
    },
    forgetRemoved: () => setState({ removedPage: null }),
    /** Moves a page by one place towards the front (-1) or the end (1). */
    movePage(pageId: PageId, by: -1 | 1) {
      const { order } = getState().story;
      const index = order.indexOf(pageId) + by;
      if (!order.includes(pageId) || index < 0 || index >= order.length) return;
      record({ kind: 'page-move', pageId, index });
      setState({ removedPage: null });
    },
    selectPage(pageId: PageId) {
      keepText();
      if (getState().story.order.includes(pageId)) setState({ pageId });
    },
    chooseTool: (tool: DrawingTool) => setState({ tool }),
    chooseSize: (step: SizeStep) =>
      setState({ sizes: { ...getState().sizes, [getState().tool]: step } }),
    chooseColour(colour: number) {
      const { tool } = getState();
      // Who picks a colour wants to draw with it.
      setState({ colour, tool: tool === 'eraser' ? 'brush' : tool });
    },
    typeTitle: (title: string) => setState({ typed: { ...getState().typed, title } }),
    typeCaption(pageId: PageId, text: string) {
      const { typed } = getState();
      setState({ typed: { ...typed, captions: new Map(typed.captions).set(pageId, text) } });
    },
    keepText,
    /** Keeps what was typed and shows it as the story holds it. */
    leaveText() {
      keepText();
      setState({ typed: NOTHING_TYPED });
    },
  };
}

export type Editor = ReturnType<typeof createEditor>;
