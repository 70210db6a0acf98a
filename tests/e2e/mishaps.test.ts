import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser, SCHOOL_HOST } from './browser.ts';
import { inkOn, stroke } from './pen.ts';
import { typePin } from './pupil-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { enter, expectText, signInAdult, type World } from './world.ts';

const { pupil: card } = DEMO_SIGN_INS;
const WAVE = [
  [10, 70],
  [30, 60],
  [50, 70],
  [70, 60],
  [90, 70],
] as const;
const MAST = [
  [50, 20],
  [50, 60],
] as const;

let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  const origin = `http://${SCHOOL_HOST}:${port}`;
  world = { browser, origin, album: album('mishaps'), visitors: [] };
});
afterEach(async ({ task }) => {
  for (const visitor of world.visitors) {
    if (task.result?.state === 'fail') await world.album.shoot(visitor, 'failed');
    await visitor.close();
  }
  await server.stop();
  removeFolder(server.dataFolder);
});

/** The demo pupil without an entry, at the paper, with one stroke drawn and on the server. */
async function atThePaper(who = 'pupil') {
  const pupil = await enter(world, who);
  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await pupil.page.getByRole('link', { name: /Vẽ/ }).first().click();
  await pupil.page.getByRole('application').waitFor();
  return pupil;
}

const SAVED = /Đã lưu trên máy chủ lúc \d\d:\d\d/;

test('switching the language in the middle of a drawing loses nothing', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  await page.getByLabel('Tên truyện').fill('Sóng và gió');
  await page.getByLabel('Lời kể trang 1').fill('Gió nổi lên từ phía đông.');
  await stroke(page, WAVE);
  const ink = await inkOn(page);
  expect(ink).toBeGreaterThan(100);

  await page.getByRole('button', { name: 'Cách vẽ' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await inkOn(page)).toBe(ink);
  expect(await page.getByLabel('Title of the story').inputValue()).toBe('Sóng và gió');

  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await inkOn(page)).toBe(0);
  await page.getByRole('button', { name: 'How to draw' }).click();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Làm lại' }).click();
  expect(await inkOn(page)).toBe(ink);
  expect(await page.getByLabel('Lời kể trang 1').inputValue()).toBe('Gió nổi lên từ phía đông.');
  expect(pupil.troubles).toEqual([]);
});

test('a connection that drops in mid-save costs nothing, on this machine or on the next', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);

  // The blob arrives, the word that it arrived does not: then there is no network at all.
  await page.route('**/api/entries/*/draft', async (route) => {
    await route.fetch().catch(() => null);
    await route.abort('connectionreset');
  });
  await stroke(page, MAST);
  await expectText(pupil, /Mạng đang yếu|chờ mạng/);
  await context.setOffline(true);
  await stroke(page, [
    [20, 20],
    [40, 20],
  ]);
  const ink = await inkOn(page);
  await world.album.shoot(pupil, 'network-away');

  await page.unroute('**/api/entries/*/draft');
  await context.setOffline(false);
  await expectText(pupil, SAVED);
  await page.reload();
  await page.getByRole('application').waitFor();
  await expect.poll(() => inkOn(page)).toBe(ink);

  const elsewhere = await atThePaper('pupil on another machine');
  await expect.poll(() => inkOn(elsewhere.page)).toBe(ink);
});

test('a page that dies in mid-stroke loses at most that stroke', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, /Đã lưu trên máy/);
  const ink = await inkOn(page);
  const paper = (await page.getByRole('application').boundingBox())!;
  await page.mouse.move(paper.x + 50, paper.y + 50);
  await page.mouse.down();
  await page.mouse.move(paper.x + 150, paper.y + 60, { steps: 4 });
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto('/ve');
  await again.getByRole('application').waitFor();
  await expect.poll(() => inkOn(again)).toBeGreaterThanOrEqual(ink);
});

test('a second tab says where the story is open, and takes it over when asked', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);
  const ink = await inkOn(page);

  const second = await context.newPage();
  await second.goto('/ve');
  await second.getByRole('heading', { name: 'Truyện đang mở ở cửa sổ khác' }).waitFor();
  await second.getByRole('button', { name: 'Vẽ ở đây' }).click();
  await second.getByRole('application').waitFor();
  await expect.poll(() => inkOn(second)).toBe(ink);
  await page.getByRole('heading', { name: 'Truyện đang mở ở cửa sổ khác' }).waitFor();
});

test('a round that closes over a drawing says when, and the drawing stays', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  await page.getByLabel('Tên truyện').fill('Muộn một chút');
  await stroke(page, WAVE);
  await page.getByLabel('Lời kể trang 1').fill('Thuyền về sau cơn bão.');
  await page.getByRole('button', { name: 'Trang 2' }).click();
  await stroke(page, MAST);
  await page.getByLabel('Lời kể trang 2').fill('Bến vẫn sáng đèn.');
  await expectText(pupil, SAVED);
  const ink = await inkOn(page);

  const organiser = await enter(world, 'organiser');
  await signInAdult(organiser, 'bantochuc@demo.example');
  await organiser.page.getByRole('button', { name: 'Đóng nhận bài' }).first().click();
  await organiser.page.getByRole('dialog').getByRole('button', { name: 'Đóng nhận bài' }).click();
  await organiser.page.getByRole('dialog').waitFor({ state: 'detached' });

  await pupil.expecting([409], async () => {
    await page.getByRole('button', { name: 'Nộp bài' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
    await expectText(pupil, /Vòng thi đã đóng lúc \d\d:\d\d/);
    await world.album.shoot(pupil, 'round-closed');
  });
  await page.keyboard.press('Escape');
  expect(await inkOn(page)).toBe(ink);
});

test('of two machines’ drawings one goes on, and the other can be taken back', async () => {
  const here = await atThePaper('pupil at school');
  await stroke(here.page, WAVE);
  await expectText(here, SAVED);
  const there = await atThePaper('pupil at home');
  await stroke(there.page, MAST);
  await expectText(there, SAVED);

  await here.expecting([409], async () => {
    await stroke(here.page, [
      [20, 20],
      [80, 30],
    ]);
    await here.page.getByRole('button', { name: 'Vẽ tiếp bản ở máy kia' }).waitFor();
  });
  const mine = await inkOn(here.page);
  await world.album.shoot(here, 'two-machines');
  await here.page.getByRole('button', { name: 'Vẽ tiếp bản ở máy kia' }).click();
  await expect.poll(() => inkOn(here.page)).not.toBe(mine);

  await here.page.getByRole('button', { name: 'Cách vẽ' }).click();
  await here.page.getByRole('button', { name: 'Các bản đã cất' }).click();
  const side = here.page.getByRole('listitem').filter({ hasText: 'khi em vẽ ở hai máy' });
  await side.getByRole('button', { name: 'Mở bản này' }).waitFor();
  await world.album.look(here, 'kept-copies');
  await side.getByRole('button', { name: 'Mở bản này' }).click();
  await expect.poll(() => inkOn(here.page)).toBe(mine);
  await expectText(here, SAVED);
  expect(world.album.troubles).toEqual([]);
});

test('a picture that did not arrive is asked for again', async () => {
  const judge = await enter(world, 'judge');
  const { page } = judge;
  await signInAdult(judge, 'giamkhao1@demo.example');
  await page.getByText('Chấm tiếp').first().click();
  await page.waitForURL('**/cham/*');
  let away = true;
  await page.route('**/pages/*', (route) => (away ? route.abort() : route.continue()));
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Thử lại' }).waitFor();
  away = false;
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect
    .poll(() => page.evaluate(() => [...document.images].map((image) => image.naturalWidth)))
    .toEqual([1280]);
});
