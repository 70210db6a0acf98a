import { expect } from 'vitest';
import { signInWithPassword } from '@contract/session.ts';
import { closeJudging, closeSubmission } from '@contract/organiser.ts';
import { assignRound, previewAssignment } from '@contract/assignment.ts';
import { listSheets, readSheet, type SheetView, submitSheet } from '@contract/judging.ts';
import { choosePair, listPairs, readPair } from '@contract/pairs.ts';
import { demoEmail } from '@server/demo/sign-ins.ts';
import { person } from '../faults/person.ts';
import type { Visitor } from './browser.ts';
import { DEMO_PASSWORD, enter, expectText, signInAdult, type World } from './world.ts';

const JUDGES = [1, 2, 3, 4, 5, 6, 7, 8];

async function signedIn(port: number, email: string) {
  const somebody = person(`http://127.0.0.1:${port}`);
  await somebody.ask(signInWithPassword, { body: { email, password: DEMO_PASSWORD } });
  return somebody;
}

/** Every judge of the demo edition hands every sheet in, and the organiser closes the round. */
export async function judgeEverything(port: number): Promise<void> {
  const organiser = await signedIn(port, demoEmail.organiser(1));
  const { basis, report } = await organiser.ask(previewAssignment, { body: { seed: 7 } });
  await organiser.ask(assignRound, { body: { seed: report.seed, basis } });
  await organiser.ask(closeSubmission);
  let criteria: SheetView['criteria'] | undefined;
  for (const number of JUDGES) {
    const judge = await signedIn(port, demoEmail.judge(number));
    const { sheets } = await judge.ask(listSheets);
    for (const { id: sheetId, state, blindCode } of sheets) {
      if (state === 'submitted') continue;
      const params = { sheetId };
      criteria ??= (await judge.ask(readSheet, { params })).criteria;
      const version = state === 'started' ? 1 : 0;
      // Good and less good work, as its code has it; severe and mild judges; a little chance.
      const share =
        0.55 +
        (Number.parseInt(blindCode, 36) % 40) / 100 +
        ((number * 7 + blindCode.charCodeAt(1)) % 9) / 100;
      const points = Object.fromEntries(
        criteria.map(({ id, maxPoints }) => [
          id,
          Math.min(maxPoints, Math.round(share * maxPoints)),
        ]),
      );
      await judge.ask(submitSheet, { params, body: { version, points, note: '' } });
    }
  }
  await organiser.ask(closeJudging);
}

/** Judges of the final choose in every pair that waits; the one with the smaller code is better. */
export async function chooseTheRest(port: number): Promise<void> {
  for (const number of JUDGES) {
    const judge = await signedIn(port, demoEmail.judge(number));
    for (const { id: pairId, chosen } of (await judge.ask(listPairs)).pairs) {
      if (chosen !== null) continue;
      const params = { pairId };
      const { left, right } = await judge.ask(readPair, { params });
      const better = left.blindCode < right.blindCode ? 'left' : 'right';
      await judge.ask(choosePair, { params, body: { chosen: better } });
    }
  }
}

/** A judge with pairs chooses in two of them by keyboard. */
export async function chooseByKeyboard(world: World, port: number): Promise<void> {
  let email = '';
  for (const number of JUDGES) {
    const judge = await signedIn(port, demoEmail.judge(number));
    const { pairs } = await judge.ask(listPairs);
    if (email === '' && pairs.length >= 2) email = demoEmail.judge(number);
  }
  const judge = await enter(world, email);
  const { page } = judge;
  await signInAdult(judge, email);
  await page.getByRole('link', { name: 'So cặp ngay' }).click();
  await page.getByRole('article').nth(1).waitFor();
  await world.album.look(judge, 'judge-pair');
  for (const [key, done] of [
    ['ArrowLeft', 1],
    ['ArrowRight', 2],
  ] as const) {
    await page.getByRole('article').nth(1).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press(key);
    await page.locator('.pair-story[data-chosen]').waitFor();
    await page.keyboard.press('Enter');
    await expectText(judge, new RegExp(`Đã chọn ${done}/`));
  }
  await judge.close();
}

/** Signs the result that the page shows. */
export async function sign({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Ký bản kết quả này' }).click();
}

export async function openDecision(visitor: Visitor): Promise<string> {
  await visitor.go('/ban-to-chuc/quyet-dinh');
  const hash = await visitor.page.locator('code.hash').first().innerText();
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  return hash;
}
