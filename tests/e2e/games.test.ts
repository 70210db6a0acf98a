import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decks } from '@domain/games/decks.ts';
import { gameDecks } from '../fixtures/game-decks.ts';
import { openBrowser, visit, type Visitor } from './browser.ts';
import { removeFolder, startServer, type Server } from './server.ts';

const decks: Decks = gameDecks;
let browser: Browser;
let server: Server;
let visitor: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer();
  visitor = await visit(browser, `http://localhost:${server.port}`, { who: 'a guest' });
});
afterAll(async () => {
  await visitor.close();
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

const press = async (page: Page, name: string | RegExp) => {
  const button = page.getByRole('button', { name }).first();
  await button.focus();
  await page.keyboard.press('Enter');
};
const end = (page: Page) => page.getByRole('heading', { name: 'Em vừa học được' });

test('a guest goes from the front page to the map and plays the river of time by keyboard', async () => {
  const { page, go } = visitor;
  await go('/');
  await page.getByRole('link', { name: /Chơi và học/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Từ Đất Tổ ra biển lớn' }).waitFor();
  await page.getByRole('link', { name: /Dòng thời gian/ }).focus();
  await page.keyboard.press('Enter');
  await press(page, 'Bắt đầu chơi');

  const yearOf = new Map(decks.timeline.cards.map(({ title, year }) => [title.vi, year]));
  for (let card = 0; card < 9; card += 1) {
    const title = await page.locator('.timeline-hand h2').innerText();
    const year = yearOf.get(title)!;
    const years = (await page.locator('.timeline-year').allInnerTexts()).map(Number);
    const gap = years.filter((one) => one <= year).length;
    await page.locator('.timeline-gap button').nth(gap).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Đúng rồi! Năm/).waitFor();
  }
  await press(page, 'Xem kết quả');
  await end(page).waitFor();
  await page.getByRole('img', { name: '3 vỏ sò' }).waitFor();
  expect(await page.locator('.game-learned li').count()).toBe(10);
  await page.getByRole('link', { name: 'Về bản đồ' }).first().click();
  await page.getByText('Em có 3/18 vỏ sò').waitFor();
  expect(visitor.troubles).toEqual([]);
});

test('posts are read, judged and proved, and a hasty editor loses trust', async () => {
  const { page, go } = visitor;
  await go('/hoc-choi/tin-dung-sai');
  await press(page, 'Bắt đầu chơi');
  const verdicts = { true: 'Đúng', false: 'Sai', 'not-enough': 'Chưa đủ căn cứ' } as const;
  for (let post = 0; post < 8; post += 1) {
    const claim = await page.locator('.news-claim').innerText();
    const found = decks.newsroom.posts.find((one) => one.claim.vi === claim)!;
    const key = found.evidence.find(({ id }) => id === found.evidenceKey)!;
    if (post > 0) await press(page, new RegExp(`^Mở ra đọc.*${key.title.vi.slice(0, 12)}`, 'u'));
    await page.getByRole('button', { name: verdicts[found.verdict], exact: true }).focus();
    await page.keyboard.press('Enter');
    if (post === 0) await page.getByText('Lòng tin 65/100').waitFor();
    const proof = page.locator('.evidence li', { hasText: key.title.vi });
    await proof.getByRole('button', { name: /Đưa ra nguồn này/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Trúng cả hai!/).waitFor();
    await press(page, post === 7 ? 'Xem kết quả' : 'Bài tiếp theo');
  }
  await end(page).waitFor();
  await page.getByText('Em vội kết luận 1 lần').waitFor();
  expect(visitor.troubles).toEqual([]);
});

test('waste is sorted by number keys without a clock', async () => {
  const { page, go } = visitor;
  await go('/hoc-choi/don-rac-bien');
  await page.getByRole('radio', { name: /không tính giờ|bằng chữ/ }).check();
  await press(page, 'Bắt đầu chơi');
  for (let thing = 0; thing < 24; thing += 1) {
    const name = await page.locator('.calm-thing h2').innerText();
    const kind = decks.sweep.kinds.find((one) => one.name.vi === name)!;
    await page.locator('.bins button').first().focus();
    await page.keyboard.press(String(kind.bin));
    if (thing < 23) await page.getByText(`Món ${thing + 2}/24`).waitFor();
  }
  await end(page).waitFor();
  await page.getByRole('img', { name: '3 vỏ sò' }).waitFor();
  expect(visitor.troubles).toEqual([]);
});
