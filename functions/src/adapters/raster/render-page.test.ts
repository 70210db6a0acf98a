import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { EVERY_LAYER, type Mark, type StrokeMark } from '@domain/story/event.ts';
import { quarterSize, quarterX, quarterY } from '@domain/story/limits.ts';
import { EMPTY_SCENE } from '@domain/story/scene.ts';
import { createInkKit } from '@domain/story/paint/ink-kit.ts';
import { createNodeSurface } from './node-surface.ts';
import { renderPage } from './render-page.ts';

function across(yPx: number, tool: StrokeMark['tool'], colour: number): StrokeMark {
  const steps = Array.from({ length: 40 }, (_, i) => i);
  return {
    kind: 'stroke',
    tool,
    colour,
    size: quarterSize(60),
    opacity: 255,
    layer: 1,
    symmetry: 'none',
    seed: 0,
    x: steps.map((i) => quarterX(100 + i * 36)),
    y: steps.map((i) => quarterY(yPx + Math.sin(i / 4) * 20)),
    pressure: steps.map((i) => 100 + i),
  };
}

const strokes: readonly Mark[] = [
  across(300, 'brush', 0x0e6ba3),
  across(600, 'pencil', 0xc23c1d),
  across(900, 'marker', 0x000000),
];
const rubbing: Mark = {
  kind: 'erase',
  size: quarterSize(80),
  layer: EVERY_LAYER,
  symmetry: 'none',
  x: [quarterX(800), quarterX(800)],
  y: [quarterY(0), quarterY(1200)],
  pressure: [128, 128],
};

const studio = {
  createSurface: createNodeSurface,
  kit: createInkKit(createNodeSurface),
  assets: { art: () => undefined, photo: () => undefined },
};

const pageOf = (...ink: readonly Mark[]) => ({ ink, scene: EMPTY_SCENE });

/** The colour at a place of the page, as 0xRRGGBB. */
async function colourAt(webp: Buffer, xPx: number, yPx: number): Promise<number> {
  const image = await loadImage(webp);
  const canvas = createCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const scale = image.width / 1600;
  const [red, green, blue] = canvas.getImageData(xPx * scale, yPx * scale, 1, 1).data;
  return (red! << 16) | (green! << 8) | blue!;
}

it('gives the same bytes for the same page', async () => {
  const page = pageOf(...strokes, rubbing);
  const first = await renderPage(page, { widthPx: 800 }, studio);
  expect((await renderPage(page, { widthPx: 800 }, studio)).equals(first)).toBe(true);
});

it('keeps the proportions of the page at any width', async () => {
  const image = await loadImage(await renderPage(pageOf(...strokes), { widthPx: 320 }, studio));
  expect([image.width, image.height]).toEqual([320, 240]);
});

it('lays ink on white paper, takes it off with the eraser, and lets paper shine through a marker', async () => {
  const inked = await renderPage(pageOf(...strokes), { widthPx: 1600 }, studio);
  const rubbed = await renderPage(pageOf(...strokes, rubbing), { widthPx: 1600 }, studio);
  const yAt800 = 600 + Math.sin(700 / 36 / 4) * 20;
  expect(await colourAt(inked, 800, yAt800)).not.toBe(0xffffff);
  expect(await colourAt(rubbed, 800, yAt800)).toBe(0xffffff);
  expect(await colourAt(inked, 800, 60)).toBe(0xffffff);
  const marker = await colourAt(inked, 800, 900 + Math.sin(700 / 36 / 4) * 20);
  expect(marker & 0xff).toBeGreaterThan(0x40);
  expect(marker & 0xff).toBeLessThan(0x58);
});

it('sets the page in the middle of a white sheet', async () => {
  const page = {
    ink: [],
    scene: { ...EMPTY_SCENE, background: { kind: 'colour', colour: 0x0e6ba3 } },
  } as const;
  const options = { widthPx: 468, sheet: { widthPx: 496, heightPx: 351 }, format: 'png' } as const;
  const sheet = await renderPage(page, options, studio);
  const image = await loadImage(sheet);
  expect([image.width, image.height]).toEqual([496, 351]);
  const canvas = createCanvas(496, 351).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const at = (x: number) => [...canvas.getImageData(x, 175, 1, 1).data.slice(0, 3)];
  expect([at(5), at(490)]).toEqual([
    [255, 255, 255],
    [255, 255, 255],
  ]);
  expect([at(16), at(478)]).toEqual([
    [0x0e, 0x6b, 0xa3],
    [0x0e, 0x6b, 0xa3],
  ]);
});
