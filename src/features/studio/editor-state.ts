import type { StoreApi } from 'zustand/vanilla';
import type { PageId, StoryChange } from '@domain/story/event.ts';
import type { Story } from '@domain/story/story.ts';

/** Text as it stands in a field, not yet an event of the story. */
export type Typed = {
  readonly title: string | null;
  readonly captions: ReadonlyMap<PageId, string>;
  readonly alts: ReadonlyMap<PageId, string>;
};

export const NOTHING_TYPED: Typed = { title: null, captions: new Map(), alts: new Map() };

/** The newest change of the page order, offered back until something else happens to the order. */
export type OrderChange = {
  readonly what: 'removed' | 'moved' | 'copied';
  /** Counted from 1, as children do. */
  readonly page: number;
  /** Its place in the log. */
  readonly step: number;
};

export type EditorState = {
  readonly story: Story;
  readonly pageId: PageId;
  readonly typed: Typed;
  readonly orderChange: OrderChange | null;
  /** The story holds as much as a story may; only taking away still works. */
  readonly full: boolean;
};

export type EditorStore = StoreApi<EditorState>;

export type PageLimits = { readonly minPages: number; readonly maxPages: number };

export interface Recorder {
  /** Puts changes into the log, all or (when the log is full) none. */
  record(...changes: readonly StoryChange[]): void;
  /** Whether `steps` more with `points` in all are too much; says so in the state. */
  isFull(steps: number, points: number): boolean;
}
