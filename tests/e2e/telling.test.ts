import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { assignRound, previewAssignment } from '@contract/assignment.ts';
import { closeSubmission } from '@contract/organiser.ts';
import { signInWithPassword } from '@contract/session.ts';
import { demoEmail, DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { person } from '../faults/person.ts';
import { openBrowser, SCHOOL_HOST, type Visitor } from './browser.ts';
import { judgesOfEntry } from './judge-steps.ts';
import { stroke } from './pen.ts';
import { typePin } from './pupil-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { DEMO_PASSWORD, enter, expectText, signInAdult, STORY, type World } from './world.ts';

const { pupil: card } = DEMO_SIGN_INS;
const WRITTEN = 'Gió nổi lên, bà thắp đèn chờ.';

let browser: Browser;
let server: Server;
let world: World;
let broken = false;

beforeAll(async () => {
  browser = await openBrowser({ microphone: true });
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  const origin = `http://localhost:${port}`;
  world = { browser, origin, album: album('telling'), visitors: [] };
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  broken = true;
  for (const visitor of world.visitors.filter(({ page }) => !page.isClosed())) {
    await world.album.shoot(visitor, 'failed');
  }
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

async function organiser() {
  const one = person(`http://127.0.0.1:${server.port}`);
  const body = { email: demoEmail.organiser(1), password: DEMO_PASSWORD };
  await one.ask(signInWithPassword, { body });
  return one;
}

async function atThePaper(place: World): Promise<Visitor> {
  const pupil = await enter(place, 'pupil');
  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await pupil.page.getByRole('link', { name: /Vẽ/ }).first().click();
  await pupil.page.getByRole('application').waitFor();
  return pupil;
}

async function openTellingRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: /Kể chuyện theo tranh/ }).click();
  await page.getByRole('heading', { name: 'Kể chuyện theo tranh' }).waitFor();
}

chapter('over plain HTTP the room says why it cannot record, and takes writing', async () => {
  const pupil = await atThePaper({ ...world, origin: `http://${SCHOOL_HOST}:${server.port}` });
  const { page } = pupil;
  await page.getByLabel('Tên truyện').fill(STORY.title);
  for (const [index, caption] of STORY.captions.entries()) {
    await page.getByRole('button', { name: `Trang ${index + 1}`, exact: true }).click();
    await page.getByLabel(`Lời kể trang ${index + 1}`).fill(caption);
    await stroke(page, [
      [10 + index * 20, 70],
      [50, 30],
      [90, 70],
    ]);
  }
  await openTellingRoom(page);
  await page.getByLabel('Ghi giọng kể').check({ force: true });
  await expectText(pupil, /Địa chỉ này chưa an toàn/);
  await world.album.look(pupil, 'plain-http');
  expect(await page.getByRole('link', { name: /địa chỉ an toàn/ }).getAttribute('href')).toBe(
    '/tin-cay',
  );
  await page.getByRole('button', { name: 'Viết lời kể' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Trang 2/ })
    .click();
  await page.getByLabel('Lời kể viết cho trang 2').fill(WRITTEN);
  await expectText(pupil, 'Đã lưu trên máy chủ');
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('button', { name: 'Về bến cảng' }).click();
  await page.getByRole('link', { name: /Vẽ tiếp/ }).waitFor();
  expect(pupil.troubles).toEqual([]);
  await pupil.close();
});

chapter('a child tells two pages, tells one again, and loses nothing in a crash', async () => {
  const pupil = await atThePaper(world);
  const { page } = pupil;
  await openTellingRoom(page);
  const room = page.getByRole('dialog');
  await room.getByRole('button', { name: /^Trang 1,/ }).click();
  await room.getByRole('button', { name: 'Bắt đầu kể' }).click();
  await expectText(pupil, 'Đang ghi trang 1');
  await page.waitForTimeout(1_200);
  await page.keyboard.press('ArrowRight');
  await expectText(pupil, 'Đang ghi trang 2');
  await world.album.look(pupil, 'recording');
  await page.waitForTimeout(1_200);
  await room.getByRole('button', { name: 'Dừng, lưu lại' }).click();
  await room.getByRole('button', { name: /^Trang 1, đã kể/ }).waitFor();
  await room.getByRole('button', { name: /^Trang 2, đã kể/ }).click();

  await room.getByRole('button', { name: 'Kể lại trang 2' }).click();
  await expectText(pupil, 'Đang kể lại trang 2');
  // Longer than one piece: that much is on the disk when the page dies.
  await page.waitForTimeout(2_600);
  await page.reload();
  await page.getByRole('application').waitFor();
  await openTellingRoom(page);
  await expectText(pupil, 'đang ghi dở ở trang 2');
  await expectText(pupil, 'Đã lưu trên máy chủ');
  await room.getByRole('button', { name: /^Trang 1,/ }).click();
  await room.getByRole('button', { name: 'Kể lại trang 1' }).click();
  await page.waitForTimeout(900);
  await room.getByRole('button', { name: 'Dừng, lưu lại' }).click();
  await expectText(pupil, 'Đã cất giọng kể trang 1');
  await room.getByRole('button', { name: 'Xong' }).click();

  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  await page.getByRole('heading', { name: 'Ban tổ chức đã nhận bài của em' }).waitFor();
  await expectText(pupil, /Mã lời kể [0-9a-f]{64}/);
  await expectText(pupil, 'Trang 1 / 2');
  await page.getByRole('button', { name: 'Nghe kể' }).click();
  await expectText(pupil, 'Trang 2 / 2');
  await expectText(pupil, WRITTEN);
  await page.getByRole('button', { name: 'Nghe kể' }).waitFor();
  expect(pupil.troubles).toEqual([]);
  await pupil.close();
});

chapter('a judge hears it, and the sound turns the pages', async () => {
  const one = await organiser();
  await one.ask(closeSubmission);
  const { basis, report } = await one.ask(previewAssignment, { body: { seed: null } });
  await one.ask(assignRound, { body: { basis, seed: report.seed } });
  const [email] = await judgesOfEntry(server.port);
  const judge = await enter(world, 'judge');
  const { page } = judge;
  await signInAdult(judge, email!);
  await page.getByRole('link', { name: new RegExp(STORY.title) }).click();
  await page.getByRole('button', { name: 'Nghe kể' }).click();
  await expectText(judge, WRITTEN);
  await world.album.look(judge, 'judge');
  expect(judge.troubles).toEqual([]);
});

test('every screen is accessible, fits a phone and fits a finger', () => {
  expect(world.album.troubles).toEqual([]);
});
