import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser, type Visitor } from './browser.ts';
import { choose, inkOn, stroke } from './pen.ts';
import { typePin } from './pupil-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { enter, type World } from './world.ts';

let browser: Browser;
let server: Server;
let world: World;
let pupil: Visitor;
let page: Page;
let cdp: CDPSession;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  const origin = `http://localhost:${port}`;
  world = { browser, origin, album: album('drawing-tools'), visitors: [] };
  pupil = await enter(world, 'pupil', { touch: true });
  page = pupil.page;
  await pupil.go('/vao');
  const { pupil: card } = DEMO_SIGN_INS;
  await typePin(pupil, card, card.pin);
  await pupil.go('/ve');
  await page.locator('.studio-ink canvas').first().waitFor();
  await page.getByRole('button', { name: /^Bàn vẽ/ }).click();
  await choose(page, 'Lớn');
  // What a pupil chose is there again for the same pupil.
  await page.reload();
  await page.locator('.studio-rail[data-band=large]').waitFor();
  cdp = await page.context().newCDPSession(page);
});
afterAll(async () => {
  await pupil.close();
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

async function places() {
  const box = (await page.getByRole('application').boundingBox())!;
  return (x: number, y: number) => ({
    x: box.x + (box.width * x) / 100,
    y: box.y + (box.height * y) / 100,
  });
}

const undo = () => page.getByRole('button', { name: 'Hoàn tác' }).click();

type Finger = { readonly x: number; readonly y: number };
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]) =>
  cdp.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: fingers.map((finger, id) => ({ ...finger, id, radiusX: 12, radiusY: 12 })),
  });

test('a pen that presses leaves a broader line than one that strokes', async () => {
  await choose(page, 'Bút mực');
  const at = await places();
  const drawn: number[] = [];
  for (const force of [0.2, 0.95]) {
    for (let i = 0; i <= 12; i += 1) {
      await cdp.send('Input.dispatchMouseEvent', {
        type: i === 0 ? 'mousePressed' : i === 12 ? 'mouseReleased' : 'mouseMoved',
        ...at(20 + i * 4, 40 + Math.sin(i) * 4),
        button: 'left',
        buttons: i === 12 ? 0 : 1,
        force,
        pointerType: 'pen',
        clickCount: 1,
      });
    }
    drawn.push(await inkOn(page));
    await undo();
  }
  expect(drawn[1]!).toBeGreaterThan(drawn[0]! * 2);
  // Once a pen was seen, fingers only move the page; the child may say otherwise.
  await touch('touchStart', [at(50, 50)]);
  await touch('touchEnd', []);
  await page.getByRole('button', { name: 'Cho vẽ bằng tay' }).click();
});

test('two fingers zoom, a tap of two takes back, of three brings back', async () => {
  await choose(page, 'Cọ');
  await stroke(page, [
    [20, 20],
    [80, 30],
  ]);
  const drawn = await inkOn(page);
  const at = await places();
  const [left, middle, right] = [at(30, 50), at(50, 55), at(70, 50)];
  await touch('touchStart', [left]);
  await touch('touchStart', [left, right]);
  await touch('touchEnd', []);
  expect(await inkOn(page)).toBe(0);
  await touch('touchStart', [left, right, middle]);
  await touch('touchEnd', []);
  expect(await inkOn(page)).toBe(drawn);

  await touch('touchStart', [at(45, 50), at(55, 50)]);
  for (const spread of [10, 18, 26]) {
    await touch('touchMove', [at(50 - spread, 50), at(50 + spread, 50)]);
  }
  await touch('touchEnd', []);
  expect(await page.getByRole('application').getAttribute('data-zoomed')).toBe('true');
  await page.getByRole('button', { name: 'Xem cả trang' }).click();
  expect(await inkOn(page)).toBe(drawn);
  await undo();
});

test('poured colour stays inside a closed line', async () => {
  await choose(page, 'Cọ');
  await stroke(page, [
    [30, 30],
    [70, 30],
    [70, 70],
    [30, 70],
    [30, 30],
  ]);
  const line = await inkOn(page);
  await choose(page, 'Đổ màu');
  await choose(page, 'Vàng sao');
  const { x, y } = (await places())(50, 50);
  await page.mouse.click(x, y);
  const poured = async () => (await inkOn(page)) - line;
  await expect.poll(poured).toBeGreaterThan(line);
  // A third of the page's width and height, as 1600 × 1200 pixels, and the line around it.
  expect(await poured()).toBeLessThan(1600 * 1200 * 0.17);
  await undo();
  expect(await inkOn(page)).toBe(line);
  await undo();
});

test('ink that a ring took up is set down when another tool is taken', async () => {
  await choose(page, 'Cọ');
  await stroke(page, [
    [40, 40],
    [60, 40],
  ]);
  const drawn = await inkOn(page);
  await choose(page, 'Cắt hình');
  await stroke(page, [
    [35, 30],
    [65, 30],
    [65, 50],
    [35, 50],
    [35, 30],
  ]);
  await stroke(page, [
    [50, 40],
    [50, 70],
  ]);
  await page.getByRole('group', { name: 'Việc với phần đã khoanh' }).waitFor();
  await choose(page, 'Cọ');
  expect(Math.abs((await inkOn(page)) / drawn - 1)).toBeLessThan(0.05);
  await stroke(page, [
    [40, 20],
    [60, 20],
  ]);
  expect(await inkOn(page)).toBeGreaterThan(drawn * 1.8);
  for (let i = 0; i < 3; i += 1) await undo();
  expect(await inkOn(page)).toBe(0);
  expect(pupil.troubles).toEqual([]);
});

test('keys alone draw, pour, set a figure and take a colour', async () => {
  const paper = page.getByRole('application');
  await paper.focus();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const times = (count: number, key: string) => Array.from({ length: count }, () => key);
  await press('u', ' ', ...times(6, 'Shift+ArrowRight'), ...times(4, 'Shift+ArrowDown'), ' ');
  const figure = await inkOn(page);
  expect(figure).toBeGreaterThan(1000);
  await press('9', ...times(2, 'Shift+ArrowUp'), ...times(3, 'Shift+ArrowLeft'), ' ', ' ');
  await expect.poll(() => inkOn(page)).toBeGreaterThan(figure * 2);
  const poured = await inkOn(page);
  await press('1', ...times(8, 'Shift+ArrowDown'), ' ', ...times(6, 'Shift+ArrowLeft'), ' ');
  expect(await inkOn(page)).toBeGreaterThan(poured);
  await press('i', ' ', ' ');
  expect(await page.getByRole('radio', { name: 'Cọ', exact: true }).isChecked()).toBe(true);
  expect(pupil.troubles).toEqual([]);
});
