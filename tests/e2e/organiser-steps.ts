import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { enter, expectText, PUPIL, signInAdult, STORY, type World } from './world.ts';

const ORGANISER = 'bantochuc@demo.example';

/** A deed of the round: asked for, read, confirmed. */
async function confirmDeed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The organiser sees progress per school and gives every entry its judges. */
export async function assignJudges(world: World): Promise<void> {
  const organiser = await enter(world, 'organiser');
  const { page } = organiser;
  await signInAdult(organiser, ORGANISER);
  await page.getByRole('table', { name: 'Tiến độ từng trường' }).waitFor();
  await expectText(organiser, /Trường Tiểu học Hải Âu/);
  await world.album.look(organiser, 'organiser-overview');
  await page.getByRole('link', { name: 'Mở phân công' }).click();
  await page.getByRole('button', { name: 'Xem trước phân công' }).click();
  await expectText(organiser, /Bản xem trước, chưa giao gì\. Số bốc thăm: \d+/);
  await world.album.look(organiser, 'organiser-preview');
  await page.getByRole('button', { name: /^Xác nhận, giao \d+ phiếu/ }).click();
  await expectText(organiser, /Đã giao \d+ phiếu/);
  await world.album.look(organiser, 'organiser-assigned');
  await organiser.close();
}

/** The organiser closes the round, sees the ranking, and publishes it. */
export async function closeAndPublish(world: World, receipt: string): Promise<void> {
  const organiser = await enter(world, 'organiser');
  const { page } = organiser;
  await signInAdult(organiser, ORGANISER);
  await page.getByRole('table', { name: 'Tiến độ từng trường' }).waitFor();
  await confirmDeed(page, 'Đóng nhận bài');
  await confirmDeed(page, 'Đóng vòng chấm');
  await page.getByRole('link', { name: 'Xem xếp hạng' }).click();
  const row = page.getByRole('row', { name: new RegExp(STORY.title) });
  await row.waitFor();
  const shown = await row.innerText();
  for (const fact of [PUPIL.fullName, receipt, '42,50', 'Đã đồng ý']) expect(shown).toContain(fact);
  await world.album.look(organiser, 'organiser-ranking');

  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await world.album.look(organiser, 'organiser-publish');
  await page.getByRole('button', { name: 'Công bố kết quả' }).click();
  await expectText(organiser, /Đã công bố lúc \d\d:\d\d/);
  await organiser.close();
}
