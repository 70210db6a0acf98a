import {
  FULL_TURN,
  PAGE_HEIGHT_PX,
  PAGE_WIDTH_PX,
  quarterX,
  quarterY,
  SCALE_RANGE,
  toPx,
} from '@domain/story/limits.ts';
import type { Box, Place } from '@domain/story/paint/objects/box.ts';
import type { ObjectId, PageObject, Placement, SceneObject } from '@domain/story/scene.ts';

/** Smaller than this a finger would not find it again. */
const LEAST_PX = 40;
const COPY_SHIFT_PX = 48;

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

export function placed<Item extends PageObject>(item: Item, change: Partial<Placement>): Item {
  return { ...item, placement: { ...item.placement, ...change } };
}

/** Moves the middle to a place of the page; it never leaves the page, so that nothing gets lost. */
export function movedTo<Item extends PageObject>(item: Item, { x, y }: Place): Item {
  return placed(item, {
    x: quarterX(clamp(x, 0, PAGE_WIDTH_PX)),
    y: quarterY(clamp(y, 0, PAGE_HEIGHT_PX)),
  });
}

export function movedBy<Item extends PageObject>(item: Item, dx: number, dy: number): Item {
  return movedTo(item, { x: toPx(item.placement.x) + dx, y: toPx(item.placement.y) + dy });
}

/** @param box at scale 1 @param scale 1 is natural size */
export function scaledTo<Item extends PageObject>(item: Item, box: Box, scale: number): Item {
  const longest = Math.max(box.width, box.height, 1);
  const least = Math.max(SCALE_RANGE.min, Math.ceil((LEAST_PX / longest) * 1000));
  const most = Math.min(SCALE_RANGE.max, Math.floor(((2 * PAGE_WIDTH_PX) / longest) * 1000));
  return placed(item, {
    scale: clamp(Math.round(scale * 1000), Math.min(least, most), Math.max(most, SCALE_RANGE.min)),
  });
}

export function scaledBy<Item extends PageObject>(item: Item, box: Box, factor: number): Item {
  return scaledTo(item, box, (item.placement.scale / 1000) * factor);
}

/** @param degrees clockwise, any number */
export function turnedTo<Item extends PageObject>(item: Item, degrees: number): Item {
  const turn = Math.round(degrees * 100) % FULL_TURN;
  return placed(item, { rotation: (turn + FULL_TURN) % FULL_TURN });
}

export function turnedBy<Item extends PageObject>(item: Item, degrees: number): Item {
  return turnedTo(item, item.placement.rotation / 100 + degrees);
}

export function flipped<Item extends PageObject>(item: Item): Item {
  return placed(item, { flip: !item.placement.flip });
}

/** A copy a little further down to the right, or up to the left where the page ends. */
export function copied<Item extends PageObject>(item: Item): Item {
  const [x, y] = [toPx(item.placement.x), toPx(item.placement.y)];
  return movedTo(item, {
    x: x + (x + COPY_SHIFT_PX > PAGE_WIDTH_PX ? -COPY_SHIFT_PX : COPY_SHIFT_PX),
    y: y + (y + COPY_SHIFT_PX > PAGE_HEIGHT_PX ? -COPY_SHIFT_PX : COPY_SHIFT_PX),
  });
}

/**
 * The object's place in the order after one move up (1) or down (-1) among those on its side of the
 * ink; undefined when it is there already.
 */
export function stepInOrder(
  objects: readonly SceneObject[],
  id: ObjectId,
  by: -1 | 1,
): number | undefined {
  const at = objects.findIndex((object) => object.id === id);
  const behind = objects[at]?.item.placement.behind;
  for (let i = at + by; i >= 0 && i < objects.length; i += by) {
    if (objects[i]!.item.placement.behind === behind) return i;
  }
  return undefined;
}

export type Region = `${'top' | 'middle' | 'bottom'}-${'left' | 'middle' | 'right'}`;

/** Which ninth of the page the middle lies in, for who cannot see it. */
export function regionOf({ x, y }: Placement): Region {
  const third = <Name>(share: number, names: readonly [Name, Name, Name]) =>
    names[clamp(Math.floor(share * 3), 0, 2)]!;
  const row = third(toPx(y) / PAGE_HEIGHT_PX, ['top', 'middle', 'bottom'] as const);
  const column = third(toPx(x) / PAGE_WIDTH_PX, ['left', 'middle', 'right'] as const);
  return `${row}-${column}`;
}
