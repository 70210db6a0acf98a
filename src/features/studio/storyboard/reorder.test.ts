import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  drag,
  hold,
  IDLE,
  offsetOf,
  placeDuring,
  press,
  type Reorder,
  scrollSpeed,
} from './reorder.ts';

const BOXES: readonly Box[] = Array.from({ length: 6 }, (_, i) => ({
  x: (i % 3) * 110,
  y: Math.floor(i / 3) * 90,
  width: 100,
  height: 80,
}));
const START = { x: 50, y: 40 };

describe('moving a page by pointer', () => {
  it('takes a small tremble for a click', () => {
    const pressed = press(0, START, false);
    expect(drag(pressed, { x: 54, y: 42 }, BOXES)).toBe(pressed);
  });

  it('lifts by mouse at once, and stands where the card is nearest', () => {
    const lifted = drag(press(0, START, false), { x: 50 + 215, y: 45 }, BOXES);
    expect(lifted).toMatchObject({ phase: 'lifted', from: 0, to: 2 });
    expect(drag(lifted, { x: 52, y: 130 }, BOXES)).toMatchObject({ to: 3 });
  });

  it('lets a moving finger scroll, and lifts for one that rests', () => {
    const finger = press(1, START, true);
    expect(drag(finger, { x: 50, y: 80 }, BOXES)).toBe(IDLE);
    const lifted = hold(finger);
    expect(lifted).toMatchObject({ phase: 'lifted', from: 1, to: 1 });
    expect(drag(lifted, { x: 50 - 110, y: 40 }, BOXES)).toMatchObject({ to: 0 });
  });

  it('never lifts for a resting mouse', () => {
    const mouse = press(1, START, false);
    expect(hold(mouse)).toBe(mouse);
  });

  it('shows every place taken exactly once while a card is carried', () => {
    const place = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const places = Array.from({ length: 12 }, (_, i) => placeDuring(i, from, to));
        expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
        // What is seen while carrying is what dropping does: taken out, put in at `to`.
        const order = Array.from({ length: 12 }, (_, i) => i);
        const dropped = order.toSpliced(from, 1).toSpliced(to, 0, from);
        expect(order.toSorted((a, b) => places[a]! - places[b]!)).toEqual(dropped);
      }),
    );
  });

  it('stays within the list whatever the pointer does', () => {
    const spot = fc.record({
      x: fc.integer({ min: -500, max: 900 }),
      y: fc.integer({ min: -500, max: 900 }),
    });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('drag' as const), spot }),
      fc.record({ kind: fc.constant('hold' as const) }),
    );
    fc.assert(
      fc.property(fc.nat(5), fc.boolean(), fc.array(step), (from, byTouch, steps) => {
        let state: Reorder = press(from, START, byTouch);
        for (const taken of steps) {
          state = taken.kind === 'hold' ? hold(state) : drag(state, taken.spot, BOXES);
          if (state.phase !== 'lifted') continue;
          expect(state.from).toBe(from);
          expect(BOXES[state.to]).toBeDefined();
        }
      }),
    );
  });

  it('makes room for the carried card', () => {
    const lifted = drag(press(0, START, false), { x: 50 + 110, y: 40 }, BOXES);
    expect(offsetOf(lifted, 0, BOXES)).toEqual({ x: 110, y: 0 });
    expect(offsetOf(lifted, 1, BOXES)).toEqual({ x: -110, y: 0 });
    expect(offsetOf(lifted, 2, BOXES)).toEqual({ x: 0, y: 0 });
  });

  it('scrolls faster the nearer the edge', () => {
    expect(scrollSpeed(300, 600)).toBe(0);
    expect(scrollSpeed(4, 600)).toBeLessThan(scrollSpeed(40, 600));
    expect(scrollSpeed(596, 600)).toBeGreaterThan(scrollSpeed(560, 600));
    expect(scrollSpeed(-50, 600)).toBe(-14);
  });
});
