import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { declareConflict, readAssignment } from '@contract/assignment.ts';
import { listSheets } from '@contract/judging.ts';
import { signInWithPassword } from '@contract/session.ts';
import { person } from '../faults/person.ts';
import { openBrowser } from './browser.ts';
import { demoFolder, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { DEMO_PASSWORD, enter, expectText, signInAdult, type World } from './world.ts';

const ORGANISER = 'bantochuc@demo.example';
const SCHOOL = 'Trường Tiểu học Hải Âu (mẫu)';

let browser: Browser;
let server: Server;
let world: World;
let page: Page;
let broken = false;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ dataFolder: demoFolder() });
  const origin = `http://localhost:${server.port}`;
  world = { browser, origin, album: album('assignment'), visitors: [] };
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  broken = true;
  for (const visitor of world.visitors) await world.album.shoot(visitor, 'failed');
});
afterAll(async () => {
  for (const visitor of world.visitors) await visitor.close();
  await server.stop();
  removeFolder(server.dataFolder);
  await browser.close();
});

const chapter = (title: string, tell: () => Promise<void>) =>
  test(title, async ({ skip }) => {
    skip(broken, 'an earlier chapter failed');
    await tell();
  });

async function signedIn(email: string) {
  const one = person(`http://127.0.0.1:${server.port}`);
  await one.ask(signInWithPassword, { body: { email, password: DEMO_PASSWORD } });
  return one;
}

async function preview(): Promise<void> {
  await page.getByRole('button', { name: 'Xem trước phân công' }).click();
  await page.getByText('Bản xem trước, chưa giao gì').waitFor();
}

async function confirm(): Promise<void> {
  await page.getByRole('button', { name: /^Xác nhận, giao \d+ phiếu/ }).click();
  await page.getByText(/^Đã giao \d+ phiếu/).waitFor();
}

chapter('the organiser records where a judge works, and what that takes from them', async () => {
  const organiser = await enter(world, 'organiser');
  ({ page } = organiser);
  await signInAdult(organiser, ORGANISER);
  await page.getByRole('link', { name: 'Phân công', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'giamkhao6@' });
  await row.getByRole('button', { name: /^Quan hệ, số phiếu của/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tìm theo tên hoặc mã').fill('hai au');
  await dialog.getByRole('radio', { name: SCHOOL }).check();
  await dialog.getByText(/Giám khảo sẽ tránh thêm \d+ bài/).waitFor();
  await world.album.look(organiser, 'judge-ties');
  await dialog.getByRole('button', { name: 'Ghi quan hệ này' }).click();
  await dialog.getByText(`Trường: ${SCHOOL}`).waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await row.getByText(`Trường: ${SCHOOL}`).waitFor();
});

chapter('the preview shows everything and changes nothing; confirming makes it true', async () => {
  const [organiser] = world.visitors as [(typeof world.visitors)[0]];
  const asked = await signedIn(ORGANISER);
  const before = await asked.ask(readAssignment);
  await preview();
  for (const title of ['Số phiếu của từng giám khảo', 'Hai giám khảo cùng chấm bao nhiêu bài']) {
    await page.getByRole('heading', { name: title }).waitFor();
  }
  await expectText(organiser, /Mọi yêu cầu đều được đáp ứng/);
  await world.album.look(organiser, 'assignment-preview');
  expect(await asked.ask(readAssignment)).toEqual(before);
  await confirm();
  const after = await asked.ask(readAssignment);
  expect(after).toMatchObject({ lacking: 0, runs: [{ position: 1, unmet: 0 }] });
});

chapter('a judge steps back, and a repair gives the entry to somebody else', async () => {
  const [organiser] = world.visitors as [(typeof world.visitors)[0]];
  const judge = await signedIn('giamkhao1@demo.example');
  const { sheets } = await judge.ask(listSheets);
  const sheet = sheets.find(({ state }) => state === 'assigned')!;
  const reason = 'Tác giả là cháu của tôi';
  await judge.ask(declareConflict, { params: { sheetId: sheet.id }, body: { reason } });
  const left = (await judge.ask(listSheets)).sheets;
  expect(left.map(({ id }) => id)).not.toContain(sheet.id);

  await page.reload();
  await page.getByRole('heading', { name: 'Bổ sung, điều chỉnh phân công' }).waitFor();
  await preview();
  const changed = page.getByRole('row', { name: new RegExp(`^${sheet.blindCode}`) });
  await changed.getByText(/^thêm /).waitFor();
  await confirm();
  const again = (await judge.ask(listSheets)).sheets;
  expect(again.map(({ blindCode }) => blindCode)).not.toContain(sheet.blindCode);
  await page.getByRole('link', { name: 'Xem báo cáo' }).click();
  await page.getByRole('heading', { name: 'Báo cáo phân công' }).waitFor();
  await world.album.look(organiser, 'assignment-report');
});

chapter('the rules are edited section by section', async () => {
  const [organiser] = world.visitors as [(typeof world.visitors)[0]];
  await page.getByRole('link', { name: 'Thể lệ', exact: true }).click();
  const prizes = page.getByRole('region', { name: 'Cơ cấu giải' });
  await prizes.getByLabel('Số giải').first().fill('2');
  await prizes.getByRole('button', { name: 'Lưu phần này' }).click();
  await prizes.getByText('Đã lưu.').waitFor();
  await expectText(organiser, /Phần này đã khoá/);
  await world.album.look(organiser, 'rules');
});

test('no page had an error, broke the policy or asked another host', () => {
  expect(world.visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});
