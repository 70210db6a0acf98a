import { describe, expect, it } from 'vitest';
import { createPointerArbiter, type PointerDown } from './pointer-arbiter.ts';

function touch(id: number, atMs = 0, contactPx = 30): PointerDown {
  return { id, kind: 'touch', primary: true, contactPx, atMs };
}
function pen(id: number, atMs = 0): PointerDown {
  return { id, kind: 'pen', primary: true, contactPx: 1, atMs };
}

describe('fingers', () => {
  it('draw one at a time', () => {
    const arbiter = createPointerArbiter();
    expect(arbiter.down(touch(1))).toBe('begin');
    expect(arbiter.down(touch(2, 900))).toBe('ignore');
    expect(arbiter.move(2)).toBe('ignore');
    expect(arbiter.move(1)).toBe('continue');
    expect(arbiter.up(1)).toBe('finish');
  });

  it('take back a stroke just begun when a second one lands, and wait until all are lifted', () => {
    const arbiter = createPointerArbiter();
    arbiter.down(touch(1, 0));
    expect(arbiter.down(touch(2, 120))).toBe('discard');
    expect(arbiter.move(1)).toBe('ignore');
    arbiter.up(1);
    expect(arbiter.down(touch(3, 400))).toBe('ignore');
    arbiter.up(2);
    arbiter.up(3);
    expect(arbiter.down(touch(4, 800))).toBe('begin');
  });

  it('are taken for a palm when broad', () => {
    expect(createPointerArbiter().down(touch(1, 0, 140))).toBe('ignore');
  });

  it('lose a stroke that the system cancels', () => {
    const arbiter = createPointerArbiter();
    arbiter.down(touch(1));
    expect(arbiter.cancel(1)).toBe('discard');
  });
});

describe('a pen', () => {
  it('overrules the hand that landed first, and silences fingers from then on', () => {
    const arbiter = createPointerArbiter();
    arbiter.down(touch(1, 0));
    expect(arbiter.down(pen(2, 500))).toBe('restart');
    expect(arbiter.up(2)).toBe('finish');
    expect(arbiter.down(touch(3, 900))).toBe('ignore');
    expect(arbiter.penOnly()).toBe(true);
  });

  it('keeps what it drew when it is cancelled', () => {
    const arbiter = createPointerArbiter();
    arbiter.down(pen(1));
    expect(arbiter.cancel(1)).toBe('finish');
  });

  it('gives way to fingers again when the pupil says so', () => {
    const arbiter = createPointerArbiter();
    arbiter.down(pen(1));
    arbiter.up(1);
    arbiter.allowTouch();
    expect(arbiter.down(touch(2))).toBe('begin');
  });
});

it('a mouse draws with its main button only', () => {
  const arbiter = createPointerArbiter();
  const mouse = { id: 1, kind: 'mouse', contactPx: 1, atMs: 0 } as const;
  expect(arbiter.down({ ...mouse, primary: false })).toBe('ignore');
  expect(arbiter.down({ ...mouse, primary: true })).toBe('begin');
});
