import { refuse } from '@domain/kernel/refusal.ts';
import {
  isInk,
  isStepEvent,
  type PageEvent,
  type PageId,
  type StepEvent,
  type StoryChange,
  type StoryEvent,
} from './event.ts';
import { checkEvent } from './event-rules.ts';
import { MAX_PAGES, MAX_POINTS, MAX_STEPS } from './limits.ts';
import { sceneAfter } from './scene-steps.ts';
import { EMPTY_SCENE, type ObjectId, type Scene } from './scene.ts';
import { pointsOf } from './step-rules.ts';
import { listTrail, push, type Trail } from './trail.ts';

/** A step on a page, and what the page's scene came to by it. */
export interface PageState {
  readonly event: StepEvent;
  readonly scene: Scene;
  /** Points of this step and of all below. */
  readonly points: number;
}

export type PageTrail = Trail<PageState>;

export interface StoryPage {
  readonly id: PageId;
  readonly caption: string;
  readonly alt: string;
  /** Where a copied page began: shared with its original, and not undone here. */
  readonly base: PageTrail;
  /** Everything that shows, the base below. */
  readonly done: PageTrail;
  readonly undone: PageTrail;
}

type Order = readonly PageId[];

/** A change of the page order, with what undoing and redoing it bring back. */
interface OrderChange {
  readonly seq: number;
  readonly before: Order;
  readonly after: Order;
}

/** A story as its log leaves it. Removed pages stay in `pages`, so that undoing brings them back whole. */
export interface Story {
  readonly nextSeq: number;
  readonly lastAtMs: number;
  /** Points and steps ever put, undone ones too, those of copied pages again: what the log will take. */
  readonly points: number;
  readonly steps: number;
  readonly title: string;
  readonly order: Order;
  readonly pages: ReadonlyMap<PageId, StoryPage>;
  readonly done: Trail<OrderChange>;
  readonly undone: Trail<OrderChange>;
}

export function emptyStory(): Story {
  return {
    nextSeq: 0,
    lastAtMs: 0,
    points: 0,
    steps: 0,
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

function withLoad(story: Story, steps: number, points: number): Story {
  const load = { steps: story.steps + steps, points: story.points + points };
  if (load.steps > MAX_STEPS || load.points > MAX_POINTS) throw refuse('story.too-large');
  return { ...story, ...load };
}

function orderAfter(order: Order, event: PageEvent): Order {
  if (event.kind === 'page-add' || event.kind === 'page-copy') {
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
  if (event.kind !== 'page-add' && event.kind !== 'page-copy') return arranged;
  const id = event.pageId;
  if (id !== nextPageId(story)) throw refuse('story.malformed');
  if (event.kind === 'page-add') {
    return withPage(arranged, {
      id,
      caption: '',
      alt: '',
      base: null,
      done: null,
      undone: null,
    });
  }
  const original = pageInOrder(story, event.from);
  const base = original.done;
  const loaded = withLoad(arranged, base?.depth ?? 0, base?.top.points ?? 0);
  return withPage(loaded, { ...original, id, base, undone: null });
}

function put(story: Story, event: StepEvent): Story {
  const page = pageInOrder(story, event.pageId);
  const points = pointsOf(event);
  const below = page.done?.top;
  const before = below?.scene ?? EMPTY_SCENE;
  const state: PageState = {
    event,
    scene: isInk(event) ? before : sceneAfter(before, event),
    points: (below?.points ?? 0) + points,
  };
  const done = push(page.done, state);
  return withPage(withLoad(story, 1, points), { ...page, done, undone: null });
}

function undoable({ done, base }: StoryPage): PageTrail {
  return done === base ? null : done;
}

function undo(story: Story, target: number): Story {
  if (story.done?.top.seq === target) {
    const { top, below } = story.done;
    return { ...story, order: top.before, done: below, undone: push(story.undone, top) };
  }
  const page = pagesInOrder(story).find((each) => undoable(each)?.top.event.seq === target);
  if (!page?.done) throw refuse('story.malformed');
  const { top, below } = page.done;
  return withPage(story, { ...page, done: below, undone: push(page.undone, top) });
}

function redo(story: Story, target: number): Story {
  if (story.undone?.top.seq === target) {
    const { top, below } = story.undone;
    return { ...story, order: top.after, done: push(story.done, top), undone: below };
  }
  const page = pagesInOrder(story).find(({ undone }) => undone?.top.event.seq === target);
  if (!page?.undone) throw refuse('story.malformed');
  const { top, below } = page.undone;
  return withPage(story, { ...page, done: push(page.done, top), undone: below });
}

function change(story: Story, event: StoryEvent): Story {
  if (isStepEvent(event)) return put(story, event);
  switch (event.kind) {
    case 'page-add':
    case 'page-copy':
    case 'page-remove':
    case 'page-move':
      return arrange(story, event);
    case 'title-set':
      return { ...story, title: event.text };
    case 'caption-set':
      return withPage(story, { ...pageInOrder(story, event.pageId), caption: event.text });
    case 'alt-set':
      return withPage(story, { ...pageInOrder(story, event.pageId), alt: event.text });
    case 'undo':
      return undo(story, event.target);
    case 'redo':
      return redo(story, event.target);
  }
}

/**
 * The story after one more event. Steps are undone per page, newest first; adding, copying, removing
 * and moving pages are undone on their own, newest first; titles, captions and descriptions are not
 * undone but set again. A new step (or page change) forgets what was undone before it on that page
 * (or in the order). Refuses 'story.malformed' for an event that cannot follow, 'story.too-large'
 * beyond the limits.
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

/** An id that no object of the story has had. */
export function nextObjectId(story: Story): ObjectId {
  return story.nextSeq;
}

export function pagesInOrder(story: Story): readonly StoryPage[] {
  return story.order.map((id) => story.pages.get(id)!);
}

/** The steps that show on a page, oldest first. */
export function stepsOf(page: Pick<StoryPage, 'done'>): readonly StepEvent[] {
  return listTrail(page.done).map(({ event }) => event);
}

/** Background, panels, layers and objects as they are now. */
export function sceneOf(page: Pick<StoryPage, 'done'> | undefined): Scene {
  return page?.done?.top.scene ?? EMPTY_SCENE;
}

/** What undo takes back: the newest step of a page, or without a page the newest change of the page order. */
export function undoTarget(story: Story, pageId?: PageId): number | undefined {
  if (pageId === undefined) return story.done?.top.seq;
  const page = story.order.includes(pageId) ? story.pages.get(pageId) : undefined;
  return page && undoable(page)?.top.event.seq;
}

/** What redo brings back, on a page or in the page order. */
export function redoTarget(story: Story, pageId?: PageId): number | undefined {
  if (pageId === undefined) return story.undone?.top.seq;
  return story.order.includes(pageId) ? story.pages.get(pageId)?.undone?.top.event.seq : undefined;
}
