import { refuse } from '@domain/kernel/refusal.ts';
import {
  checkEvent,
  type MarkEvent,
  type PageEvent,
  type PageId,
  type StoryChange,
  type StoryEvent,
} from './event.ts';
import { MAX_PAGES, MAX_POINTS } from './limits.ts';
import { listTrail, push, type Trail } from './trail.ts';

export interface StoryPage {
  readonly id: PageId;
  readonly caption: string;
  readonly done: Trail<MarkEvent>;
  readonly undone: Trail<MarkEvent>;
}

type Order = readonly PageId[];

/** A change of the page order, with what undoing and redoing it bring back. */
interface PageStep {
  readonly seq: number;
  readonly before: Order;
  readonly after: Order;
}

/** A story as its log leaves it. Removed pages stay in `pages`, so that undoing brings them back whole. */
export interface Story {
  readonly nextSeq: number;
  readonly lastAtMs: number;
  /** Points ever drawn, undone ones too: what the log will take. */
  readonly points: number;
  readonly title: string;
  readonly order: Order;
  readonly pages: ReadonlyMap<PageId, StoryPage>;
  readonly done: Trail<PageStep>;
  readonly undone: Trail<PageStep>;
}

export function emptyStory(): Story {
  return {
    nextSeq: 0,
    lastAtMs: 0,
    points: 0,
    title: '',
    order: [],
    pages: new Map(),
    done: null,
    undone: null,
  };
}

function pageInOrder(story: Story, pageId: PageId): StoryPage {
  const page = story.order.includes(pageId) ? story.pages.get(pageId) : undefined;
  if (page === undefined) throw refuse('story.malformed');
  return page;
}

function withPage(story: Story, page: StoryPage): Story {
  return { ...story, pages: new Map(story.pages).set(page.id, page) };
}

function orderAfter(order: Order, event: PageEvent): Order {
  if (event.kind === 'page-add') {
    if (order.length >= MAX_PAGES) throw refuse('story.too-large');
    if (event.index > order.length) throw refuse('story.malformed');
    return order.toSpliced(event.index, 0, event.pageId);
  }
  const from = order.indexOf(event.pageId);
  if (from < 0) throw refuse('story.malformed');
  const others = order.toSpliced(from, 1);
  if (event.kind === 'page-remove') return others;
  if (event.index > others.length) throw refuse('story.malformed');
  return others.toSpliced(event.index, 0, event.pageId);
}

function arrange(story: Story, event: PageEvent): Story {
  const after = orderAfter(story.order, event);
  const arranged = {
    ...story,
    order: after,
    done: push(story.done, { seq: event.seq, before: story.order, after }),
    undone: null,
  };
  if (event.kind !== 'page-add') return arranged;
  if (event.pageId !== nextPageId(story)) throw refuse('story.malformed');
  return withPage(arranged, { id: event.pageId, caption: '', done: null, undone: null });
}

function undo(story: Story, target: number): Story {
  if (story.done?.top.seq === target) {
    const { top, below } = story.done;
    return { ...story, order: top.before, done: below, undone: push(story.undone, top) };
  }
  const page = pagesInOrder(story).find(({ done }) => done?.top.seq === target);
  if (!page?.done) throw refuse('story.malformed');
  const { top, below } = page.done;
  return withPage(story, { ...page, done: below, undone: push(page.undone, top) });
}

function redo(story: Story, target: number): Story {
  if (story.undone?.top.seq === target) {
    const { top, below } = story.undone;
    return { ...story, order: top.after, done: push(story.done, top), undone: below };
  }
  const page = pagesInOrder(story).find(({ undone }) => undone?.top.seq === target);
  if (!page?.undone) throw refuse('story.malformed');
  const { top, below } = page.undone;
  return withPage(story, { ...page, done: push(page.done, top), undone: below });
}

function change(story: Story, event: StoryEvent): Story {
  switch (event.kind) {
    case 'page-add':
    case 'page-remove':
    case 'page-move':
      return arrange(story, event);
    case 'title-set':
      return { ...story, title: event.text };
    case 'caption-set':
      return withPage(story, { ...pageInOrder(story, event.pageId), caption: event.text });
    case 'stroke':
    case 'erase': {
      const page = pageInOrder(story, event.pageId);
      const points = story.points + event.x.length;
      if (points > MAX_POINTS) throw refuse('story.too-large');
      return withPage(
        { ...story, points },
        { ...page, done: push(page.done, event), undone: null },
      );
    }
    case 'undo':
      return undo(story, event.target);
    case 'redo':
      return redo(story, event.target);
  }
}

/**
 * The story after one more event. Marks are undone per page, newest first; adding, removing and moving
 * pages are undone on their own, newest first; titles and captions are not undone but set again.
 * A new mark (or page change) forgets what was undone before it on that page (or in the order).
 * Refuses 'story.malformed' for an event that cannot follow, 'story.too-large' beyond the limits.
 */
export function applyEvent(story: Story, event: StoryEvent): Story {
  checkEvent(event);
  if (event.seq !== story.nextSeq || event.atMs < story.lastAtMs) throw refuse('story.malformed');
  return { ...change(story, event), nextSeq: event.seq + 1, lastAtMs: event.atMs };
}

export function replay(events: Iterable<StoryEvent>): Story {
  let story = emptyStory();
  for (const event of events) story = applyEvent(story, event);
  return story;
}

/** Gives a change its place in the log. A clock that was set back does not make the story's time fall. */
export function nextEvent(story: Story, atMs: number, storyChange: StoryChange): StoryEvent {
  return { ...storyChange, seq: story.nextSeq, atMs: Math.max(Math.round(atMs), story.lastAtMs) };
}

/** The id that the next added page must take: ids count the pages ever added, so none is used twice. */
export function nextPageId(story: Story): PageId {
  return story.pages.size + 1;
}

export function pagesInOrder(story: Story): readonly StoryPage[] {
  return story.order.map((id) => story.pages.get(id)!);
}

/** The marks that show on a page, oldest first. */
export function marksOf(page: StoryPage): readonly MarkEvent[] {
  return listTrail(page.done);
}

/** What undo takes back: the newest mark of a page, or without a page the newest change of the page order. */
export function undoTarget(story: Story, pageId?: PageId): number | undefined {
  if (pageId === undefined) return story.done?.top.seq;
  return story.order.includes(pageId) ? story.pages.get(pageId)?.done?.top.seq : undefined;
}

/** What redo brings back, on a page or in the page order. */
export function redoTarget(story: Story, pageId?: PageId): number | undefined {
  if (pageId === undefined) return story.undone?.top.seq;
  return story.order.includes(pageId) ? story.pages.get(pageId)?.undone?.top.seq : undefined;
}
