import type { Pixels, Size } from './geometry.ts';

/** Enough to tell a sheet from a table, and little to look through. */
const LOOKED_AT_PX = 320;

/** Three smoothed planes of a small picture: lightness, and two of colour. */
export type Light = Size & { readonly planes: readonly Float32Array[] };
export type Mask = Size & { readonly inside: Uint8Array; readonly area: number };

/** @returns the photograph made small, and how often it was divided */
export function shrunk(photo: Pixels): { image: Pixels; by: number } {
  const by = Math.max(1, Math.max(photo.width, photo.height) / LOOKED_AT_PX);
  const width = Math.max(1, Math.floor(photo.width / by));
  const height = Math.max(1, Math.floor(photo.height / by));
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.floor(y * by), Math.floor((y + 1) * by)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.floor(x * by), Math.floor((x + 1) * by)];
      const sum = [0, 0, 0];
      let count = 0;
      for (let row = top; row < Math.max(bottom, top + 1); row += 1) {
        for (let column = left; column < Math.max(right, left + 1); column += 1) {
          const at = (row * photo.width + column) * 4;
          for (let c = 0; c < 3; c += 1) sum[c]! += photo.data[at + c]!;
          count += 1;
        }
      }
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c += 1) data[at + c] = sum[c]! / count;
      data[at + 3] = 255;
    }
  }
  return { image: { width, height, data }, by };
}

function smoothed(plane: Float32Array, { width, height }: Size): Float32Array {
  const out = new Float32Array(plane.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          sum += plane[row * width + column]!;
          count += 1;
        }
      }
      out[y * width + x] = sum / count;
    }
  }
  return out;
}

export function lightOf({ width, height, data }: Pixels): Light {
  const planes = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let i = 0; i < width * height; i += 1) {
    const [r, g, b] = [data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!];
    planes[0]![i] = 0.299 * r + 0.587 * g + 0.114 * b;
    planes[1]![i] = (r - g) / 2;
    planes[2]![i] = (r + g) / 4 - b / 2;
  }
  const size = { width, height };
  return { ...size, planes: planes.map((plane) => smoothed(smoothed(plane, size), size)) };
}

/** How suddenly the light changes at each place. */
export function edgesOf({ width, height, planes }: Light): Float32Array {
  const edges = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      let sum = 0;
      for (const plane of planes) {
        const across = plane[at + 1]! - plane[at - 1]!;
        const down = plane[at + width]! - plane[at - width]!;
        sum += across * across + down * down;
      }
      edges[at] = Math.sqrt(sum);
    }
  }
  return edges;
}

/**
 * Enters everything that can be reached from `starts` without entering `walls` or what was entered.
 * @returns how many places that were
 */
function enter(
  found: Int32Array,
  label: number,
  { walls, starts }: { walls: Uint8Array; starts: readonly number[] },
  { width, height }: Size,
): number {
  const line: number[] = [];
  let count = 0;
  const visit = (at: number) => {
    if (walls[at] !== 0 || found[at] !== 0) return;
    found[at] = label;
    count += 1;
    line.push(at);
  };
  for (const at of starts) visit(at);
  while (line.length > 0) {
    const at = line.pop()!;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < width * (height - 1)) visit(at + width);
  }
  return count;
}

function marked(count: number, holds: (at: number) => boolean): Uint8Array {
  const set = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) if (holds(at)) set[at] = 1;
  return set;
}

/** What cannot be reached from the edges of the picture, as 1. */
function enclosed(walls: Uint8Array, size: Size): Uint8Array {
  const found = new Int32Array(walls.length);
  enter(found, 1, { walls, starts: frameOf(size) }, size);
  return marked(found.length, (at) => found[at] === 0);
}

function frameOf({ width, height }: Size): number[] {
  const around: number[] = [];
  for (let x = 0; x < width; x += 1) around.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y += 1) around.push(y * width, y * width + width - 1);
  return around;
}

/** The largest piece of what is set, without its holes. */
function largestPiece(set: Uint8Array, size: Size): Mask {
  const walls = marked(set.length, (at) => set[at] === 0);
  const labels = new Int32Array(set.length);
  let [best, most] = [0, 0];
  for (let at = 0; at < set.length; at += 1) {
    if (walls[at] !== 0 || labels[at] !== 0) continue;
    const area = enter(labels, at + 1, { walls, starts: [at] }, size);
    if (area > most) [best, most] = [at + 1, area];
  }
  const piece = marked(set.length, (at) => best !== 0 && labels[at] === best);
  const inside = enclosed(piece, size);
  return { ...size, inside, area: inside.reduce((sum, value) => sum + value, 0) };
}

/** The value that parts what is below from what is above it best (Otsu 1979). */
function parting(values: Float32Array, from: number): number {
  const counts = Array.from({ length: 256 }, () => 0);
  let total = 0;
  for (const value of values) {
    const bin = Math.min(255, Math.max(0, Math.round(value)));
    if (bin < from) continue;
    counts[bin]! += 1;
    total += 1;
  }
  const sum = counts.reduce((all, count, bin) => all + count * bin, 0);
  let [below, sumBelow, best, at] = [0, 0, -1, from];
  for (const [bin, count] of counts.entries()) {
    below += count;
    sumBelow += count * bin;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const apart = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * apart * apart;
    if (between > best) [best, at] = [between, bin];
  }
  return at;
}

function brighterThan(values: Float32Array, least: number, size: Size): Mask {
  return largestPiece(
    marked(values.length, (at) => values[at]! > least),
    size,
  );
}

function thickened(set: Uint8Array, { width, height }: Size): Uint8Array {
  return marked(set.length, (at) => {
    const x = at % width;
    return (
      set[at] === 1 ||
      (x > 0 && set[at - 1] === 1) ||
      (x < width - 1 && set[at + 1] === 1) ||
      (at >= width && set[at - width] === 1) ||
      (at < width * (height - 1) && set[at + width] === 1)
    );
  });
}

/** What the table does not reach into, when sudden changes of light stop it. */
function walledIn(edges: Float32Array, least: number, size: Size): Mask {
  const walls = thickened(
    marked(edges.length, (at) => edges[at]! > least),
    size,
  );
  return largestPiece(enclosed(walls, size), size);
}

const WALLS = [0.7, 0.8, 0.87, 0.92, 0.955];

/**
 * Guesses at which part of the picture is paper. Brightness fails in shadow and on a white table,
 * outlines fail on wood and cloth: where one is wrong another is right.
 */
export function paperMasks({ width, height, planes }: Light, edges: Float32Array): Mask[] {
  const size = { width, height };
  const [lightness, redness, yellowness] = planes as [Float32Array, Float32Array, Float32Array];
  const whiteness = lightness.map(
    (value, i) => value - 1.2 * Math.hypot(redness[i]!, yellowness[i]!),
  );
  const first = parting(lightness, 0);
  const masks = [
    brighterThan(lightness, first, size),
    brighterThan(lightness, parting(lightness, first), size),
    brighterThan(whiteness, parting(whiteness, 0), size),
  ];
  const steps = edges.toSorted();
  for (const share of WALLS) {
    const least = Math.max(3, steps[Math.floor(steps.length * share)]!);
    masks.push(walledIn(edges, least, size));
  }
  return masks;
}
