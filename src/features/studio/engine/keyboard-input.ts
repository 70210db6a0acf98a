import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, quarterX, quarterY } from '@domain/story/limits.ts';
import { PRESSURE_UNKNOWN } from '@domain/story/paint/strokes/freehand.ts';
import {
  type KeyboardPen,
  type KeyVerdict,
  liftPen,
  pressKey,
  releaseKey,
  RESTING_PEN,
} from '../tools/keyboard-pen.ts';
import type { ToolInHand } from '../tools/tool.ts';
import type { PlaceOnPage, Zoom } from './zoom.ts';

export type KeyTargets = {
  readonly host: HTMLElement;
  readonly cursor: HTMLElement;
  readonly hand: () => ToolInHand;
  readonly zoom: Zoom;
  /** Tries a key that moves no pen; true when it was a command. */
  readonly command: (key: string, place: PlaceOnPage) => boolean;
  /** Told when the pen of the keys goes down or up. */
  readonly onPen: (down: boolean) => void;
};

/** Keys on the focused page move a pen that can be seen, whichever tool it is. */
export function listenToKeys({ host, cursor, hand, zoom, command, onPen }: KeyTargets) {
  const ending = new AbortController();
  const { signal } = ending;
  let state = RESTING_PEN;
  let tool: ToolInHand | null = null;
  let byMouse = false;
  let spaceHeld = false;

  const place = (): PlaceOnPage => ({ x: state.x / PAGE_WIDTH_PX, y: state.y / PAGE_HEIGHT_PX });

  const showCursor = (visible: boolean) => {
    cursor.hidden = !visible;
    cursor.dataset['down'] = String(state.down);
    cursor.style.left = `${place().x * 100}%`;
    cursor.style.top = `${place().y * 100}%`;
    if (visible) zoom.reveal(place());
  };

  const carryOut = (next: KeyboardPen, verdict: KeyVerdict, atMs: number, shift: boolean) => {
    state = next;
    const touch = { byKeys: true, regular: shift };
    const sample = {
      x: quarterX(state.x),
      y: quarterY(state.y),
      pressure: PRESSURE_UNKNOWN,
      atMs,
    };
    if (verdict === 'begin') {
      tool = hand();
      tool.down(sample, touch);
    }
    if (verdict === 'continue') tool?.move(sample, touch);
    if (verdict === 'finish') {
      tool?.up();
      tool = null;
    }
    if (verdict === 'begin' || verdict === 'finish') onPen(state.down);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== host) return;
    if (event.key === ' ' && byMouse) {
      spaceHeld = true;
      host.dataset['pans'] = 'true';
      event.preventDefault();
      return;
    }
    if (!state.down && hand().key?.(event.key, event.shiftKey)) {
      event.preventDefault();
      return;
    }
    const [next, verdict] = pressKey(state, event.key, event.shiftKey);
    if (verdict === 'ignore') {
      if (command(event.key, place())) event.preventDefault();
      return;
    }
    byMouse = false;
    event.preventDefault();
    carryOut(next, verdict, event.timeStamp, event.shiftKey);
    showCursor(true);
  };

  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === ' ') stopPanning();
    state = releaseKey(state, event.key);
  };

  const stopPanning = () => {
    spaceHeld = false;
    delete host.dataset['pans'];
  };

  const lift = (event: Event) => {
    const [next, verdict] = liftPen(state);
    carryOut(next, verdict, event.timeStamp, false);
    stopPanning();
    showCursor(false);
  };

  const onPointer = (event: PointerEvent) => {
    byMouse = event.pointerType === 'mouse';
    const box = cursor.parentElement?.getBoundingClientRect();
    // Keys go on where the pointer was.
    if (box && !state.down) {
      state = {
        ...state,
        x: Math.min(
          PAGE_WIDTH_PX,
          Math.max(0, ((event.clientX - box.left) / box.width) * PAGE_WIDTH_PX),
        ),
        y: Math.min(
          PAGE_HEIGHT_PX,
          Math.max(0, ((event.clientY - box.top) / box.height) * PAGE_HEIGHT_PX),
        ),
      };
    }
  };

  host.addEventListener('keydown', onKeyDown, { signal });
  host.addEventListener('keyup', onKeyUp, { signal });
  host.addEventListener('blur', lift, { signal });
  host.addEventListener(
    'pointerdown',
    (event) => {
      if (!spaceHeld) lift(event);
      onPointer(event);
    },
    { signal, capture: true },
  );
  host.addEventListener('pointerleave', () => (byMouse = false), { signal });
  host.addEventListener('focus', () => showCursor(host.matches(':focus-visible')), { signal });
  return { stop: () => ending.abort(), pans: () => spaceHeld };
}
