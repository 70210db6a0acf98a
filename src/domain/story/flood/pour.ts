import type { Mask } from '../event.ts';
import { MAX_RUNS_PER_FILL } from '../limits.ts';
import { runsOf } from '../step-rules.ts';
import { awayFromWalls, fillPockets, grow, nearestWithin } from './gaps.ts';
import { findLeaks, type Leak } from './leaks.ts';
import { flood, openPixels, type Pixels, type Region } from './region.ts';

export interface PourWish {
  /** Where the colour is poured, px. */
  readonly x: number;
  readonly y: number;
  /** How much a px may differ from the one poured on, 0 to 255 in each channel. */
  readonly tolerance: number;
  /** Gaps up to this width are taken for closed, px; 0 to take none. */
  readonly gapPx: number;
  /** How far colour creeps under the ink around it, px. */
  readonly growPx: number;
}

export interface Poured {
  readonly mask: Mask;
  readonly count: number;
  /** Where colour escaped through gaps, when it seems to have. */
  readonly leaks: readonly Leak[];
}

/** A pocket in a corner holds at most so many squares of the reach; beyond a gap there is more. */
const POCKET_SQUARES = 24;
/** Gaps up to this width are looked for when colour ran far, px. */
const LEAK_GAP_PX = 60;

function closed(open: Uint8Array, region: Region, seed: number, reach: number): Region | null {
  const { width, height } = region;
  const away = awayFromWalls(open, width, height, reach);
  // Beside a wall: the nearest place that is not, from which colour comes back to the wall.
  const from = away[seed] === 1 ? seed : nearestWithin(region, away, seed, reach * 2);
  if (from < 0) return null;
  const kept = flood(away, width, height, from);
  const grown = grow(kept, open, 1, reach * 2);
  return fillPockets(grown, region, reach * reach * POCKET_SQUARES);
}

/** Runs of a region, from its first row that holds any to its last. */
export function maskOf({ width, height, inside }: Region): Mask | null {
  const rows: number[][] = [];
  let top = -1;
  let lastFull = -1;
  for (let y = 0; y < height; y += 1) {
    const line = inside.subarray(y * width, (y + 1) * width);
    const row: number[] = [];
    for (let from = line.indexOf(1); from >= 0;) {
      const stop = line.indexOf(0, from);
      const to = stop < 0 ? width : stop;
      row.push(from, to - from);
      from = line.indexOf(1, to);
    }
    if (row.length > 0 && top < 0) top = y;
    if (top < 0) continue;
    rows.push(row);
    if (row.length > 0) lastFull = rows.length;
  }
  return top < 0 ? null : { top, rows: rows.slice(0, lastFull) };
}

/**
 * Pours colour on a page: all that hangs together with the place and looks like it. Colour never
 * crosses a closed wall; it creeps under one by growPx at most. Null when there is nothing to pour on.
 */
export function pour(pixels: Pixels, { x, y, tolerance, gapPx, growPx }: PourWish): Poured | null {
  const { width, height } = pixels;
  if (x < 0 || y < 0 || x >= width || y >= height) return null;
  const seed = Math.floor(y) * width + Math.floor(x);
  const open = openPixels(pixels, seed, tolerance);
  const whole = flood(open, width, height, seed);
  const reach = Math.round(gapPx / 2);
  // Where there is no wall there is no gap, and nothing to creep under.
  const walled = whole.count < open.length;
  const closes = walled && reach > 0;
  const wanted = closes ? (closed(open, whole, seed, reach) ?? whole) : whole;
  let under = walled && growPx > 0 ? grow(wanted, open, 0, growPx) : wanted;
  let mask = maskOf(under);
  // Between the grains of a crayon a pour has more runs than a story takes: then it covers the grains.
  for (let more = 1; mask !== null && runsOf(mask.rows) > MAX_RUNS_PER_FILL; more *= 2) {
    under = grow(under, open, 0, more);
    mask = maskOf(under);
  }
  if (mask === null) return null;
  return { mask, count: under.count, leaks: leaksOf(open, wanted, seed) };
}

function leaksOf(open: Uint8Array, poured: Region, seed: number): readonly Leak[] {
  const { width, height, count, inside } = poured;
  // A small puddle did not run out anywhere; a page without walls has nothing to run out of.
  if (count < width * height * 0.12 || count === inside.length) return [];
  const tight = closed(open, poured, seed, LEAK_GAP_PX / 2);
  if (tight === null || tight.count > count * 0.75) return [];
  return findLeaks(poured, tight);
}
