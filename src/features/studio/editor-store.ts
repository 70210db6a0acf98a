import { createStore } from 'zustand/vanilla';
import type { PageId, StepChange, StoryEvent, TimedStep } from '@domain/story/event.ts';
import { pointsOf } from '@domain/story/step-rules.ts';
import { emptyStory, redoTarget, replay, undoTarget } from '@domain/story/story.ts';
import { createEditorLog } from './editor-log.ts';
import { createEditorPages } from './editor-pages.ts';
import { type EditorState, NOTHING_TYPED, type PageLimits } from './editor-state.ts';
import { createEditorWords } from './editor-words.ts';

/** A step for the page that is open, or for the one it names. */
export type PutStep = TimedStep & { readonly pageId?: PageId };

/**
 * The story being edited, as an append-only log with the state it leads to.
 * @param now a clock, ms
 */
export function createEditor(events: readonly StoryEvent[], now: () => number, limits: PageLimits) {
  const story = events.length === 0 ? emptyStory() : replay(events);
  const store = createStore<EditorState>(() => ({
    story,
    pageId: story.order[0] ?? 1,
    typed: NOTHING_TYPED,
    orderChange: null,
    full: false,
  }));
  const { getState, setState } = store;
  const { log, subscribeLog, ...recorder } = createEditorLog(events, store, now);
  const { record, isFull } = recorder;
  const words = createEditorWords(store, recorder);
  const pages = createEditorPages(store, recorder, { limits, keepText: words.keepText });

  if (story.order.length === 0) {
    // Two blank pages say at once that this is a story, not one picture.
    const count = Math.min(2, limits.maxPages);
    for (let i = 0; i < count; i += 1) record({ kind: 'page-add', pageId: i + 1, index: i });
    setState({ pageId: 1 });
  }

  return {
    store,
    log,
    limits,
    subscribeLog,
    /** A finished step; false when the story can take no more. */
    put(step: PutStep): boolean {
      if (isFull(1, pointsOf(step))) return false;
      record({ ...step, pageId: step.pageId ?? getState().pageId } as StepChange);
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
    ...pages,
    ...words,
  };
}

export type Editor = ReturnType<typeof createEditor>;
