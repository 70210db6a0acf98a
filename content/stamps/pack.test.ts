import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { art as bundled } from 'virtual:art/pack';
import { beforeAll, describe, expect, test } from 'vitest';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { tracePath, type VectorArt } from '@domain/story/art/vector-art.ts';
import { readPack, STAMPS, type CompiledPack } from './compiler/read-pack.ts';
import { artFiles } from './compiler/vite-plugin.ts';

const MAX_GZIP_BYTES = 250_000;

let compiled: CompiledPack;
beforeAll(() => {
  compiled = readPack();
});

function ofKind(kind: 'stamp' | 'background'): VectorArt[] {
  const { groups, items } = compiled.pack;
  const wanted = new Set(groups.filter((group) => group.kind === kind).map(({ id }) => id));
  return compiled.art.filter((_, i) => wanted.has(items[i]!.group));
}

function numbersOf(d: string): [number, number][] {
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [
    numbers[2 * i]!,
    numbers[2 * i + 1]!,
  ]);
}

describe('the pack', () => {
  test('holds at least 64 stamps, 12 backgrounds and the map', () => {
    expect(ofKind('stamp').length).toBeGreaterThanOrEqual(64);
    expect(ofKind('background').length).toBeGreaterThanOrEqual(13);
    expect(ofKind('background').map(({ id }) => id)).toContain('map-bien-dong');
  });

  test('has lost no id that a story may hold', () => {
    const promised = readFileSync(join(STAMPS, 'ids.txt'), 'utf8').trim().split('\n');
    const sizes = compiled.art.map(({ id, width, height }) => `${id} ${width} ${height}`);
    expect(promised.filter((line) => !sizes.includes(line))).toEqual([]);
    expect(sizes.filter((line) => !promised.includes(line))).toEqual([]);
  });

  test('draws stamps within their box, and backgrounds as large as the page', () => {
    for (const { id, width, height, shapes } of ofKind('stamp')) {
      expect([id, Math.min(width, height) >= 160, Math.max(width, height) <= 480]).toEqual([
        id,
        true,
        true,
      ]);
      const outside = shapes.flatMap(({ d, stroke, strokeWidth }) => {
        const edge = (stroke === null ? 0 : strokeWidth / 2) - 2;
        return numbersOf(d).filter(
          ([x, y]) => x < edge || y < edge || x > width - edge || y > height - edge,
        );
      });
      expect(outside, id).toEqual([]);
    }
    for (const { id, width, height } of ofKind('background')) {
      expect([id, width, height]).toEqual([id, PAGE_WIDTH_PX, PAGE_HEIGHT_PX]);
    }
  });

  test('travels to the browser in 250 kB', () => {
    const bytes = [...artFiles(compiled).values()].map((text) => gzipSync(text).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MAX_GZIP_BYTES);
  });

  test('is the same for the server', () => {
    expect(bundled).toEqual(compiled.art);
  });

  test('is painted, each drawing with several colours, by the server’s canvas', () => {
    for (const { id, width, height, shapes } of compiled.art) {
      const scale = 64 / Math.max(width, height);
      const canvas = createCanvas(64, 64);
      const context = canvas.getContext('2d');
      context.scale(scale, scale);
      for (const { d, fill, stroke, strokeWidth, opacity } of shapes) {
        context.globalAlpha = opacity;
        context.beginPath();
        tracePath(context, d);
        if (fill !== null) {
          context.fillStyle = fill;
          context.fill();
        }
        if (stroke !== null) {
          context.strokeStyle = stroke;
          context.lineWidth = strokeWidth;
          context.stroke();
        }
      }
      const { data } = context.getImageData(0, 0, 64, 64);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3]! > 200) colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      }
      expect(colours.size, id).toBeGreaterThan(8);
    }
  });
});

test('the flag is two to three, its star in the middle, a tip a fifth of the length away', () => {
  // Constitution of 2013, article 13; guide 3420/HD-BVHTTDL of 2012.
  const shapes = compiled.art.find(({ id }) => id === 'flag')!.shapes;
  const cloth = numbersOf(shapes.find(({ fill }) => fill === '#da251d')!.d);
  const star = numbersOf(shapes.find(({ fill }) => fill === '#ffcd00')!.d);
  const [xs, ys] = [cloth.map(([x]) => x), cloth.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  expect(height / width).toBeCloseTo(2 / 3, 3);
  const tips = star.filter((_, i) => i % 2 === 0);
  expect(tips).toHaveLength(5);
  const [cx, cy] = [left + width / 2, top + height / 2];
  for (const [x, y] of tips) expect(Math.hypot(x - cx, y - cy)).toBeCloseTo(width / 5, 0);
  expect(tips[0]![0]).toBeCloseTo(cx, 1);
  expect(tips[0]![1]).toBeLessThan(cy);
});
