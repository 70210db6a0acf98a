import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import {
  type Box,
  drag,
  hold,
  HOLD_MS,
  IDLE,
  offsetOf,
  press,
  type Reorder,
  scrollSpeed,
} from './reorder.ts';

type Place = (from: number, to: number) => void;
type Shown = { readonly state: Reorder; readonly boxes: readonly Box[] };

const AT_REST: Shown = { state: IDLE, boxes: [] };

function spotIn(list: HTMLElement, client: { readonly x: number; readonly y: number }) {
  const { left, top } = list.getBoundingClientRect();
  return { x: client.x - left + list.scrollLeft, y: client.y - top + list.scrollTop };
}

function cardsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-card]')];
}

function boxesOf(list: HTMLElement): readonly Box[] {
  return cardsOf(list).map((card) => {
    const { left, top, width, height } = card.getBoundingClientRect();
    return { ...spotIn(list, { x: left, y: top }), width, height };
  });
}

/** One card carried from press to release. Ends by itself; `stop` ends it early. */
function carry(
  list: HTMLElement,
  pressed: PointerEvent,
  from: number,
  show: (shown: Shown) => void,
  place: Place,
): () => void {
  const boxes = boxesOf(list);
  const byTouch = pressed.pointerType === 'touch';
  let client = { x: pressed.clientX, y: pressed.clientY };
  let state = press(from, spotIn(list, client), byTouch);
  let frame = 0;
  const ending = new AbortController();
  const { signal } = ending;

  const scroll = () => {
    const { left, top, width, height } = list.getBoundingClientRect();
    const before = list.scrollLeft + list.scrollTop;
    list.scrollLeft += scrollSpeed(client.x - left, width);
    list.scrollTop += scrollSpeed(client.y - top, height);
    if (list.scrollLeft + list.scrollTop !== before)
      become(drag(state, spotIn(list, client), boxes));
    frame = requestAnimationFrame(scroll);
  };
  const become = (next: Reorder) => {
    if (next.phase === 'lifted' && state.phase !== 'lifted') frame = requestAnimationFrame(scroll);
    state = next;
    show({ state, boxes });
  };
  const timer = setTimeout(() => become(hold(state)), byTouch ? HOLD_MS : 2 ** 30);
  const stop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    ending.abort();
    show(AT_REST);
  };

  const listen = (
    type: 'pointermove' | 'pointerup' | 'pointercancel',
    act: (e: PointerEvent) => void,
  ) =>
    window.addEventListener(type, (event) => event.pointerId === pressed.pointerId && act(event), {
      signal,
    });
  listen('pointermove', (event) => {
    client = { x: event.clientX, y: event.clientY };
    const next = drag(state, spotIn(list, client), boxes);
    if (next.phase === 'idle') stop();
    else if (next !== state) become(next);
  });
  listen('pointerup', () => {
    const last = state;
    stop();
    if (last.phase !== 'lifted') return;
    // The release after carrying a card is not a click on it.
    const swallow = (event: Event) => event.stopPropagation();
    list.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => list.removeEventListener('click', swallow, { capture: true }), 0);
    if (last.to !== last.from) place(last.from, last.to);
  });
  listen('pointercancel', stop);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || state.phase !== 'lifted') return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    },
    { signal, capture: true },
  );
  // Once lifted, the finger carries the card and no longer scrolls the list.
  list.addEventListener(
    'touchmove',
    (event) => state.phase === 'lifted' && event.preventDefault(),
    {
      signal,
      passive: false,
    },
  );
  list.addEventListener('contextmenu', (event) => byTouch && event.preventDefault(), { signal });
  return stop;
}

/**
 * Lets the cards of a list (each with `data-card`) be carried to another place by mouse, pen or a
 * resting finger; the list scrolls along, Escape puts the card back.
 */
export function useReorder(place: Place): {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly carrying: boolean;
  readonly styleOf: (index: number) => CSSProperties | undefined;
  readonly isCarried: (index: number) => boolean;
} {
  const list = useRef<HTMLOListElement>(null);
  const [{ state, boxes }, show] = useState<Shown>(AT_REST);
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let stop = () => {};
    const onDown = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return;
      if (event.target.closest('textarea, input, summary, [data-still]')) return;
      const card = event.target.closest<HTMLElement>('[data-card]');
      const from = card ? cardsOf(element).indexOf(card) : -1;
      if (from < 0) return;
      stop();
      stop = carry(element, event, from, show, (a, b) => latest.current(a, b));
    };
    element.addEventListener('pointerdown', onDown);
    return () => {
      stop();
      element.removeEventListener('pointerdown', onDown);
    };
  }, []);

  return {
    list,
    carrying: state.phase === 'lifted',
    isCarried: (index) => state.phase === 'lifted' && state.from === index,
    styleOf: (index) => {
      if (state.phase !== 'lifted') return undefined;
      const { x, y } = offsetOf(state, index, boxes);
      return { transform: `translate(${x}px, ${y}px)` };
    },
  };
}
