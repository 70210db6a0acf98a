import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openDecision, sign } from './decision-steps.ts';
import { enter, expectText, PUPIL, signInAdult, STORY, type World } from './world.ts';

const ORGANISER = 'bantochuc@demo.example';
/** A result is signed by two. */
const SECOND_ORGANISER = 'bantochuc2@demo.example';

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

/** The organiser closes the round and sees the ranking; two sign it, it is frozen and published. */
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

  await page.getByRole('link', { name: 'Sang trang Quyết định' }).click();
  await sign(organiser);
  await expectText(organiser, /1\/2 chữ ký/);
  const second = await enter(world, 'second organiser');
  await signInAdult(second, SECOND_ORGANISER);
  await openDecision(second);
  await sign(second);
  await expectText(second, /2\/2 chữ ký/);
  await confirmDeed(second.page, 'Chốt kết quả');
  await expectText(second, /Đã chốt bản 1/);
  await second.close();

  await page.reload();
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await world.album.look(organiser, 'organiser-publish');
  await page.getByRole('button', { name: 'Công bố kết quả' }).click();
  await expectText(organiser, /Đã công bố bản 1/);
  await organiser.close();
}
