import fc from 'fast-check';
import { expect, it } from 'vitest';
import { benchLog, benchStrokes } from '@tests/bench/strokes.ts';
import {
  createTestSurface,
  differingPixels,
  pixelsOf,
  testStudio,
} from '@tests/fixtures/node-painting.ts';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import type { StoryEvent } from '../event.ts';
import { quarterSize, quarterX, quarterY } from '../limits.ts';
import { pageLook, pictureOf } from '../picture.ts';
import { decodePicture, encodePicture } from '../picture-codec.ts';
import { decodeProcess, encodeProcess } from '../process-codec.ts';
import {
  applyEvent,
  emptyStory,
  type PageTrail,
  replay,
  type Story,
  undoTarget,
} from '../story.ts';
import { paintPage } from './compose.ts';
import { createInkRaster, type InkRaster } from './ink-raster.ts';
import { BLOCK_STEPS, leastNeeded } from './layer-raster.ts';

const SIZE = { width: 48, height: 36 };
const studio = testStudio();

function inkOf(raster: InkRaster): Uint8ClampedArray {
  const surface = createTestSurface(SIZE.width, SIZE.height);
  raster.layOn(surface);
  return pixelsOf(surface);
}

function inkAnew(trail: PageTrail): Uint8ClampedArray {
  const raster = createInkRaster(SIZE, studio);
  raster.show(trail);
  return inkOf(raster);
}

/** Small strokes, mostly on the paper: what takes long to paint proves no more. */
function tame(event: StoryEvent): StoryEvent {
  if (event.kind !== 'stroke' && event.kind !== 'erase') return event;
  return {
    ...event,
    size: quarterSize(1 + (event.size % 60)),
    x: event.x.map((x) => quarterX((Math.abs(event.x[0]!) % 1600) + (x % 80))),
    y: event.y.map((y) => quarterY((Math.abs(event.y[0]!) % 1200) + (y % 80))),
  };
}

const drawings = storyLogs.map((events) => events.map(tame));

/** The page that an event is about, or the one shown so far. */
function pageOf(event: StoryEvent, story: Story, shown: number): number {
  const id = 'pageId' in event ? event.pageId : shown;
  return story.order.includes(id) ? id : (story.order[0] ?? shown);
}

it('shows after any drawing, undoing, switching of pages and resting what a replay shows', () => {
  fc.assert(
    fc.property(drawings, fc.array(fc.nat(3), { minLength: 1 }), (events, rests) => {
      const raster = createInkRaster(SIZE, studio);
      let story = emptyStory();
      let shown = 1;
      for (const [i, event] of events.entries()) {
        story = applyEvent(story, event);
        const page = pageOf(event, story, shown);
        if (page !== shown) raster.reset();
        shown = page;
        raster.show(story.pages.get(page)?.done ?? null);
        raster.prepare(rests[i % rests.length]!);
      }
      expect(differingPixels(inkOf(raster), inkAnew(story.pages.get(shown)?.done ?? null))).toBe(0);
    }),
    { numRuns: 30 },
  );
});

it('gives the same pages after a crash, and on the server', () => {
  const paint = (story: Story, at: number) => {
    const surface = createTestSurface(SIZE.width, SIZE.height);
    paintPage(surface, pictureOf(story).pages[at]!, studio);
    return pixelsOf(surface);
  };
  fc.assert(
    fc.property(drawings, (events) => {
      const story = replay(events);
      const restored = replay(decodeProcess(encodeProcess(events)));
      const sent = decodePicture(encodePicture(pictureOf(story)));
      for (const at of story.order.keys()) {
        const mine = paint(story, at);
        expect(differingPixels(mine, paint(restored, at))).toBe(0);
        const surface = createTestSurface(SIZE.width, SIZE.height);
        paintPage(surface, sent.pages[at]!, studio);
        expect(differingPixels(mine, pixelsOf(surface))).toBe(0);
      }
    }),
    { numRuns: 15 },
  );
});

it('lays the sheets of ink as the whole page does', () => {
  fc.assert(
    fc.property(drawings, (events) => {
      const story = replay(events);
      const page = story.pages.get(story.order[0] ?? 0);
      if (!page) return;
      const bare = { ...pageLook(page).scene, objects: [], background: null, panels: 0 };
      const whole = createTestSurface(SIZE.width, SIZE.height);
      paintPage(whole, { ink: pageLook(page).ink, scene: bare }, studio);
      const paper = createTestSurface(SIZE.width, SIZE.height);
      paper.fillStyle = '#ffffff';
      paper.fillRect(0, 0, SIZE.width, SIZE.height);
      const raster = createInkRaster(SIZE, studio);
      raster.show(page.done);
      raster.layOn(paper);
      expect(differingPixels(pixelsOf(whole), pixelsOf(paper))).toBe(0);
    }),
    { numRuns: 20 },
  );
});

it('replays few steps for each undo, all the way back', () => {
  let story = replay(benchLog(benchStrokes(400).map((stroke) => stroke.slice(0, 6))));
  const raster = createInkRaster(SIZE, studio);
  expect(raster.show(story.pages.get(1)!.done)).toBe(400);
  for (let left = 400; left > 0; left -= 1) {
    const event: StoryEvent = {
      kind: 'undo',
      target: undoTarget(story, 1)!,
      seq: story.nextSeq,
      atMs: story.lastAtMs,
    };
    story = applyEvent(story, event);
    expect(raster.show(story.pages.get(1)!.done)).toBeLessThanOrEqual(BLOCK_STEPS);
    for (let rest = 0; rest < 2; rest += 1) raster.prepare(16);
  }
  expect(inkOf(raster).every((value) => value === 0)).toBe(true);
});

it('comes to the same pixels in pieces', () => {
  const story = replay(benchLog(benchStrokes(100).map((stroke) => stroke.slice(0, 6))));
  const { done } = story.pages.get(1)!;
  const raster = createInkRaster(SIZE, studio);
  let pieces = 1;
  while (!raster.approach(done, 9)) pieces += 1;
  expect(pieces).toBe(12);
  expect(differingPixels(inkOf(raster), inkAnew(done))).toBe(0);
});

it('adds a stroke at the cost of that stroke, however many there are', () => {
  const log = benchLog(benchStrokes(150).map((stroke) => stroke.slice(0, 6)));
  const raster = createInkRaster(SIZE, studio);
  let story = emptyStory();
  for (const event of log) {
    story = applyEvent(story, event);
    expect(raster.show(story.pages.get(1)!.done)).toBe(event.kind === 'stroke' ? 1 : 0);
  }
});

it('keeps states to go back to dense at the end, and thins them out towards the beginning', () => {
  let depths: number[] = [];
  for (let depth = 64; depth <= 64 * 80; depth += 64) {
    depths.push(depth);
    if (depths.length > 4) depths = depths.toSpliced(leastNeeded(depths), 1);
  }
  const newest = 64 * 80;
  expect(depths.slice(-2)).toEqual([newest - 64, newest]);
  expect(depths[0]).toBeLessThan(newest - 64 * 3);
});
