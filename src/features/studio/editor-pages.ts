import type { PageId } from '@domain/story/event.ts';
import { nextPageId, undoTarget } from '@domain/story/story.ts';
import type { EditorStore, OrderChange, PageLimits, Recorder } from './editor-state.ts';

/** Pages as a whole: added, copied, put elsewhere, taken out and brought back. */
export function createEditorPages(
  { getState, setState }: EditorStore,
  { record, isFull }: Recorder,
  { limits, keepText }: { limits: PageLimits; keepText: () => void },
) {
  const offerBack = (what: OrderChange['what'], page: number) =>
    setState({ orderChange: { what, page, step: getState().story.nextSeq - 1 } });

  const noRoom = (steps: number, points: number) =>
    getState().story.order.length >= limits.maxPages || isFull(steps, points);

  const placePage = (pageId: PageId, index: number) => {
    const { order } = getState().story;
    const from = order.indexOf(pageId);
    if (from < 0 || index === from || index < 0 || index >= order.length) return;
    record({ kind: 'page-move', pageId, index });
    offerBack('moved', index + 1);
  };

  return {
    /** After the page that is open. */
    addPage() {
      const { story, pageId } = getState();
      if (noRoom(0, 0)) return;
      const id = nextPageId(story);
      const at = story.order.indexOf(pageId);
      const index = at < 0 ? story.order.length : at + 1;
      record({ kind: 'page-add', pageId: id, index });
      setState({ pageId: id, orderChange: null });
    },
    /** A page like this one, behind it and opened. */
    copyPage(from: PageId) {
      keepText();
      const { story } = getState();
      const at = story.order.indexOf(from);
      const trail = story.pages.get(from)?.done;
      if (at < 0 || noRoom(trail?.depth ?? 0, trail?.top.points ?? 0)) return;
      const id = nextPageId(story);
      record({ kind: 'page-copy', pageId: id, from, index: at + 1 });
      setState({ pageId: id });
      offerBack('copied', at + 2);
    },
    /** The last page stays: a story without a page has nothing to draw on. */
    removePage(pageId: PageId) {
      keepText();
      const { order } = getState().story;
      const at = order.indexOf(pageId);
      if (at < 0 || order.length === 1) return;
      record({ kind: 'page-remove', pageId });
      const after = getState().story.order;
      setState({ pageId: after[Math.min(at, after.length - 1)]! });
      offerBack('removed', at + 1);
    },
    /** `index` counts from 0. */
    placePage,
    /** Takes back the newest change of the page order. */
    undoOrder() {
      const { story, orderChange, pageId } = getState();
      if (orderChange === null || undoTarget(story) !== orderChange.step) return;
      record({ kind: 'undo', target: orderChange.step });
      const { order } = getState().story;
      const brought = order[orderChange.page - 1];
      const open = orderChange.what === 'removed' ? brought : undefined;
      const next = open ?? (order.includes(pageId) ? pageId : (brought ?? order.at(-1)!));
      setState({ pageId: next, orderChange: null });
    },
    forgetOrderChange: () => setState({ orderChange: null }),
    selectPage(pageId: PageId) {
      keepText();
      if (getState().story.order.includes(pageId)) setState({ pageId });
    },
  };
}
