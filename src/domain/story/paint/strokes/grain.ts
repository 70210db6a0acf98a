import { randomFrom } from '@domain/kernel/random.ts';
import { channels } from './colour.ts';
import type { GrainName } from './ink-surface.ts';

/** Width and height of a tile, page px. */
export const GRAIN_PX = 256;

interface Paper {
  readonly seed: number;
  /** Half the width of a fine and of a coarse tooth of the paper, page px, and the share of the coarse. */
  readonly fine: number;
  readonly coarse: number;
  readonly mixed: number;
  /** Share of the paper that takes ink, and how hard the edge of a tooth is. */
  readonly level: number;
  readonly hardness: number;
  /** What lies in the hollows and on the teeth, 0 to 1. */
  readonly least: number;
  readonly most: number;
}

const PAPERS: Readonly<Record<GrainName, Paper>> = {
  pencil: {
    seed: 11,
    fine: 1,
    coarse: 2,
    mixed: 0.4,
    level: 0.7,
    hardness: 1.2,
    least: 0.62,
    most: 1,
  },
  crayon: {
    seed: 23,
    fine: 1,
    coarse: 4,
    mixed: 0.45,
    level: 0.62,
    hardness: 1.7,
    least: 0.1,
    most: 1,
  },
  wash: { seed: 37, fine: 2, coarse: 9, mixed: 0.6, level: 0, hardness: 0.8, least: 0, most: 1 },
};

const SIDE = GRAIN_PX - 1;

/** Mean of the neighbours along rows, written as columns: twice makes both. The tile meets itself at its edges. */
function smoothRows(field: Float32Array, reach: number): Float32Array {
  const turned = new Float32Array(field.length);
  const count = 2 * reach + 1;
  for (let y = 0; y < GRAIN_PX; y += 1) {
    const row = y * GRAIN_PX;
    let sum = 0;
    for (let d = -reach; d <= reach; d += 1) sum += field[row + (d & SIDE)]!;
    for (let x = 0; x < GRAIN_PX; x += 1) {
      turned[x * GRAIN_PX + y] = sum / count;
      sum += field[row + ((x + reach + 1) & SIDE)]! - field[row + ((x - reach) & SIDE)]!;
    }
  }
  return turned;
}

/** Noise with teeth of one size, of mean 0 and deviation 1. */
function teeth(seed: number, reach: number): Float32Array {
  const random = randomFrom(seed);
  let field: Float32Array = Float32Array.from({ length: GRAIN_PX * GRAIN_PX }, random);
  for (let pass = 0; pass < 4; pass += 1) field = smoothRows(field, reach);
  let [sum, squares] = [0, 0];
  for (const value of field) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / field.length;
  const deviation = Math.sqrt(squares / field.length - mean * mean);
  return field.map((value) => (value - mean) / deviation);
}

/** How much each px of the paper takes, 0 to 1. */
function coverOf({ seed, fine, coarse, mixed, level, hardness, least, most }: Paper): Float32Array {
  const small = teeth(seed, fine);
  const large = teeth(seed + 1, coarse);
  return small.map((value, i) => {
    const height = value * (1 - mixed) + large[i]! * mixed;
    const raised = (height + level) * hardness * 0.5 + 0.5;
    return least + (most - least) * Math.min(1, Math.max(0, raised));
  });
}

const covers = new Map<GrainName, Float32Array>();

/** A tile of paper grain in a colour: red, green, blue, alpha of GRAIN_PX × GRAIN_PX px. */
export function grainPixels(name: GrainName, colour: number): Uint8ClampedArray<ArrayBuffer> {
  const cover = covers.get(name) ?? coverOf(PAPERS[name]);
  covers.set(name, cover);
  const [red, green, blue] = channels(colour);
  const pixels = new Uint8ClampedArray(new ArrayBuffer(cover.length * 4));
  for (let i = 0; i < cover.length; i += 1) {
    pixels[i * 4] = red;
    pixels[i * 4 + 1] = green;
    pixels[i * 4 + 2] = blue;
    pixels[i * 4 + 3] = cover[i]! * 255;
  }
  return pixels;
}

/** Most drawings use few colours; a tile is a quarter of a megabyte. */
const MAX_TILES = 24;

/** @param tile makes a repeating fill style of the pixels of a tile */
export function createGrain(tile: (pixels: Uint8ClampedArray<ArrayBuffer>) => unknown) {
  const tiles = new Map<string, unknown>();
  return (name: GrainName, colour: number): unknown => {
    const key = `${name} ${colour}`;
    const known = tiles.get(key);
    if (known !== undefined) return known;
    if (tiles.size >= MAX_TILES) tiles.delete(tiles.keys().next().value!);
    const made = tile(grainPixels(name, colour));
    tiles.set(key, made);
    return made;
  };
}
