import { describe, expect, it } from 'vitest';
import { type KeyboardPen, liftPen, pressKey, releaseKey, RESTING_PEN } from './keyboard-pen.ts';

function press(pen: KeyboardPen, ...keys: readonly string[]) {
  const verdicts: string[] = [];
  let now = pen;
  for (const key of keys) {
    const [next, verdict] = pressKey(now, key, false);
    now = next;
    verdicts.push(verdict);
  }
  return { pen: now, verdicts };
}

describe('drawing by keyboard', () => {
  it('moves, puts the pen down, draws and lifts', () => {
    const { verdicts } = press(RESTING_PEN, 'ArrowLeft', ' ', 'ArrowLeft', ' ', 'ArrowLeft');
    expect(verdicts).toEqual(['move', 'begin', 'continue', 'finish', 'move']);
  });

  it('goes slantwise while two arrows are held', () => {
    const { pen } = press(RESTING_PEN, 'ArrowRight', 'ArrowDown');
    const straight = pressKey(releaseKey(pen, 'ArrowRight'), 'ArrowDown', false)[0];
    expect([pen.x - RESTING_PEN.x, pen.y - RESTING_PEN.y]).toEqual([20, 10]);
    expect([straight.x - pen.x, straight.y - pen.y]).toEqual([0, 10]);
  });

  it('stays on the page', () => {
    const { pen } = press(RESTING_PEN, ...Array.from({ length: 200 }, () => 'ArrowUp'));
    expect(pen.y).toBe(0);
  });

  it('lifts at Escape, and leaves Escape alone while lifted', () => {
    const { verdicts } = press(RESTING_PEN, 'Enter', 'Escape', 'Escape');
    expect(verdicts).toEqual(['begin', 'finish', 'ignore']);
  });

  it('finishes the stroke when the focus goes', () => {
    const { pen } = press(RESTING_PEN, ' ');
    expect(liftPen(pen)[1]).toBe('finish');
    expect(liftPen(RESTING_PEN)[1]).toBe('ignore');
  });
});
