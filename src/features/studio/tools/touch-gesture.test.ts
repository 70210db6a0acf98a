import { describe, expect, it } from 'vitest';
import { createTouchGesture } from './touch-gesture.ts';

const never = () => false;

describe('fingers together', () => {
  it('tapping with two takes back, with three brings back', () => {
    const gesture = createTouchGesture(never);
    for (const [count, meant] of [
      [2, 'undo'],
      [3, 'redo'],
    ] as const) {
      for (let id = 0; id < count; id += 1) gesture.down({ id, x: id * 80, y: 10 }, id * 20);
      const said = Array.from({ length: count }, (_, id) => gesture.up(id, 150 + id));
      expect(said.at(-1)).toBe(meant);
      expect(said.slice(0, -1).every((each) => each === null)).toBe(true);
    }
  });

  it('one finger, a slow tap and a tap that slid mean nothing', () => {
    const gesture = createTouchGesture(never);
    gesture.down({ id: 1, x: 0, y: 0 }, 0);
    expect(gesture.up(1, 50)).toBeNull();
    for (const slide of [false, true]) {
      gesture.down({ id: 1, x: 0, y: 0 }, 0);
      gesture.down({ id: 2, x: 80, y: 0 }, 10);
      if (slide) gesture.move({ id: 2, x: 120, y: 0 });
      gesture.up(1, slide ? 90 : 900);
      expect(gesture.up(2, slide ? 100 : 950)).toBeNull();
    }
  });

  it('moving apart zooms about their middle, moving together pans', () => {
    const gesture = createTouchGesture(never);
    gesture.down({ id: 1, x: 100, y: 100 }, 0);
    gesture.down({ id: 2, x: 200, y: 100 }, 10);
    expect(gesture.move({ id: 2, x: 300, y: 100 })).toEqual({
      dx: 50,
      dy: 0,
      factor: 2,
      x: 200,
      y: 100,
    });
    const [down, after] = [gesture.move({ id: 1, x: 100, y: 140 }), { id: 2, x: 300, y: 140 }];
    expect(down?.dy).toBe(20);
    expect(gesture.move(after)?.dy).toBe(20);
  });

  it('a finger that stays longer moves nothing', () => {
    const gesture = createTouchGesture(never);
    gesture.down({ id: 1, x: 100, y: 100 }, 0);
    gesture.down({ id: 2, x: 200, y: 100 }, 10);
    gesture.move({ id: 2, x: 260, y: 100 });
    gesture.up(2, 400);
    expect(gesture.move({ id: 1, x: 160, y: 160 })).toBeNull();
  });

  it('a single finger pans while only the pen draws', () => {
    const gesture = createTouchGesture(() => true);
    gesture.down({ id: 1, x: 100, y: 100 }, 0);
    expect(gesture.move({ id: 1, x: 140, y: 100 })).toMatchObject({ dx: 40, factor: 1 });
  });
});
