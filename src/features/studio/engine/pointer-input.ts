import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, quarterX, quarterY } from '@domain/story/limits.ts';
import { PRESSURE_UNKNOWN } from '@domain/story/paint.ts';
import type { PointerArbiter, PointerKind } from '../tools/pointer-arbiter.ts';
import type { Sample } from '../tools/tool.ts';
import type { Pen } from './pen.ts';

const ERASER_BUTTON = 32;

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

/**
 * Pointers on the page become a pen: down, moved, up, or taken back.
 * @param onTouchIgnored a finger touched the page though only the pen draws
 */
export function listenToPointers(
  content: HTMLElement,
  pen: Pen,
  arbiter: PointerArbiter,
  onTouchIgnored: () => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let rect = content.getBoundingClientRect();

  const begin = (event: PointerEvent) => {
    // Measured once per stroke: measuring at each move would make the browser lay out the page.
    rect = content.getBoundingClientRect();
    content.setPointerCapture(event.pointerId);
    const erasing = event.pointerType === 'pen' && (event.buttons & ERASER_BUTTON) !== 0;
    pen.begin(sampleOf(event, rect), erasing);
  };

  const onDown = (event: PointerEvent) => {
    const kind = kindOf(event);
    const verdict = arbiter.down({
      id: event.pointerId,
      kind,
      primary: event.button === 0 || (event.buttons & ERASER_BUTTON) !== 0,
      contactPx: Math.max(event.width, event.height),
      atMs: event.timeStamp,
    });
    if (verdict === 'begin') begin(event);
    if (verdict === 'discard') pen.discard();
    if (verdict === 'restart') {
      pen.discard();
      begin(event);
    }
    if (verdict === 'ignore' && kind === 'touch' && arbiter.penOnly()) onTouchIgnored();
  };

  const onMove = (event: PointerEvent) => {
    if (arbiter.move(event.pointerId) !== 'continue') return;
    for (const sample of samplesOf(event, rect)) pen.add(sample);
  };

  const onUp = (event: PointerEvent) => {
    // The place of lifting was reported as a move; here the pressure is already none.
    if (arbiter.up(event.pointerId) === 'finish') pen.finish();
  };

  const onCancel = (event: PointerEvent) => {
    const verdict = arbiter.cancel(event.pointerId);
    if (verdict === 'finish') pen.finish();
    if (verdict === 'discard') pen.discard();
  };

  content.addEventListener('pointerdown', onDown, { signal });
  content.addEventListener('pointermove', onMove, { signal });
  content.addEventListener('pointerup', onUp, { signal });
  content.addEventListener('pointercancel', onCancel, { signal });
  // Safari's Scribble and scrolling begin at touchmove, whatever touch-action says.
  content.addEventListener('touchmove', (event) => event.preventDefault(), {
    passive: false,
    signal,
  });
  content.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  return () => ending.abort();
}
