/** A place in the list's own content, CSS px: scrolling does not change it. */
export type Spot = { readonly x: number; readonly y: number };
export type Box = Spot & { readonly width: number; readonly height: number };

/**
 * A page being moved to another place by pointer. A mouse or pen lifts the card by moving; a finger
 * has to rest first, because moving at once scrolls the list.
 */
export type Reorder =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'pressed';
      readonly from: number;
      readonly start: Spot;
      readonly byTouch: boolean;
    }
  | {
      readonly phase: 'lifted';
      readonly from: number;
      readonly to: number;
      readonly start: Spot;
      readonly at: Spot;
    };

export const IDLE: Reorder = { phase: 'idle' };

/** How far a mouse may tremble within a click, CSS px. */
export const CLICK_PX = 6;
/** How long a finger rests on a card before it lifts it. */
export const HOLD_MS = 350;

export function press(from: number, start: Spot, byTouch: boolean): Reorder {
  return { phase: 'pressed', from, start, byTouch };
}

/** The finger has rested for HOLD_MS. */
export function hold(state: Reorder): Reorder {
  if (state.phase !== 'pressed' || !state.byTouch) return state;
  const { from, start } = state;
  return { phase: 'lifted', from, to: from, start, at: start };
}

function centre({ x, y, width, height }: Box): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

function nearest(boxes: readonly Box[], spot: Spot): number {
  let best = 0;
  let least = Infinity;
  for (const [i, box] of boxes.entries()) {
    const { x, y } = centre(box);
    const distance = Math.hypot(x - spot.x, y - spot.y);
    if (distance >= least) continue;
    best = i;
    least = distance;
  }
  return best;
}

/**
 * The pointer is at another spot.
 * @param boxes where the cards lay when the list was at rest, in their order
 */
export function drag(state: Reorder, at: Spot, boxes: readonly Box[]): Reorder {
  if (state.phase === 'idle') return state;
  if (state.phase === 'pressed') {
    if (Math.hypot(at.x - state.start.x, at.y - state.start.y) <= CLICK_PX) return state;
    if (state.byTouch) return IDLE;
  }
  const { from, start } = state;
  const box = boxes[from];
  if (box === undefined) return IDLE;
  const lifted = centre(box);
  const spot = { x: lifted.x + at.x - start.x, y: lifted.y + at.y - start.y };
  return { phase: 'lifted', from, to: nearest(boxes, spot), start, at };
}

/** Where a card stands while another one is carried from `from` to `to`. */
export function placeDuring(index: number, from: number, to: number): number {
  if (index === from) return to;
  if (from < index && index <= to) return index - 1;
  if (to <= index && index < from) return index + 1;
  return index;
}

/** How far a card is shown from where it lies. */
export function offsetOf(state: Reorder, index: number, boxes: readonly Box[]): Spot {
  if (state.phase !== 'lifted') return { x: 0, y: 0 };
  if (index === state.from) {
    return { x: state.at.x - state.start.x, y: state.at.y - state.start.y };
  }
  const lies = boxes[index];
  const shown = boxes[placeDuring(index, state.from, state.to)];
  return lies && shown ? { x: shown.x - lies.x, y: shown.y - lies.y } : { x: 0, y: 0 };
}

/** How fast a list scrolls under a pointer near its edge, px per frame: 0 in the middle. */
export function scrollSpeed(at: number, length: number, edge = 56, fastest = 14): number {
  const reach = Math.min(edge, length / 3);
  if (at < reach) return -Math.ceil((fastest * Math.min(reach, reach - at)) / reach);
  if (at > length - reach)
    return Math.ceil((fastest * Math.min(reach, at - length + reach)) / reach);
  return 0;
}
