import { join } from 'node:path';
import Database from 'libsql';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readRules, saveSettings } from '@contract/rules.ts';
import { listRaisedFlags } from '@contract/sheet-flags.ts';
import { signInWithPassword } from '@contract/session.ts';
import { demoEmail } from '@server/demo/sign-ins.ts';
import { person } from '../faults/person.ts';
import { openBrowser, type Visitor } from './browser.ts';
import { demoFolder, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { DEMO_PASSWORD, enter, expectText, signInAdult, type World } from './world.ts';

/** What the server makes when first asked for may take a busy machine its time. */
const MADE_ON_DEMAND = { timeout: 90_000 };
const OUTAGE_WORDS = 'Cô nhớ mãi ngọn đèn của bà.';

let browser: Browser;
let server: Server;
let world: World;
let judge: Visitor;
let broken = false;

/** The demo edition before anybody judged: its rules can still change. */
function forgetJudging(dataFolder: string): void {
  const db = new Database(join(dataFolder, 'contest.db'));
  db.exec(`delete from score;
    update sheet set state = 'assigned', note = '', version = 0, submitted_at = null,
      touched_at = null`);
  db.close();
}

beforeAll(async () => {
  browser = await openBrowser();
  const dataFolder = demoFolder();
  forgetJudging(dataFolder);
  server = await startServer({ dataFolder });
  const origin = `http://localhost:${server.port}`;
  world = { browser, origin, album: album('judges-desk'), visitors: [] };
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  broken = true;
  for (const visitor of world.visitors) await world.album.shoot(visitor, 'failed');
});
afterAll(async () => {
  for (const visitor of world.visitors) await visitor.close();
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

const chapter = (title: string, tell: () => Promise<void>) =>
  test(title, async ({ skip }) => {
    skip(broken, 'an earlier chapter failed');
    await tell();
  });

async function asked() {
  const one = person(`http://127.0.0.1:${server.port}`);
  const body = { email: demoEmail.organiser(1), password: DEMO_PASSWORD };
  await one.ask(signInWithPassword, { body });
  return one;
}

chapter('the organiser prepares two reference entries', async () => {
  const one = await asked();
  const { version } = await one.ask(readRules);
  const settings = { calibration: { required: true } };
  await one.ask(saveSettings, { body: { version, settings } });

  const organiser = await enter(world, 'organiser');
  const { page } = organiser;
  await signInAdult(organiser, demoEmail.organiser(1));
  await page.getByRole('link', { name: 'Bài mẫu', exact: true }).click();
  await page.getByRole('button', { name: 'Tìm' }).click();
  for (let i = 0; i < 2; i += 1) {
    await page
      .getByRole('button', { name: /^Chọn làm bài mẫu/ })
      .first()
      .click();
  }
  for (const field of await page.getByLabel(/^Điểm: /).all()) await field.fill('10');
  await page
    .getByLabel(/^Vì sao: Nội dung/)
    .first()
    .fill('Đúng chủ đề, chi tiết đèn biển rất thật.');
  await page.getByLabel('Lời bàn chung về bài này').first().fill('Kể gọn, tranh khoẻ.');
  await page.getByRole('button', { name: 'Lưu bài mẫu' }).click();
  await page.getByText('Đã lưu.').waitFor();
  await world.album.look(organiser, 'references');
});

/** Points for every criterion by keyboard alone: digits, Enter, and so on. */
async function typePoints(points: string): Promise<number> {
  const { page } = judge;
  const fields = page.getByRole('spinbutton');
  await fields.first().waitFor();
  const count = await fields.count();
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.type(points);
    await page.keyboard.press('Enter');
  }
  return count;
}

chapter('a judge scores them first, and sees how near the organiser is', async () => {
  judge = await enter(world, 'judge');
  const { page } = judge;
  await signInAdult(judge, demoEmail.judge(1));
  await expectText(judge, /Thầy cô chấm thử 2 bài mẫu trước/);
  await page.getByRole('link', { name: 'Bắt đầu chấm thử' }).click();
  await page.getByRole('spinbutton').first().focus();
  await typePoints('9');
  await page.getByRole('button', { name: 'Xem điểm của Ban tổ chức' }).press('Enter');
  await expectText(judge, 'Kể gọn, tranh khoẻ.');
  await expectText(judge, 'Rất gần nhau');
  await world.album.look(judge, 'comparison');
  await page.getByRole('link', { name: 'Chấm thử tiếp' }).click();
  await expectText(judge, 'Bài mẫu 2 / 2');
  await page.getByRole('spinbutton').first().focus();
  await typePoints('10');
  await page.getByRole('button', { name: 'Xem điểm của Ban tổ chức' }).press('Enter');
  await page.getByRole('link', { name: 'Chấm bài thật' }).click();
  await page.getByRole('link', { name: 'Chấm tiếp' }).waitFor();
});

chapter('points, words for the child and a flag come through an outage', async () => {
  const { page } = judge;
  await page.getByRole('link', { name: 'Chấm tiếp' }).click();
  await page.getByRole('spinbutton').first().waitFor();
  await page.keyboard.press('s');
  await expectText(judge, /Trang 1–2/);
  await page.keyboard.press('c');
  await page.keyboard.press('Space');
  await judge.context.setOffline(true);
  await page.getByLabel('Lời riêng của thầy cô').fill(OUTAGE_WORDS);
  await page.getByRole('button', { name: 'Báo Ban tổ chức' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bản đồ hoặc cờ vẽ sai').check();
  await dialog.getByRole('button', { name: 'Báo Ban tổ chức' }).click();
  await expectText(judge, /Mất kết nối/);
  await judge.context.setOffline(false);
  await page.getByText(/Đã lưu lúc/).waitFor();
  await world.album.look(judge, 'desk');
  const { flags } = await (await asked()).ask(listRaisedFlags);
  expect(flags).toMatchObject([{ reasons: ['wrong-map'] }]);
  await page.reload();
  await expectText(judge, 'Đã báo Ban tổ chức');
  await page.locator('[data-comment] summary').click();
  expect(await page.getByLabel('Lời riêng của thầy cô').inputValue()).toBe(OUTAGE_WORDS);
  await page.getByRole('spinbutton').first().focus();
  await typePoints('9');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectText(judge, /Đã nhận phiếu của bài/);
});

chapter('the film is shown, and a judge who knows the author steps back', async () => {
  const { page } = judge;
  await page.getByRole('button', { name: 'Xem em vẽ' }).click();
  await page
    .getByRole('button', { name: 'Xem', exact: true })
    .or(page.getByText(/không còn nét/))
    .first()
    .waitFor(MADE_ON_DEMAND);
  await page.keyboard.press('Escape');
  await page.getByText(/^Vẽ tay/).waitFor(MADE_ON_DEMAND);
  await page.getByRole('button', { name: 'Tôi quen tác giả' }).click();
  await page.getByLabel(/^Lí do/).fill('Em là cháu của tôi');
  await page.getByRole('button', { name: 'Thôi chấm bài này' }).click();
  await expectText(judge, /đã rời danh sách của thầy cô/);
  await page.getByRole('link', { name: 'Bài được giao' }).click();
  await page.getByRole('link', { name: 'Điểm tôi đã cho' }).click();
  await expectText(judge, /1 phiếu, trung bình/);
  await world.album.look(judge, 'own-points');
});

chapter('the organiser settles the flag', async () => {
  const [organiser] = world.visitors as [Visitor];
  const { page } = organiser;
  await page.getByRole('link', { name: 'Giám khảo báo' }).click();
  await page.getByRole('button', { name: 'Ghi cách xử lí' }).click();
  await page.getByLabel('Ban tổ chức đã làm gì?').fill('Bản đồ đủ hai quần đảo, không có lỗi.');
  await page.getByRole('button', { name: 'Lưu, đánh dấu đã xử lí' }).click();
  await expectText(organiser, /Đã xử lí \(1\)/);
  await world.album.look(organiser, 'raised-flags');
});

test('every screen is accessible, fits a phone and fits a finger', () => {
  expect(world.album.troubles).toEqual([]);
  expect(world.visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
});
