import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { unpackStory } from '@domain/story/story-file.ts';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser } from './browser.ts';
import { inkOn, stroke } from './pen.ts';
import { typePin } from './pupil-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { enter, expectText, type World } from './world.ts';

const { pupil: card } = DEMO_SIGN_INS;
const CAPTIONS = ['Thuyền ra khơi lúc trời còn tối.', 'Ễnh ương gọi mưa trên đảo Ộ Ữ.'];
const SAVED = /Đã lưu trên máy chủ lúc \d\d:\d\d/;

let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  const origin = `http://localhost:${port}`;
  world = { browser, origin, album: album('storyboard'), visitors: [] };
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
  await pupil.page.getByRole('application').waitFor();
  return pupil;
}

const strip = (page: Page) => page.locator('.studio-pages [data-card]');
const act = (page: Page, name: string) =>
  page.locator('.studio-pages').getByRole('button', { name, exact: true });

/** What is told on each page, in the order of the strip. */
async function told(page: Page): Promise<string[]> {
  const captions: string[] = [];
  for (let number = 1; number <= (await strip(page).count()); number += 1) {
    await act(page, `Trang ${number}`).click();
    captions.push(await page.getByLabel(`Lời kể trang ${number}`).inputValue());
  }
  return captions;
}

async function extra(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

async function storyFile(page: Page): Promise<string> {
  await extra(page, /Lưu truyện ra tệp/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Tệp truyện/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Đảo Ễ xa.truyen');
  const path = await download.path();
  await page.getByRole('button', { name: 'Đóng' }).click();
  return path;
}

const pictureIn = (path: string) => unpackStory(readFileSync(path)).pictureHash;

test('pages are copied, moved by mouse and by keyboard, put back, and brought back', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  await page.getByLabel('Tên truyện').fill('Đảo Ễ xa');
  await page.getByRole('button', { name: 'Gợi ý' }).click();
  await page.getByRole('button', { name: 'Rùa con tìm ra biển' }).click();
  await page.getByText('Biển Việt Nam có 5 loài rùa biển').waitFor();
  await world.album.look(pupil, 'idea');
  await page.getByRole('button', { name: 'Xem gợi ý khác' }).click();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await stroke(page, [
    [10, 70],
    [50, 60],
    [90, 70],
  ]);
  await page.getByLabel('Lời kể trang 1').fill(CAPTIONS[0]!);
  await act(page, 'Trang 2').click();
  await page.getByLabel('Lời kể trang 2').fill(CAPTIONS[1]!);
  await act(page, 'Trang 1').click();
  const ink = await inkOn(page);

  await act(page, 'Nhân đôi').click();
  await expectText(pupil, 'Đã nhân đôi trang 1. Bản mới là trang 2.');
  expect(await inkOn(page)).toBe(ink);
  await expectText(pupil, '3 trang (cần 2–12)');
  await page.getByLabel('Lời kể trang 2').fill('Bản thứ hai.');

  const [second, first] = [strip(page).nth(1), strip(page).nth(0)];
  await first.scrollIntoViewIfNeeded();
  const [from, to] = [(await second.boundingBox())!, (await first.boundingBox())!];
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 2 });
  await page.mouse.move(to.x + 40, to.y + 30, { steps: 6 });
  // What is carried is seen where it would come to lie, before it is let go.
  expect(await first.getAttribute('style')).toContain('translate');
  await page.mouse.up();
  await expectText(pupil, 'Trang này giờ là trang 1.');
  expect(await told(page)).toEqual(['Bản thứ hai.', CAPTIONS[0], CAPTIONS[1]]);

  await act(page, 'Trang 1').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expectText(pupil, 'Trang này giờ là trang 2.');
  await page.keyboard.press('Alt+ArrowDown');
  expect(await told(page)).toEqual([CAPTIONS[0], CAPTIONS[1], 'Bản thứ hai.']);
  await page.getByRole('button', { name: 'Đưa trang về chỗ cũ' }).click();
  expect(await told(page)).toEqual([CAPTIONS[0], 'Bản thứ hai.', CAPTIONS[1]]);

  await act(page, 'Trang 2').click();
  await act(page, 'Bỏ trang').click();
  expect(await strip(page).count()).toBe(2);
  await page.getByRole('button', { name: 'Lấy lại trang 2' }).click();
  expect(await told(page)).toEqual([CAPTIONS[0], 'Bản thứ hai.', CAPTIONS[1]]);

  await act(page, 'Trang 2').click();
  await act(page, 'Khung').click();
  await page.getByRole('button', { name: /Kiểu 6/ }).click();
  await page.getByText('Tả tranh cho bạn không nhìn thấy').click();
  await page.getByLabel(/Trong tranh trang 2 có gì/).fill('Sóng biển màu xanh.');
  await expectText(pupil, SAVED);

  await extra(page, 'Đọc thử');
  const reader = page.getByRole('region', { name: /Đọc thử truyện/ });
  await reader.getByRole('img', { name: 'Sóng biển màu xanh.' }).waitFor();
  await world.album.look(pupil, 'preview');
  await page.keyboard.press('ArrowRight');
  await reader.getByText(CAPTIONS[1]!).waitFor();
  await page.getByRole('button', { name: 'Về trang vẽ' }).click();

  await extra(page, /Truyện được vẽ như thế nào/);
  await page.getByRole('slider', { name: 'Tua đến' }).waitFor();
  await world.album.look(pupil, 'film');
  await page.getByRole('button', { name: 'Về trang vẽ' }).click();
  await act(page, 'Cả truyện').click();
  await page.getByRole('heading', { name: 'Cả truyện của em' }).waitFor();
  await world.album.look(pupil, 'overview');
  await page.getByRole('button', { name: 'Về trang vẽ' }).click();
  await extra(page, 'Kiểm tra truyện');
  await page.getByRole('heading', { name: 'Kiểm tra truyện' }).waitFor();
  expect(pupil.troubles).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});

test('a story file opens as the story it was, and what lay on the desk is kept', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  const saved = await storyFile(page);
  await stroke(page, [
    [20, 20],
    [80, 40],
  ]);
  await expectText(pupil, SAVED);
  const later = pictureIn(await storyFile(page));
  expect(later).not.toBe(pictureIn(saved));

  await extra(page, 'Mở truyện từ tệp');
  const input = page.locator('dialog input[type=file]');
  const buffer = Buffer.from('%PDF-1.7');
  await input.setInputFiles({ name: 'khac.truyen', mimeType: 'application/pdf', buffer });
  await page.getByText('Tệp này không phải truyện').waitFor();
  await input.setInputFiles(saved);
  await page.getByText('Em muốn vẽ tiếp truyện này chứ?').waitFor();
  await world.album.look(pupil, 'import');
  await page.getByRole('button', { name: 'Vẽ tiếp truyện này' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('application').waitFor();
  expect(pictureIn(await storyFile(page))).toBe(pictureIn(saved));

  await extra(page, 'Các bản đã cất');
  await page.getByRole('button', { name: 'Mở bản này' }).first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('application').waitFor();
  expect(pictureIn(await storyFile(page))).toBe(later);
  expect(pupil.troubles).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});

test('a finger that rests carries a page, one that moves scrolls the strip', async () => {
  const pupil = await atThePaper({ size: 'narrow', touch: true });
  const { page } = pupil;
  await strip(page).first().scrollIntoViewIfNeeded();
  const before = await told(page);
  await strip(page).first().scrollIntoViewIfNeeded();
  const [first, second] = await Promise.all(
    [0, 1].map(async (at) => (await strip(page).nth(at).boundingBox())!),
  );
  const debug = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    debug.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: first!.y + 20 }],
    });
  await touch('touchStart', first!.x + 30);
  await page.locator('.studio-pages [data-carrying=true]').waitFor();
  await touch('touchMove', first!.x + 60);
  await touch('touchMove', second!.x + 40);
  await touch('touchEnd');
  await expectText(pupil, 'Trang này giờ là trang 2.');
  expect(await told(page)).toEqual([before[1], before[0], before[2]]);
  expect(pupil.troubles).toEqual([]);
});
