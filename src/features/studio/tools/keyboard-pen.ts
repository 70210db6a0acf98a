import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';

const STEP_PX = 10;
const STRIDE_PX = 50;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export type KeyboardPen = {
  /** Place of the cursor on the page, px. */
  readonly x: number;
  readonly y: number;
  readonly down: boolean;
  readonly held: ReadonlySet<string>;
};

export type KeyVerdict = 'ignore' | 'move' | 'begin' | 'continue' | 'finish';

export const RESTING_PEN: KeyboardPen = {
  x: PAGE_WIDTH_PX / 2,
  y: PAGE_HEIGHT_PX / 2,
  down: false,
  held: new Set(),
};

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, value));
}

/**
 * A pen moved by keys: arrows move (two held together go slantwise, Shift strides), Space and Enter
 * put it down and lift it, Escape lifts it.
 */
export function pressKey(
  pen: KeyboardPen,
  key: string,
  shift: boolean,
): readonly [KeyboardPen, KeyVerdict] {
  if (key in ARROWS) {
    const held = new Set(pen.held).add(key);
    const step = shift ? STRIDE_PX : STEP_PX;
    const [dx, dy] = [...held].reduce(
      ([x, y], arrow) => [x + ARROWS[arrow]![0], y + ARROWS[arrow]![1]] as const,
      [0, 0] as readonly [number, number],
    );
    const moved = {
      ...pen,
      held,
      x: clamp(pen.x + dx * step, PAGE_WIDTH_PX),
      y: clamp(pen.y + dy * step, PAGE_HEIGHT_PX),
    };
    return [moved, pen.down ? 'continue' : 'move'];
  }
  if (key === ' ' || key === 'Enter') {
    return [{ ...pen, down: !pen.down }, pen.down ? 'finish' : 'begin'];
  }
  if (key === 'Escape' && pen.down) return liftPen(pen);
  return [pen, 'ignore'];
}

export function releaseKey(pen: KeyboardPen, key: string): KeyboardPen {
  const held = new Set(pen.held);
  held.delete(key);
  return { ...pen, held };
}

/** The focus went elsewhere, or the pupil wants no more of this stroke. */
export function liftPen(pen: KeyboardPen): readonly [KeyboardPen, KeyVerdict] {
  return [{ ...pen, down: false, held: new Set() }, pen.down ? 'finish' : 'ignore'];
}
