import { expect } from 'vitest';
import type { SignInCard } from '@domain/classroom/card.ts';
import type { Visitor } from './browser.ts';
import { enter, expectText, PUPIL, signInAdult, STORY, type World } from './world.ts';

export const TEACHER = 'giaovien@demo.example';

async function openClass({ page }: Visitor): Promise<string> {
  await page
    .getByRole('link', { name: /học sinh · Mã lớp/ })
    .first()
    .click();
  await page.getByRole('table').waitFor();
  return new URL(page.url()).pathname;
}

/** The teacher adds a pupil and prints the cards; the pupil takes the card home. */
export async function addPupilAndPrintCards(world: World): Promise<SignInCard> {
  const teacher = await enter(world, 'teacher');
  const { page } = teacher;
  await signInAdult(teacher, TEACHER);
  await page.getByRole('heading', { name: 'Lớp của tôi' }).waitFor();
  await world.album.look(teacher, 'teacher-classes');

  const classPath = await openClass(teacher);
  await world.album.look(teacher, 'teacher-class');
  await page.getByRole('button', { name: 'Thêm học sinh' }).click();
  await page.getByLabel('Họ và tên').fill(PUPIL.fullName);
  await page.getByLabel('Ngày sinh').fill('không phải ngày');
  await page.getByRole('button', { name: 'Thêm vào lớp' }).click();
  await page.getByText('Gõ ngày sinh theo kiểu 3/9/2017').waitFor();
  await page.getByLabel('Ngày sinh').fill(PUPIL.birthDate);
  await page.getByRole('button', { name: 'Thêm vào lớp' }).click();
  await expectText(teacher, `Đã thêm 1 em: ${PUPIL.fullName}`);
  await world.album.look(teacher, 'teacher-add-pupil');
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('row', { name: new RegExp(PUPIL.fullName) }).waitFor();

  await page.getByRole('link', { name: 'In thẻ đăng nhập' }).click();
  const card = page.getByRole('article').filter({ hasText: PUPIL.fullName });
  await card.getByRole('img', { name: `Mã QR của ${PUPIL.fullName}` }).waitFor();
  await world.album.look(teacher, 'teacher-cards');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'In', exact: true }).isVisible()).toBe(false);
  expect(await card.isVisible()).toBe(true);
  await world.album.shoot(teacher, 'teacher-cards-printed');
  await page.emulateMedia({ media: 'screen' });

  // The QR code holds the link; what it says is asked of the server that drew it.
  const cards = await page.evaluate(async (classId) => {
    const answer = await fetch(`/api/classes/${classId}/cards`);
    return ((await answer.json()) as { cards: SignInCard[] }).cards;
  }, classPath.split('/')[2]);
  const own = cards.find(({ fullName }) => fullName === PUPIL.fullName);
  expect(own, 'the new pupil has a card').toBeDefined();
  expect(new URL(own!.link).origin).toBe(world.origin);
  const shown = (await card.innerText()).replace(/\s/g, '');
  expect(shown).toContain(own!.pin);
  expect(shown).toContain(own!.classCode);
  await page.getByRole('link', { name: 'Về lớp' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page
    .getByRole('link', { name: 'Học sinh vào vẽ' })
    .or(page.getByLabel('Thư điện tử'))
    .first()
    .waitFor();
  return own!;
}

/** The teacher sees the submission and copies the signed slip into the ledger. */
export async function seeSubmissionAndRecordConsent(
  world: World,
  receiptNumber: string,
): Promise<void> {
  const teacher = await enter(world, 'teacher');
  const { page } = teacher;
  await signInAdult(teacher, TEACHER);
  await openClass(teacher);
  const row = page.getByRole('row', { name: new RegExp(PUPIL.fullName) });
  await row.getByText('Đã nộp').waitFor();
  const shown = await row.innerText();
  expect(shown).toContain(receiptNumber);
  expect(shown).toContain(STORY.title);
  expect(shown).toContain('Trưng bày: không');
  await page.getByRole('button', { name: `Ghi phiếu đồng ý của ${PUPIL.fullName}` }).click();
  await page.getByRole('button', { name: 'Phiếu đồng ý tất cả' }).click();
  // All but the full name: the public is to see the given name only.
  for (const party of ['Phụ huynh', 'Học sinh']) {
    await page
      .getByRole('group', { name: new RegExp(`^${party}\\s*: Nêu họ tên`) })
      .getByText('Không', { exact: true })
      .click();
  }
  await world.album.look(teacher, 'teacher-consent');
  await page.getByRole('button', { name: 'Lưu vào sổ' }).click();
  await row.getByText('Trưng bày: có').waitFor();
}
