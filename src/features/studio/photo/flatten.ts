import type { Pixels, Size } from './geometry.ts';

const BLOCK_PX = 16;
/** What white paper becomes. */
const WHITE = 250;

type Block = {
  /** Mean of the brighter pixels. */
  readonly colour: readonly [number, number, number];
  /** How far dark and bright lie apart, of the bright. */
  readonly spread: number;
};

type Grid = Size & { readonly cells: readonly (readonly [number, number, number])[] };

const lumaOf = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b;

function blockAt({ width, height, data }: Pixels, left: number, top: number): Block {
  const pixels: [number, number][] = [];
  for (let y = top; y < Math.min(height, top + BLOCK_PX); y += 2) {
    for (let x = left; x < Math.min(width, left + BLOCK_PX); x += 2) {
      const at = (y * width + x) * 4;
      pixels.push([lumaOf(data[at]!, data[at + 1]!, data[at + 2]!), at]);
    }
  }
  pixels.sort(([a], [b]) => a - b);
  const bright = pixels.slice(Math.floor(pixels.length * 0.6));
  const mean = (channel: number) =>
    bright.reduce((sum, [, at]) => sum + data[at + channel]!, 0) / bright.length;
  const dark = pixels[Math.floor(pixels.length * 0.2)]![0];
  const light = pixels[Math.floor(pixels.length * 0.9)]![0];
  return { colour: [mean(0), mean(1), mean(2)], spread: (light - dark) / Math.max(1, light) };
}

const brightness = ({ colour: [r, g, b] }: Block) => lumaOf(r, g, b);

/** The colour of the brightest paper: a fifth of the picture at most is brighter glare or white. */
function whiteOf(blocks: readonly Block[]): readonly [number, number, number] {
  const sorted = blocks.toSorted((a, b) => brightness(b) - brightness(a));
  const top = sorted.slice(0, Math.max(1, Math.floor(sorted.length * 0.15)));
  const mean = (channel: 0 | 1 | 2) =>
    Math.max(1, top.reduce((sum, { colour }) => sum + colour[channel], 0) / top.length);
  return [mean(0), mean(1), mean(2)];
}

/** Blank paper, be it in shadow; colour and pencil are not, for they must stay as they are. */
function isPaper({ colour, spread }: Block, white: readonly [number, number, number]): boolean {
  const seen = colour.map((value, i) => value / white[i]!);
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  if ((high - low) / Math.max(high, 0.01) > 0.14) return false;
  return high > 0.8 ? spread < 0.5 : high > 0.35 && spread < 0.16;
}

/** Gives what is not paper the colour of the paper around it. */
function spreadOut(
  cells: readonly (readonly [number, number, number] | null)[],
  { width, height }: Size,
): (readonly [number, number, number])[] {
  let now = [...cells];
  while (now.some((cell) => cell === null)) {
    now = now.map((cell, at) => cell ?? meanAround(now, at, { width, height }));
  }
  return now as (readonly [number, number, number])[];
}

function meanAround(
  cells: readonly (readonly [number, number, number] | null)[],
  at: number,
  { width, height }: Size,
): readonly [number, number, number] | null {
  const [x, y] = [at % width, Math.floor(at / width)];
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      const cell = cells[row * width + column];
      if (!cell) continue;
      for (const channel of [0, 1, 2] as const) sum[channel] += cell[channel];
      count += 1;
    }
  }
  return count === 0 ? null : [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** How the light fell on blank paper everywhere; null when too little blank paper is to be seen. */
function paperLight(pixels: Pixels): Grid | null {
  const width = Math.ceil(pixels.width / BLOCK_PX);
  const height = Math.ceil(pixels.height / BLOCK_PX);
  const blocks = Array.from({ length: width * height }, (_, at) =>
    blockAt(pixels, (at % width) * BLOCK_PX, Math.floor(at / width) * BLOCK_PX),
  );
  const white = whiteOf(blocks);
  const paper = blocks.map((block) => (isPaper(block, white) ? block.colour : null));
  const share = paper.filter((cell) => cell !== null).length / paper.length;
  if (share < 0.04) return null;
  let cells = spreadOut(paper, { width, height });
  for (let round = 0; round < 2; round += 1) {
    const before = cells;
    cells = before.map((_, at) => meanAround(before, at, { width, height })!);
  }
  return { width, height, cells };
}

/**
 * Takes shadow and the colour of the lamp off a straightened sheet, in place: each pixel is divided by
 * the light on blank paper there. Coloured and shaded places tell nothing of the light, and take it
 * from the paper around them.
 * @param strength 0 leaves everything, 1 makes paper white
 * @returns false when too little blank paper is to be seen; then nothing is changed
 */
export function flatten(pixels: Pixels, strength: number): boolean {
  const light = strength > 0 ? paperLight(pixels) : null;
  if (light === null) return false;
  const { width, height, data } = pixels;
  const gains = light.cells.map((cell) =>
    cell.map((value) => 1 + strength * (Math.min(3, Math.max(0.8, WHITE / value)) - 1)),
  );
  for (let y = 0; y < height; y += 1) {
    const v = Math.min(light.height - 1, Math.max(0, (y + 0.5) / BLOCK_PX - 0.5));
    const [top, below] = [Math.floor(v), v % 1];
    const under = Math.min(light.height - 1, top + 1);
    for (let x = 0; x < width; x += 1) {
      const u = Math.min(light.width - 1, Math.max(0, (x + 0.5) / BLOCK_PX - 0.5));
      const [left, right] = [u | 0, u % 1];
      const next = Math.min(light.width - 1, left + 1);
      const a = gains[top * light.width + left]!;
      const b = gains[top * light.width + next]!;
      const c = gains[under * light.width + left]!;
      const d = gains[under * light.width + next]!;
      const at = (y * width + x) * 4;
      for (let i = 0; i < 3; i += 1) {
        const upper = a[i]! + (b[i]! - a[i]!) * right;
        const lower = c[i]! + (d[i]! - c[i]!) * right;
        data[at + i] = data[at + i]! * (upper + (lower - upper) * below);
      }
    }
  }
  return true;
}
