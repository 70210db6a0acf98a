import { between, integerBetween, type Random, randomFrom } from '@domain/kernel/random.ts';
import type { StoryEvent, StrokeChange } from '@domain/story/event.ts';
import { quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';

// Strokes as a hand makes them, the same for the same seed. The figures in bytes per stroke refer to
// these: 120 samples a second, about 73 of them a stroke, with pressure and time.
//
// A stroke is a walk whose heading turns slowly and whose speed rises and falls, as on paper; the pen
// is pressed harder in the middle than at its ends; every clock tick is off by up to half a millisecond
// and is kept as whole milliseconds, every place in quarters of a px.

/** x and y in px of the 1600 × 1200 page, pressure 0 to 1, ms since the pen went down. */
export type BenchSample = readonly [x: number, y: number, pressure: number, tMs: number];
export type BenchStroke = readonly BenchSample[];

const SAMPLES_PER_SECOND = 120;
const MEAN_SAMPLES = 73;
const SPREAD_SAMPLES = 24;
const EDGE_PX = 40;
const PAGE = { width: 1600, height: 1200 };

function leavesPage(value: number, length: number): boolean {
  return value < EDGE_PX || value > length - EDGE_PX;
}

export function benchStroke(random: Random): BenchStroke {
  const count = integerBetween(
    random,
    MEAN_SAMPLES - SPREAD_SAMPLES,
    MEAN_SAMPLES + SPREAD_SAMPLES,
  );
  let x = between(random, 100, PAGE.width - 100);
  let y = between(random, 100, PAGE.height - 100);
  let heading = between(random, 0, 2 * Math.PI);
  let turn = 0;
  let speed = between(random, 0.6, 2.4);
  const weight = between(random, 0.35, 0.6);
  return Array.from({ length: count }, (_, i) => {
    turn = turn * 0.92 + between(random, -0.012, 0.012);
    heading += turn;
    speed = Math.min(6, Math.max(0.4, speed + between(random, -0.12, 0.12)));
    // At the edge the hand turns back.
    if (leavesPage(x + Math.cos(heading) * speed, PAGE.width)) heading = Math.PI - heading;
    if (leavesPage(y + Math.sin(heading) * speed, PAGE.height)) heading = -heading;
    x += Math.cos(heading) * speed;
    y += Math.sin(heading) * speed;
    const along = i / (count - 1);
    const pressure = weight + 0.25 * Math.sin(along * Math.PI) + between(random, -0.004, 0.004);
    const tick = i === 0 ? 0 : between(random, -0.5, 0.5);
    return [x, y, pressure, (i * 1000) / SAMPLES_PER_SECOND + tick] as const;
  });
}

/** `count` strokes of a seeded hand. */
export function benchStrokes(count: number, seed = 20_181_214): readonly BenchStroke[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => benchStroke(random));
}

/** A stroke as the studio records it: black, round brush, 6 px. */
export function strokeChange(stroke: BenchStroke, pageId = 1): StrokeChange {
  let last = 0;
  return {
    kind: 'stroke',
    pageId,
    tool: 'brush',
    colour: 0x000000,
    size: quarterSize(6),
    opacity: 255,
    layer: 1,
    symmetry: 'none',
    seed: 0,
    x: stroke.map(([x]) => quarterX(x)),
    y: stroke.map(([, y]) => quarterY(y)),
    pressure: stroke.map(([, , pressure]) => Math.round(pressure * 255)),
    t: stroke.map(([, , , t]) => (last = Math.max(last, Math.round(t - stroke[0]![3])))),
  };
}

/** The log of one page with these strokes, a second or so between them. */
export function benchLog(strokes: readonly BenchStroke[], seed = 7): readonly StoryEvent[] {
  const random = randomFrom(seed);
  let atMs = 0;
  return [
    { kind: 'page-add', pageId: 1, index: 0, seq: 0, atMs },
    ...strokes.map((stroke, i): StoryEvent => {
      const change = strokeChange(stroke);
      atMs += change.t.at(-1)! + integerBetween(random, 250, 1_400);
      return { ...change, seq: i + 1, atMs };
    }),
  ];
}
