/** A finger on the glass, CSS px. */
export type Finger = { readonly id: number; readonly x: number; readonly y: number };

/** How the page follows fingers: turned about `x`, `y` by `factor`, then moved; CSS px. */
export type Follow = {
  readonly dx: number;
  readonly dy: number;
  readonly factor: number;
  readonly x: number;
  readonly y: number;
};

/** Two fingers tapped, or three. */
export type Tap = 'undo' | 'redo';

/** A tap is over within this, and its fingers stay within that. */
const TAP_MS = 320;
const TAP_PX = 14;

export interface TouchGesture {
  /** A finger landed. It is no gesture yet unless `force`, or another finger is down. */
  down(finger: Finger, atMs: number): void;
  move(finger: Finger): Follow | null;
  up(id: number, atMs: number): Tap | null;
  cancel(id: number): void;
  /** Two fingers or more are down, or were a moment ago. */
  active(): boolean;
}

/**
 * What several fingers mean: moving apart zooms, moving together pans, tapping with two takes back
 * and with three brings back.
 * @param oneFingerPans whether a single finger moves the page, too: when only the pen draws
 */
export function createTouchGesture(oneFingerPans: () => boolean): TouchGesture {
  const fingers = new Map<number, Finger>();
  const landed = new Map<number, Finger>();
  let most = 0;
  let beganMs = 0;
  let travelled = false;

  const middle = () => {
    const all = [...fingers.values()];
    const x = all.reduce((sum, finger) => sum + finger.x, 0) / all.length;
    const y = all.reduce((sum, finger) => sum + finger.y, 0) / all.length;
    const spread = all.reduce((sum, finger) => sum + Math.hypot(finger.x - x, finger.y - y), 0);
    return { x, y, spread: spread / all.length };
  };

  const lift = (id: number) => {
    fingers.delete(id);
    landed.delete(id);
    if (fingers.size === 0) most = 0;
  };

  return {
    down(finger, atMs) {
      if (fingers.size === 0) {
        beganMs = atMs;
        travelled = false;
        most = 0;
      }
      fingers.set(finger.id, finger);
      landed.set(finger.id, finger);
      most = Math.max(most, fingers.size);
    },
    move(finger) {
      const start = landed.get(finger.id);
      if (start === undefined) return null;
      if (Math.hypot(finger.x - start.x, finger.y - start.y) > TAP_PX) travelled = true;
      const before = middle();
      fingers.set(finger.id, finger);
      const follows = most >= 2 ? fingers.size >= 2 : oneFingerPans();
      // Within the reach of a tap nothing moves: a tap must not shift the page.
      if (!follows || !travelled) return null;
      const after = middle();
      return {
        dx: after.x - before.x,
        dy: after.y - before.y,
        factor: before.spread > 1 && fingers.size >= 2 ? after.spread / before.spread : 1,
        x: after.x,
        y: after.y,
      };
    },
    up(id, atMs) {
      const [count, moved] = [most, travelled];
      const was = fingers.has(id);
      lift(id);
      if (!was || fingers.size > 0 || moved || atMs - beganMs > TAP_MS) return null;
      if (count === 2) return 'undo';
      return count === 3 ? 'redo' : null;
    },
    cancel(id) {
      travelled = true;
      lift(id);
    },
    active: () => most >= 2,
  };
}
