import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, quarterX, quarterY } from '@domain/story/limits.ts';
import { PRESSURE_UNKNOWN } from '@domain/story/paint.ts';
import {
  type KeyboardPen,
  type KeyVerdict,
  liftPen,
  pressKey,
  releaseKey,
  RESTING_PEN,
} from '../tools/keyboard-pen.ts';
import type { Pen } from './pen.ts';

/**
 * Keys on the focused page move a pen that can be seen.
 * @param command tries a key that does not move the pen; true when it was one
 * @param onPen told when the pen goes down or up
 */
export function listenToKeys(
  host: HTMLElement,
  cursor: HTMLElement,
  pen: Pen,
  command: (key: string) => boolean,
  onPen: (down: boolean) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let state = RESTING_PEN;

  const showCursor = (visible: boolean) => {
    cursor.hidden = !visible;
    cursor.dataset['down'] = String(state.down);
    cursor.style.left = `${(state.x / PAGE_WIDTH_PX) * 100}%`;
    cursor.style.top = `${(state.y / PAGE_HEIGHT_PX) * 100}%`;
  };

  const carryOut = (next: KeyboardPen, verdict: KeyVerdict, atMs: number) => {
    state = next;
    const sample = {
      x: quarterX(state.x),
      y: quarterY(state.y),
      pressure: PRESSURE_UNKNOWN,
      atMs,
    };
    if (verdict === 'begin') pen.begin(sample, false);
    if (verdict === 'continue') pen.add(sample);
    if (verdict === 'finish') pen.finish();
    if (verdict === 'begin' || verdict === 'finish') onPen(state.down);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // What lies over the page has keys of its own.
    if (event.target !== host || event.ctrlKey || event.altKey || event.metaKey) return;
    const [next, verdict] = pressKey(state, event.key, event.shiftKey);
    if (verdict === 'ignore') {
      if (command(event.key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    carryOut(next, verdict, event.timeStamp);
    showCursor(true);
  };

  const onKeyUp = (event: KeyboardEvent) => {
    state = releaseKey(state, event.key);
  };

  const lift = (event: Event) => {
    const [next, verdict] = liftPen(state);
    carryOut(next, verdict, event.timeStamp);
    showCursor(false);
  };

  host.addEventListener('keydown', onKeyDown, { signal });
  host.addEventListener('keyup', onKeyUp, { signal });
  host.addEventListener('blur', lift, { signal });
  host.addEventListener('pointerdown', lift, { signal, capture: true });
  host.addEventListener('focus', () => showCursor(host.matches(':focus-visible')), { signal });
  return () => ending.abort();
}
