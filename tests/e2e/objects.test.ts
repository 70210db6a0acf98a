import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { pageLook } from '@domain/story/picture.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { pagesInOrder, replay } from '@domain/story/story.ts';
import { openRenderThread } from '@server/adapters/raster/render-in-thread.ts';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser } from './browser.ts';
import { typePin } from './pupil-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { enter, expectText, type World } from './world.ts';

const { pupil: card } = DEMO_SIGN_INS;
const WIDTH = 1600;
const HEIGHT = 1200;
const WORDS = 'Ễ! Ộ! Ữ! Bố ơi, thuyền của mình đã về bến rồi!';

let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  world = {
    browser,
    origin: `http://localhost:${port}`,
    album: album('objects'),
    visitors: [],
  };
});
afterEach(async ({ task }) => {
  for (const visitor of world.visitors.splice(0)) {
    if (task.result?.state === 'fail') await world.album.shoot(visitor, 'failed');
    await visitor.close();
  }
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

async function atThePaper(options: Parameters<typeof enter>[2] = {}) {
  const pupil = await enter(world, 'pupil', options);
  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await pupil.page.getByRole('link', { name: /Vẽ/ }).first().click();
  await pupil.page.locator('#studio-canvas').waitFor();
  return pupil;
}

/** What lies on the page, as a screen reader says it. */
async function objectsOn(page: Page): Promise<string[]> {
  const names = await page
    .locator('.objects-object')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  return names;
}

/** Goes on with Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const active = document.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

/** The page as the pupil sees it, as bytes of RGBA. */
async function seen(page: Page): Promise<Uint8ClampedArray> {
  const url = await page.evaluate(
    ([width, height]) => {
      const whole = document.createElement('canvas');
      [whole.width, whole.height] = [width!, height!];
      const context = whole.getContext('2d')!;
      for (const layer of document.querySelectorAll<HTMLCanvasElement>('.studio-ink canvas')) {
        context.drawImage(layer, 0, 0, width!, height!);
      }
      return whole.toDataURL('image/png');
    },
    [WIDTH, HEIGHT],
  );
  return pixelsOf(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

async function pixelsOf(png: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(WIDTH, HEIGHT).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, WIDTH, HEIGHT).data;
}

/** The first page as the server draws it from what it was sent. */
async function rendered(page: Page): Promise<Uint8ClampedArray> {
  const bytes = await page.evaluate(async () => {
    const draft = (await (await fetch('/api/draft', { method: 'POST' })).json()) as {
      entryId: string;
      version: number;
    };
    const path = `/api/entries/${draft.entryId}/draft/${draft.version}/process`;
    return [...new Uint8Array(await (await fetch(path)).arrayBuffer())];
  });
  const story = replay(decodeProcess(Uint8Array.from(bytes)));
  const program = join(inject('hostFolder'), 'dist/server/render-thread.js');
  const thread = openRenderThread(program, async () => null);
  const png = await thread.renderPage(pageLook(pagesInOrder(story)[0]!), WIDTH, 'png');
  await thread.close();
  return pixelsOf(png);
}

/** Share of the pixels that differ by more than the edge of a letter may. */
function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let different = 0;
  for (let i = 0; i < one.length; i += 4) {
    const apart = [0, 1, 2].some(
      (channel) => Math.abs(one[i + channel]! - other[i + channel]!) > 64,
    );
    if (apart) different += 1;
  }
  return different / (one.length / 4);
}

function inkShare(pixels: Uint8ClampedArray): number {
  let ink = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i]! + pixels[i + 1]! + pixels[i + 2]! < 720) ink += 1;
  }
  return ink / (pixels.length / 4);
}

test('a stamp and a bubble are set down by keys alone, and drawn alike by the server', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  await tabTo(page, /^Trang vẽ số 1/);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('d');
  await tabTo(page, 'Thuyền thúng');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/^Đóng dấu Thuyền thúng/);
  await page.keyboard.press('Enter');
  expect(await objectsOn(page)).toEqual(['Con dấu Thuyền thúng, giữa trang']);
  await expectText(pupil, /Đã thêm Con dấu Thuyền thúng/);

  await page.keyboard.press('Tab');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowLeft');
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('+');
  await page.keyboard.press(']');
  expect(await objectsOn(page)).toEqual(['Con dấu Thuyền thúng, phía dưới bên trái']);
  await page.keyboard.press('Control+d');
  expect(await objectsOn(page)).toHaveLength(2);
  await page.keyboard.press('Delete');
  expect(await objectsOn(page)).toHaveLength(1);

  await page.keyboard.press('Escape');
  await tabTo(page, 'Chữ');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Viết chữ lên trang/);
  await page.keyboard.press('Enter');
  await page.getByLabel('Lời của em').waitFor();
  await page.keyboard.insertText(WORDS);
  await world.album.shoot(pupil, 'writing');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => objectsOn(page)).toHaveLength(2);
  expect((await objectsOn(page))[1]).toContain('Chữ “Ễ! Ộ! Ữ! Bố ơi, thuyền của mình');
  await world.album.look(pupil, 'written');

  await page.getByRole('button', { name: 'Vẽ tiếp' }).click();
  await page.locator('.objects-overlay').waitFor({ state: 'detached' });
  await expectText(pupil, /Đã lưu trên máy chủ/);
  await page.waitForTimeout(200);
  const [here, there] = [await seen(page), await rendered(page)];
  expect(inkShare(here)).toBeGreaterThan(0.02);
  const apart = difference(here, there);
  console.log(`figure: ${(apart * 100).toFixed(4)} % of a page's pixels differ on the server`);
  expect(apart).toBeLessThan(0.001);
  expect(pupil.troubles).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});

test('fingers move, stretch and take back what lies on the page, also after a reload', async () => {
  const pupil = await atThePaper({ size: 'narrow', touch: true });
  const { page } = pupil;
  await page.getByRole('button', { name: 'Trang 2', exact: true }).click();
  await page.getByRole('button', { name: 'Con dấu', exact: true }).click();
  await page.getByRole('button', { name: 'Thuyền thúng', exact: true }).first().click();
  const placeOf = async () => {
    const paper = (await page.locator('#studio-canvas').boundingBox())!;
    return (x: number, y: number) =>
      [paper.x + (paper.width * x) / 100, paper.y + (paper.height * y) / 100] as const;
  };
  await page.touchscreen.tap(...(await placeOf())(50, 50));
  await expect.poll(() => objectsOn(page)).toEqual(['Con dấu Thuyền thúng, giữa trang']);
  await world.album.look(pupil, 'stamped');

  await page.getByRole('button', { name: 'Sửa hình', exact: true }).click();
  const at = await placeOf();
  await page.mouse.move(...at(50, 50));
  await page.mouse.down();
  await page.mouse.move(...at(30, 60), { steps: 4 });
  await page.mouse.move(...at(20, 80), { steps: 4 });
  await page.mouse.up();
  expect(await objectsOn(page)).toEqual(['Con dấu Thuyền thúng, phía dưới bên trái']);
  const before = await page.locator('.objects-object').boundingBox();
  await page.getByRole('button', { name: 'To hơn' }).click();
  const after = await page.locator('.objects-object').boundingBox();
  expect(after!.width / before!.width).toBeCloseTo(1.15, 1);

  const cdp = await page.context().newCDPSession(page);
  const place = await placeOf();
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: [number, number][]) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map((each, id) => ({ x: place(...each)[0], y: place(...each)[1], id })),
    });
  const spread = async (x: number, y: number) => {
    await fingers('touchStart', [x - 4, y]);
    await fingers('touchStart', [x - 4, y], [x + 4, y]);
    for (const by of [6, 8, 10]) await fingers('touchMove', [x - by, y], [x + by, y]);
    await fingers('touchEnd');
  };
  await spread(20, 80);
  expect((await page.locator('.objects-object').boundingBox())!.width).toBeGreaterThan(
    after!.width * 2,
  );
  const paper = page.getByRole('application');
  expect(await paper.getAttribute('data-zoomed')).not.toBe('true');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await spread(70, 20);
  expect(await paper.getAttribute('data-zoomed')).toBe('true');
  expect((await objectsOn(page)).length).toBe(1);
  await page.getByRole('button', { name: 'Xem cả trang' }).click();

  await page.getByRole('button', { name: 'Chữ', exact: true }).click();
  await page.touchscreen.tap(...place(60, 30));
  await page.waitForTimeout(100);
  await page.keyboard.insertText('Về bến!');
  await page.getByRole('button', { name: 'Xong', exact: true }).click();
  expect((await objectsOn(page))[1]).toMatch(/Về bến!/);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();

  await page.getByRole('button', { name: 'Nền', exact: true }).click();
  await page.getByRole('button', { name: 'Xanh da trời' }).click();
  expect(inkShare(await seen(page))).toBeGreaterThan(0.9);
  await world.album.shoot(pupil, 'background');
  await expectText(pupil, /Đã lưu/);

  await page.reload();
  await page.getByRole('button', { name: 'Trang 2', exact: true }).click();
  await page.getByRole('button', { name: 'Sửa hình', exact: true }).click();
  await expect.poll(() => objectsOn(page)).toEqual(['Con dấu Thuyền thúng, phía dưới bên trái']);
  const undo = page.getByRole('button', { name: 'Hoàn tác' });
  for (let i = 0; i < 3; i += 1) await undo.click();
  expect(await objectsOn(page)).toEqual(['Con dấu Thuyền thúng, giữa trang']);
  await undo.click();
  expect(await objectsOn(page)).toEqual([]);
  expect(pupil.troubles).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});
