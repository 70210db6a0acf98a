import { describe, expect, it } from 'vitest';
import {
  EVERY_LAYER,
  LINE_LAYER,
  type ShapeStep,
  SHAPES,
  type StrokeChange,
  TOOLS,
} from '@domain/story/event.ts';
import { checkEvent } from '@domain/story/event-rules.ts';
import { MAX_POINTS_PER_STROKE, quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import { eraserTool } from './eraser-tool.ts';
import { shapeTool } from './shape-tool.ts';
import { strokeTool } from './stroke-tool.ts';
import type { Sample, SessionMaker, ToolSession } from './session.ts';

const settings = {
  colour: 0x1273b8,
  size: quarterSize(20),
  opacity: 255,
  layer: LINE_LAYER,
  symmetry: 'none',
  seed: 7,
  filled: false,
} as const;

function sample(x: number, y: number, atMs: number, pressure = 128): Sample {
  return { x: quarterX(x), y: quarterY(y), pressure, atMs };
}

function finished(session: ToolSession) {
  return session.finish() as StrokeChange;
}

const STROKES: readonly (readonly [string, SessionMaker])[] = [
  ...TOOLS.map((tool) => [tool, strokeTool(tool)] as const),
  ['eraser', (given, first) => eraserTool({ ...given, layer: EVERY_LAYER }, first)],
];

describe.each(STROKES)('%s', (_, begin) => {
  it('says what it drew as a step that a story accepts', () => {
    const session = begin(settings, sample(10, 10, 5_000.4));
    session.add(sample(20, 15, 5_008.2, 200), false);
    session.add(sample(30, 30, 5_016.9), false);
    const step = finished(session);
    expect(() => checkEvent({ ...step, pageId: 1, seq: 0, atMs: 0 })).not.toThrow();
    expect(step.t).toEqual([0, 8, 17]);
  });

  it('makes a dot of a tap', () => {
    expect(finished(begin(settings, sample(10, 10, 0))).x).toHaveLength(1);
  });

  it('keeps one point where the hand rests', () => {
    const session = begin(settings, sample(10, 10, 0));
    for (let ms = 8; ms < 400; ms += 8) session.add(sample(10, 10, ms), false);
    expect(finished(session).x).toHaveLength(1);
  });

  it('does not let time fall when a merged sample is older', () => {
    const session = begin(settings, sample(10, 10, 100));
    session.add(sample(20, 10, 120), false);
    session.add(sample(30, 10, 110), false);
    expect(finished(session).t).toEqual([0, 20, 20]);
  });

  it('hands over a step that later samples do not reach', () => {
    const session = begin(settings, sample(0, 0, 0));
    const soFar = finished(session);
    session.add(sample(50, 50, 10), false);
    expect(soFar.x).toHaveLength(1);
  });
});

it('a stroke says when it is full', () => {
  const session = strokeTool('brush')(settings, sample(0, 0, 0));
  for (let i = 1; i < MAX_POINTS_PER_STROKE; i += 1) session.add(sample(i % 1600, i % 7, i), false);
  expect(session.add(sample(800, 800, 20_000), false)).toBe(false);
  expect(finished(session).x).toHaveLength(MAX_POINTS_PER_STROKE);
});

describe.each(SHAPES)('a %s', (shape) => {
  const drawn = (to: Sample, regular: boolean, filled = false) => {
    const session = shapeTool(shape)({ ...settings, filled }, sample(100, 100, 0));
    session.add(to, regular);
    return session.finish() as ShapeStep;
  };

  it('lies between the corners that were drawn', () => {
    const step = drawn(sample(300, 250, 50), false);
    expect([step.x0, step.y0, step.x1, step.y1]).toEqual([400, 400, 1200, 1000]);
    expect(() => checkEvent({ ...step, pageId: 1, seq: 0, atMs: 0 })).not.toThrow();
  });

  it('is even when asked to be', () => {
    const step = drawn(sample(300, 110, 50), true);
    const [width, height] = [step.x1 - step.x0, step.y1 - step.y0];
    const straight = shape === 'line' || shape === 'arrow';
    expect(Math.abs(height)).toBe(straight ? 0 : Math.abs(width));
  });

  it('has a size of its own after a tap', () => {
    const step = drawn(sample(101, 101, 50), false);
    expect(step.x1 - step.x0).toBe(640);
  });

  it('takes colour inside only where there is an inside', () => {
    const open = shape === 'line' || shape === 'arrow';
    expect(drawn(sample(300, 250, 50), false, true).fillColour).toBe(open ? null : 0x1273b8);
  });
});
