import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SignInCard } from '@domain/classroom/card.ts';
import type { Visitor } from './browser.ts';
import { choose, inkOn, stroke } from './pen.ts';
import { enter, expectText, STORY, type World } from './world.ts';

async function drawFirstPage(page: Page): Promise<void> {
  await choose(page, 'Xanh nước biển');
  await choose(page, 'Nét rất to');
  await stroke(page, [
    [8, 80],
    [30, 74],
    [52, 82],
    [74, 75],
    [92, 80],
  ]);
  await choose(page, 'Đỏ cờ');
  await stroke(page, [
    [60, 72],
    [60, 30],
    [66, 30],
    [66, 72],
  ]);
  const before = await inkOn(page);
  expect(before).toBeGreaterThan(500);

  await choose(page, 'Đen mực');
  await stroke(page, [
    [10, 10],
    [40, 60],
  ]);
  expect(await inkOn(page)).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect(await inkOn(page)).toBe(before);

  await choose(page, 'Tẩy');
  await stroke(page, [
    [58, 50],
    [68, 50],
  ]);
  expect(await inkOn(page)).toBeLessThan(before);
}

async function drawSecondPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trang 2' }).click();
  await page.getByLabel('Lời kể trang 2').waitFor();
  expect(await inkOn(page)).toBe(0);
  await choose(page, 'Cọ');
  await choose(page, 'Cam hoàng hôn');
  await stroke(page, [
    [20, 60],
    [35, 75],
    [65, 75],
    [80, 60],
    [20, 60],
  ]);
  await choose(page, 'Vàng sao');
  await stroke(page, [
    [48, 20],
    [56, 26],
    [50, 34],
    [42, 26],
    [48, 20],
  ]);
}

export async function typePin(
  { page }: Visitor,
  card: Pick<SignInCard, 'classCode' | 'cardNumber'>,
  pin: string,
): Promise<void> {
  await page.getByLabel('Mã lớp').fill(card.classCode.toLowerCase());
  await page.getByLabel('Số thẻ').fill(String(card.cardNumber));
  await page.getByLabel('Mã PIN').fill(pin);
  await page.getByRole('button', { name: 'Vào bến' }).click();
}

/** By PIN at a school computer: draws two pages, then leaves without submitting. */
export async function drawAndLeave(world: World, card: SignInCard): Promise<void> {
  const pupil = await enter(world, 'pupil');
  const { page } = pupil;
  await pupil.go('/');
  const isLocal = new URL(world.origin).hostname === 'localhost';
  expect(await page.evaluate(() => window.isSecureContext)).toBe(isLocal);
  await world.album.look(pupil, 'landing');
  await page.getByRole('link', { name: /Học sinh vào vẽ/ }).click();
  await page.getByRole('heading', { name: 'Chào em, mời em vào bến' }).waitFor();
  await world.album.look(pupil, 'pupil-sign-in');

  await pupil.expecting([401], async () => {
    const wrong = card.pin === '000000' ? '111111' : '000000';
    await typePin(pupil, card, wrong);
    await page.getByRole('alert').first().waitFor();
    await world.album.look(pupil, 'pupil-sign-in-refused');
  });
  await typePin(pupil, card, card.pin);
  await page.getByRole('heading', { name: 'Chào Dương' }).waitFor();
  await world.album.look(pupil, 'pupil-harbour');

  await page.getByRole('link', { name: /Vẽ truyện của em/ }).click();
  await page.getByRole('application').waitFor();
  await world.album.look(pupil, 'studio-empty');
  await page.getByLabel('Tên truyện').fill(STORY.title);
  await drawFirstPage(page);
  await page.getByLabel('Lời kể trang 1').fill(STORY.captions[0]);
  await drawSecondPage(page);
  await page.getByLabel('Lời kể trang 2').fill(STORY.captions[1]);
  await expectText(pupil, /Đã lưu trên máy chủ lúc \d\d:\d\d/);
  await world.album.look(pupil, 'studio-two-pages');

  await page.getByRole('button', { name: 'Về bến cảng' }).click();
  await page.getByRole('link', { name: /Vẽ tiếp/ }).waitFor();
  await expectText(pupil, `“${STORY.title}”, đang có 2 trang.`);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Mã PIN').waitFor();
  await pupil.close();
}

/** By the card’s QR link on a tablet: finds the draft, submits it, gets the receipt. */
export async function comeBackAndSubmit(world: World, card: SignInCard): Promise<string> {
  const pupil = await enter(world, 'pupil', { size: 'narrow', touch: true });
  const { page } = pupil;
  const link = new URL(card.link);
  await pupil.go(`${link.pathname}${link.hash}`);
  await page.getByRole('link', { name: /Vẽ tiếp/ }).click();
  await page.getByRole('application').waitFor();
  expect(await page.getByLabel('Tên truyện').inputValue()).toBe(STORY.title);
  expect(await page.getByLabel('Lời kể trang 1').inputValue()).toBe(STORY.captions[0]);
  expect(await inkOn(page)).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Trang 2' }).click();
  expect(await page.getByLabel('Lời kể trang 2').inputValue()).toBe(STORY.captions[1]);
  expect(await inkOn(page)).toBeGreaterThan(200);

  await page.getByRole('button', { name: 'Nộp bài' }).click();
  await page.getByText('em không sửa được nữa').waitFor();
  await world.album.look(pupil, 'studio-submit');
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  await page.getByRole('heading', { name: 'Ban tổ chức đã nhận bài của em' }).waitFor();
  await expectText(pupil, /Nộp lúc \d\d:\d\d \d+\/\d+\/\d{4}/);
  const number = /BD-\d{6}/.exec(await page.locator('body').innerText())?.[0];
  expect(number).toBeDefined();
  await world.album.look(pupil, 'pupil-receipt');
  await page.getByRole('link', { name: 'Về bến cảng' }).click();
  await expectText(pupil, `biên nhận ${number}`);
  await world.album.look(pupil, 'pupil-harbour-submitted');
  await pupil.close();
  return number!;
}
