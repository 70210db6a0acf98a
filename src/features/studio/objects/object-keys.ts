/** What a key does to the selected object. */
export type ObjectKey =
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'scale'; readonly factor: number }
  | { readonly kind: 'turn'; readonly degrees: number }
  | {
      readonly kind:
        | 'drop'
        | 'duplicate'
        | 'rewrite'
        | 'flip'
        | 'forward'
        | 'backward'
        | 'sink'
        | 'leave';
    };

type Press = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

const STEP_PX = 10;
const STRIDE_PX = 50;
const GROW = 1.1;
const TURN_DEGREES = 15;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const KEYS: Readonly<Record<string, ObjectKey>> = {
  '+': { kind: 'scale', factor: GROW },
  // The same key without Shift.
  '=': { kind: 'scale', factor: GROW },
  '-': { kind: 'scale', factor: 1 / GROW },
  '[': { kind: 'turn', degrees: -TURN_DEGREES },
  ']': { kind: 'turn', degrees: TURN_DEGREES },
  Delete: { kind: 'drop' },
  Backspace: { kind: 'drop' },
  Enter: { kind: 'rewrite' },
  F2: { kind: 'rewrite' },
  f: { kind: 'flip' },
  b: { kind: 'sink' },
  PageUp: { kind: 'forward' },
  PageDown: { kind: 'backward' },
  Escape: { kind: 'leave' },
};

/** Undefined for keys that mean nothing to an object. */
export function objectKey({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Press): ObjectKey | undefined {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'd' ? { kind: 'duplicate' } : undefined;
  if (altKey) return undefined;
  const arrow = ARROWS[key];
  if (arrow) {
    const step = shiftKey ? STRIDE_PX : STEP_PX;
    return { kind: 'move', dx: arrow[0] * step, dy: arrow[1] * step };
  }
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}
