import { expect } from 'vitest';
import { listSheets } from '@contract/judging.ts';
import { signInWithPassword } from '@contract/session.ts';
import { person } from '../faults/person.ts';
import type { Visitor } from './browser.ts';
import { DEMO_PASSWORD, enter, PUPIL, signInAdult, STORY, textOf, type World } from './world.ts';

/** Nothing on a judge’s screen, in its addresses or behind it may tell whose work it is. */
async function expectBlind(judge: Visitor): Promise<void> {
  const seen = [await textOf(judge), await judge.page.content()].join(' ');
  for (const word of [PUPIL.fullName, 'Ánh Dương', 'Trường Tiểu học', 'Trường THCS', 'BD-0']) {
    expect(seen).not.toContain(word);
  }
}

/** E-mail addresses of the demo judges who were given the pupil’s entry. */
export async function judgesOfEntry(port: number): Promise<string[]> {
  const origin = `http://127.0.0.1:${port}`;
  const chosen: string[] = [];
  for (let number = 1; number <= 8; number += 1) {
    const email = `giamkhao${number}@demo.example`;
    const judge = person(origin);
    await judge.ask(signInWithPassword, { body: { email, password: DEMO_PASSWORD } });
    const { sheets } = await judge.ask(listSheets);
    if (sheets.some(({ title }) => title === STORY.title)) chosen.push(email);
  }
  return chosen;
}

/** Scores the pupil’s entry with whole points, by keyboard, and hands the sheet in. */
export async function scoreEntry(world: World, email: string, points: number): Promise<void> {
  const judge = await enter(world, email);
  const { page } = judge;
  await signInAdult(judge, email);
  await page.getByRole('heading', { name: 'Bài được giao' }).waitFor();
  await world.album.look(judge, 'judge-sheets');
  await expectBlind(judge);

  await page.getByRole('link', { name: new RegExp(STORY.title) }).click();
  const fields = page.getByRole('spinbutton');
  await fields.first().waitFor();
  await page.getByRole('img', { name: 'Tranh ở trang 1' }).first().waitFor();
  await world.album.look(judge, 'judge-desk');
  await expectBlind(judge);
  await fields.first().click();
  const count = await fields.count();
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.type(String(points));
    await page.keyboard.press('Enter');
  }
  await page.getByText(/Đã lưu lúc/).waitFor();
  await page.getByRole('button', { name: 'Nộp phiếu' }).click();
  await page.getByRole('button', { name: 'Nộp phiếu này' }).click();
  await page.getByText(new RegExp(`Đã nhận phiếu của bài \\w+: ${points * count} điểm`)).waitFor();
  await judge.close();
}
