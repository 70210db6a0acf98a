import type { Point, SeaFrame } from './sea-frame.ts';
import type { SweepRun } from './sweep-run.ts';

const WAYS: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  KeyW: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  KeyS: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  KeyA: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  KeyD: { x: 1, y: 0 },
};
/** As near to the finger as the boat goes: nearer it would tremble. */
const NEAR_PX = 9;

export type Steering = ReturnType<typeof createSteering>;

const sign = (value: number): -1 | 0 | 1 => (value > 0.5 ? 1 : value < -0.5 ? -1 : 0);

/** Keys that are held and a finger that points, as the hands of every tick. */
export function createSteering() {
  const held = new Set<string>();
  let finger: Point | null = null;
  return {
    /** True when the key steers. */
    press: (code: string) => {
      if (WAYS[code] === undefined) return false;
      held.add(code);
      finger = null;
      return true;
    },
    release: (code: string) => held.delete(code),
    point: (at: Point | null) => {
      finger = at;
    },
    letGo: () => {
      held.clear();
      finger = null;
    },
    /** Sets the hands of a run for the ticks to come. */
    steer: ({ hands }: SweepRun, frame: SeaFrame, boat: Point) => {
      let way = { x: 0, y: 0 };
      if (finger !== null) {
        const off = { x: finger.x - boat.x, y: finger.y - boat.y };
        way = {
          x: Math.abs(off.x) < NEAR_PX ? 0 : Math.sign(off.x),
          y: Math.abs(off.y) < NEAR_PX ? 0 : Math.sign(off.y),
        };
      }
      for (const code of held) {
        const one = WAYS[code];
        if (one) way = { x: way.x + one.x, y: way.y + one.y };
      }
      const { x, y } = frame.toField(way);
      hands.dx = sign(x);
      hands.dy = sign(y);
    },
  };
}
