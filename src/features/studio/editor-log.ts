import type { StoryChange, StoryEvent } from '@domain/story/event.ts';
import { MAX_EVENTS, MAX_PAGE_ID, MAX_POINTS, MAX_STEPS } from '@domain/story/limits.ts';
import { applyEvent, nextEvent } from '@domain/story/story.ts';
import type { EditorStore, Recorder } from './editor-state.ts';

/** Events kept free for undoing, captions and taking out pages when the story is full. */
const RESERVED_EVENTS = 5_000;

/** The append-only log of the story in `store`, which it keeps up to date. */
export function createEditorLog(
  events: readonly StoryEvent[],
  { getState, setState }: EditorStore,
  now: () => number,
) {
  const log: StoryEvent[] = [...events];
  const listeners = new Set<() => void>();
  // Time counts while the story is open: the nights between are of no use to anybody.
  const beganAt = now() - getState().story.lastAtMs;

  const recorder: Recorder = {
    record: (...changes: readonly StoryChange[]) => {
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
    },
    isFull: (steps, points) => {
      const { story } = getState();
      const full =
        story.nextSeq >= MAX_EVENTS - RESERVED_EVENTS ||
        story.points + points > MAX_POINTS ||
        story.steps + steps > MAX_STEPS ||
        story.pages.size >= MAX_PAGE_ID;
      if (full !== getState().full) setState({ full });
      return full;
    },
  };

  return {
    log: log as readonly StoryEvent[],
    ...recorder,
    /** Told after every change of the log. */
    subscribeLog(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
