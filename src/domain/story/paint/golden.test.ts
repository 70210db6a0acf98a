import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { GOLDEN_PAGES } from '@tests/fixtures/golden-pages.ts';
import { differingPixels, pixelsOf, testStudio } from '@tests/fixtures/node-painting.ts';
import { paintPage } from './compose.ts';
import type { Surface } from './surface.ts';

// What a child drew must look tomorrow as it does today. Where a look is meant to change:
// GOLDEN=write npx vitest run src/domain/story/paint/golden.test.ts, and look at the pictures.

const FOLDER = `${import.meta.dirname}/../../../../tests/fixtures/golden`;
const WIDTH = 320;
const HEIGHT = 240;
const studio = testStudio();

it.each([...GOLDEN_PAGES])('%s: no pixel differs', async (name, page) => {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const surface = canvas.getContext('2d') as unknown as Surface;
  paintPage(surface, page, studio);
  const file = `${FOLDER}/${name}.png`;
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, await canvas.encode('png'));
  expect(existsSync(file)).toBe(true);
  const kept = createCanvas(WIDTH, HEIGHT);
  kept.getContext('2d').drawImage(await loadImage(readFileSync(file)), 0, 0);
  const before = pixelsOf(kept.getContext('2d') as unknown as Surface);
  expect(differingPixels(pixelsOf(surface), before)).toBe(0);
});
