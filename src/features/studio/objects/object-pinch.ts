import type { Box, Place } from '@domain/story/paint/objects/box.ts';
import type { PageObject } from '@domain/story/scene.ts';
import { movedBy, scaledBy, turnedBy } from './object-moves.ts';

/** Two fingers, px of the page. */
export type Pair = readonly [Place, Place];

/** Fingers as good as on one place say nothing about size. */
const LEAST_SPREAD_PX = 8;

export function middleOf([one, other]: Pair): Place {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

const spreadOf = ([one, other]: Pair) => Math.hypot(other.x - one.x, other.y - one.y);
const angleOf = ([one, other]: Pair) => Math.atan2(other.y - one.y, other.x - one.x);

/**
 * An object that follows two fingers: as much larger as they went apart, as far as their middle went,
 * turned as their line turned.
 * @param box of the object at scale 1
 */
export function pinched<Item extends PageObject>(item: Item, box: Box, from: Pair, to: Pair): Item {
  const [before, after] = [middleOf(from), middleOf(to)];
  const factor =
    Math.max(LEAST_SPREAD_PX, spreadOf(to)) / Math.max(LEAST_SPREAD_PX, spreadOf(from));
  const degrees = ((angleOf(to) - angleOf(from)) * 180) / Math.PI;
  const moved = movedBy(item, after.x - before.x, after.y - before.y);
  return turnedBy(scaledBy(moved, box, factor), degrees);
}

export type PinchTargets = {
  /** A place of the window as one of the page. */
  readonly toPage: (clientX: number, clientY: number) => Place;
  /** Whether two fingers with this middle mean an object; then `change` and `end` follow. */
  readonly begin: (middle: Place) => boolean;
  readonly change: (from: Pair, to: Pair) => void;
  readonly end: () => void;
  /** A second finger is down: what the first began is no longer meant. */
  readonly onSecond: () => void;
};

/**
 * Two fingers above objects. Where they mean an object nobody else hears of the second finger; where
 * they do not, they go on to the page below, which zooms. Until all fingers are lifted nothing is
 * dragged or tapped.
 */
export function listenToPinch(container: HTMLElement, targets: PinchTargets): () => void {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal } as const;
  const fingers = new Map<number, Place>();
  let pinch: { readonly ids: readonly [number, number]; readonly from: Pair } | null = null;
  let several = false;

  const pairOf = ([one, other]: readonly [number, number]): Pair | null => {
    const [first, second] = [fingers.get(one), fingers.get(other)];
    return first && second ? [first, second] : null;
  };

  const onDown = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, targets.toPage(event.clientX, event.clientY));
    if (fingers.size < 2) return;
    if (!several) {
      several = true;
      targets.onSecond();
      const ids = [...fingers.keys()] as [number, number];
      const from = pairOf(ids)!;
      if (targets.begin(middleOf(from))) pinch = { ids, from };
    }
    if (pinch) event.stopPropagation();
  };

  const onMove = (event: PointerEvent) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, targets.toPage(event.clientX, event.clientY));
    if (pinch === null) return;
    event.stopPropagation();
    const to = pairOf(pinch.ids);
    if (to) targets.change(pinch.from, to);
  };

  const onUp = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (pinch?.ids.includes(event.pointerId)) {
      const isFirst = event.pointerId === pinch.ids[0];
      pinch = null;
      targets.end();
      if (!isFirst) event.stopPropagation();
    }
    if (fingers.size === 0) several = false;
  };

  container.addEventListener('pointerdown', onDown, options);
  container.addEventListener('pointermove', onMove, options);
  container.addEventListener('pointerup', onUp, options);
  container.addEventListener('pointercancel', onUp, options);
  // Konva drags by touches, of which the window hears.
  container.addEventListener(
    'touchmove',
    (event) => {
      if (!several) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { ...options, passive: false },
  );
  return () => ending.abort();
}
