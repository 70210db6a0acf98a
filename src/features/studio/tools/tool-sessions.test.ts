import { describe, expect, it } from 'vitest';
import { checkEvent } from '@domain/story/event-rules.ts';
import { MAX_POINTS_PER_STROKE, quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import type { Sample } from './tool.ts';
import { TOOL_NAMES, TOOL_SET } from './tool-set.ts';

const settings = { pageId: 1, colour: 0x1273b8, size: quarterSize(20) };

function sample(x: number, y: number, atMs: number, pressure = 128): Sample {
  return { x: quarterX(x), y: quarterY(y), pressure, atMs };
}

describe.each(TOOL_NAMES)('%s', (name) => {
  it('says what it drew as a change that a story accepts', () => {
    const session = TOOL_SET[name].begin(settings, sample(10, 10, 5_000.4));
    session.add(sample(20, 15, 5_008.2, 200));
    session.add(sample(30, 30, 5_016.9));
    const change = session.finish()!;
    expect(() => checkEvent({ ...change, seq: 0, atMs: 0 })).not.toThrow();
    expect(change.t).toEqual([0, 8, 17]);
  });

  it('makes a dot of a tap', () => {
    const session = TOOL_SET[name].begin(settings, sample(10, 10, 0));
    expect(session.finish()?.x).toHaveLength(1);
  });

  it('keeps one point where the hand rests', () => {
    const session = TOOL_SET[name].begin(settings, sample(10, 10, 0));
    for (let ms = 8; ms < 400; ms += 8) session.add(sample(10, 10, ms));
    expect(session.finish()?.x).toHaveLength(1);
  });

  it('does not let time fall when a merged sample is older', () => {
    const session = TOOL_SET[name].begin(settings, sample(10, 10, 100));
    session.add(sample(20, 10, 120));
    session.add(sample(30, 10, 110));
    expect(session.finish()?.t).toEqual([0, 20, 20]);
  });

  it('says when it is full', () => {
    const session = TOOL_SET[name].begin(settings, sample(0, 0, 0));
    for (let i = 1; i < MAX_POINTS_PER_STROKE; i += 1) session.add(sample(i % 1600, i % 7, i));
    expect(session.add(sample(800, 800, 20_000))).toBe(false);
    expect(session.finish()?.x).toHaveLength(MAX_POINTS_PER_STROKE);
  });

  it('hands over a change that later samples do not reach', () => {
    const session = TOOL_SET[name].begin(settings, sample(0, 0, 0));
    const soFar = session.finish();
    session.add(sample(50, 50, 10));
    expect(soFar?.x).toHaveLength(1);
  });
});
