import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, quarterX, quarterY } from '@domain/story/limits.ts';
import { PRESSURE_UNKNOWN } from '@domain/story/paint/strokes/freehand.ts';
import type { PointerArbiter, PointerKind } from '../tools/pointer-arbiter.ts';
import type { Sample } from '../tools/session.ts';
import type { ToolInHand, Touch } from '../tools/tool.ts';
import { createTouchGesture, type Tap } from '../tools/touch-gesture.ts';
import type { Zoom } from './zoom.ts';

const ERASER_BUTTON = 32;
const MIDDLE_BUTTON = 1;
/** A wheel's notch is about 100; trackpads pinch in steps of a few. */
const WHEEL_ZOOM = 0.0025;

function kindOf(event: PointerEvent): PointerKind {
  return event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse';
}

function sampleOf(event: PointerEvent, rect: DOMRect): Sample {
  const pressure =
    event.pointerType === 'pen' ? Math.round(event.pressure * 255) : PRESSURE_UNKNOWN;
  return {
    x: quarterX(((event.clientX - rect.left) / rect.width) * PAGE_WIDTH_PX),
    y: quarterY(((event.clientY - rect.top) / rect.height) * PAGE_HEIGHT_PX),
    pressure: Math.min(255, Math.max(0, pressure)),
    atMs: event.timeStamp,
  };
}

/** Every sample since the last event, where the browser tells (not over plain HTTP, not in every Safari). */
function samplesOf(event: PointerEvent, rect: DOMRect): readonly Sample[] {
  const merged = event.getCoalescedEvents?.() ?? [];
  return (merged.length === 0 ? [event] : merged).map((each) => sampleOf(each, rect));
}

export type PointerTargets = {
  /** The frame that the page is seen through; it does not move. */
  readonly frame: HTMLElement;
  /** The page itself, as large and where it lies now. */
  readonly page: HTMLElement;
  readonly hand: (erasing: boolean) => ToolInHand;
  readonly arbiter: PointerArbiter;
  readonly zoom: Zoom;
  /** The space bar is held: the mouse moves the page. */
  readonly pans: () => boolean;
  readonly onTap: (tap: Tap) => void;
  /** A finger touched the page though only the pen draws. */
  readonly onTouchIgnored: () => void;
};

/** Pointers on the page move the tool in hand, or the page itself. */
export function listenToPointers(targets: PointerTargets): () => void {
  const { frame, page, hand, arbiter, zoom, pans, onTap, onTouchIgnored } = targets;
  const ending = new AbortController();
  const { signal } = ending;
  const gesture = createTouchGesture(arbiter.penOnly);
  let rect = page.getBoundingClientRect();
  let tool: ToolInHand | null = null;
  /** The finger last put down lies above objects, which have hands of their own. */
  let aboveObjects = false;
  let panning: { readonly id: number; x: number; y: number } | null = null;

  const touchOf = (event: PointerEvent): Touch => ({ byKeys: false, regular: event.shiftKey });

  const begin = (event: PointerEvent) => {
    // Measured once per stroke: measuring at each move would make the browser lay out the page.
    rect = page.getBoundingClientRect();
    frame.setPointerCapture(event.pointerId);
    const erasing = event.pointerType === 'pen' && (event.buttons & ERASER_BUTTON) !== 0;
    tool = hand(erasing);
    tool.down(sampleOf(event, rect), touchOf(event));
  };

  const finish = () => {
    tool?.up();
    tool = null;
  };

  const discard = () => {
    tool?.cancel();
    tool = null;
  };

  const pan = (dx: number, dy: number) => {
    const box = frame.getBoundingClientRect();
    zoom.pan(dx / box.width, dy / box.height);
  };

  const zoomBy = (factor: number, clientX: number, clientY: number) => {
    const box = frame.getBoundingClientRect();
    zoom.by(factor, {
      x: (clientX - box.left) / box.width,
      y: (clientY - box.top) / box.height,
    });
  };

  const onDown = (event: PointerEvent) => {
    const kind = kindOf(event);
    aboveObjects =
      event.target instanceof Element && event.target.closest('.objects-overlay') !== null;
    if (aboveObjects) {
      // Two fingers that none of them takes look nearer, here too.
      if (kind === 'touch') {
        gesture.down({ id: event.pointerId, x: event.clientX, y: event.clientY }, event.timeStamp);
      }
      return;
    }
    if (kind === 'mouse' && (event.button === MIDDLE_BUTTON || pans())) {
      event.preventDefault();
      frame.setPointerCapture(event.pointerId);
      panning = { id: event.pointerId, x: event.clientX, y: event.clientY };
      return;
    }
    const verdict = arbiter.down({
      id: event.pointerId,
      kind,
      primary: event.button === 0 || (event.buttons & ERASER_BUTTON) !== 0,
      contactPx: Math.max(event.width, event.height),
      atMs: event.timeStamp,
    });
    if (kind === 'touch') {
      gesture.down({ id: event.pointerId, x: event.clientX, y: event.clientY }, event.timeStamp);
    }
    if (verdict === 'begin') begin(event);
    if (verdict === 'discard') discard();
    if (verdict === 'restart') {
      discard();
      begin(event);
    }
  };

  const onMove = (event: PointerEvent) => {
    if (panning?.id === event.pointerId) {
      pan(event.clientX - panning.x, event.clientY - panning.y);
      panning = { id: event.pointerId, x: event.clientX, y: event.clientY };
      return;
    }
    if (kindOf(event) === 'touch') {
      const follow = gesture.move({ id: event.pointerId, x: event.clientX, y: event.clientY });
      if (follow && !tool && (gesture.active() || !aboveObjects)) {
        zoomBy(follow.factor, follow.x, follow.y);
        pan(follow.dx, follow.dy);
      }
    }
    if (arbiter.move(event.pointerId) !== 'continue') return;
    const touch = touchOf(event);
    for (const sample of samplesOf(event, rect)) tool?.move(sample, touch);
  };

  const onUp = (event: PointerEvent) => {
    if (panning?.id === event.pointerId) panning = null;
    const drawing = tool !== null;
    const tap = kindOf(event) === 'touch' ? gesture.up(event.pointerId, event.timeStamp) : null;
    // The place of lifting was reported as a move; here the pressure is already none.
    if (arbiter.up(event.pointerId) === 'finish') finish();
    else if (tap && !drawing) onTap(tap);
    else if (aboveObjects) return;
    else if (kindOf(event) === 'touch' && arbiter.penOnly() && !gesture.active()) onTouchIgnored();
  };

  const onCancel = (event: PointerEvent) => {
    if (panning?.id === event.pointerId) panning = null;
    gesture.cancel(event.pointerId);
    const verdict = arbiter.cancel(event.pointerId);
    if (verdict === 'finish') finish();
    if (verdict === 'discard') discard();
  };

  const onWheel = (event: WheelEvent) => {
    // A pinch on a trackpad arrives as a wheel with Ctrl.
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY * WHEEL_ZOOM), event.clientX, event.clientY);
    } else if (zoom.store.getState().scale > 1) {
      event.preventDefault();
      pan(-event.deltaX, -event.deltaY);
    }
  };

  frame.addEventListener('pointerdown', onDown, { signal });
  frame.addEventListener('pointermove', onMove, { signal });
  frame.addEventListener('pointerup', onUp, { signal });
  frame.addEventListener('pointercancel', onCancel, { signal });
  frame.addEventListener('wheel', onWheel, { passive: false, signal });
  // Safari's Scribble and scrolling begin at touchmove, whatever touch-action says.
  frame.addEventListener('touchmove', (event) => event.preventDefault(), {
    passive: false,
    signal,
  });
  frame.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  return () => ending.abort();
}
