import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SweepResult, SweepRunView } from '@contract/games.ts';
import { replayGame } from '@domain/games/game.ts';
import { packInputs } from '@domain/games/sweep/inputs.ts';
import { sweep, type SweepMove } from '@domain/games/sweep/sweep.ts';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { gameDecks } from '../fixtures/game-decks.ts';
import { openBrowser, visit, type Visitor } from './browser.ts';
import { typePin } from './pupil-steps.ts';
import { removeFolder, startServer, type Server } from './server.ts';

const SECONDS = 3;
const { kinds } = gameDecks.sweep;

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer();
  origin = `http://localhost:${server.port}`;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

const begin = (page: Page) => page.getByRole('button', { name: 'Bắt đầu chơi' }).click();

test('keys reach the boat, and a pause stops the clock', async () => {
  const guest = await visit(browser, origin, { who: 'guest' });
  const { page } = guest;
  await guest.go('/hoc-choi/don-rac-bien');
  await begin(page);
  await page.getByText('59 giây').waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Thả lưới' }).waitFor();
  await page.keyboard.press('KeyP');
  await page.getByText('Mình nghỉ một chút').waitFor();
  const clock = await page.locator('.sea-clock').innerText();
  await page.waitForTimeout(1_200);
  expect(await page.locator('.sea-clock').innerText()).toBe(clock);
  expect(guest.troubles).toEqual([]);
  await guest.close();
});

async function post<Answer>(
  { page }: Visitor,
  path: string,
  body: unknown,
): Promise<{ status: number; answer: Answer }> {
  return page.evaluate(
    async ([to, sent]) => {
      const answer = await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(sent === null ? {} : { body: sent }),
      });
      return { status: answer.status, answer: await answer.json() };
    },
    [path, body === null ? null : JSON.stringify(body)] as const,
  );
}

test('the server plays a run again, and nothing changes its verdict', async () => {
  const pupil = await visit(browser, origin, { who: 'pupil' });
  await pupil.go('/vao');
  await typePin(pupil, DEMO_SIGN_INS.pupil, DEMO_SIGN_INS.pupil.pin);
  await pupil.page.waitForURL('**/ben-cang');
  const { answer: run } = await post<SweepRunView>(pupil, '/api/games/sweep/runs', null);
  const moves = Array.from({ length: SECONDS * 60 }, (_, tick): SweepMove => ({
    dx: 1,
    dy: tick % 80 < 40 ? 1 : -1,
    net: true,
    bin: tick % 20 === 0 ? 1 : 0,
  }));
  const expected = sweep.score(replayGame(sweep, { kinds }, run.seed, moves));
  await pupil.page.waitForTimeout(SECONDS * 1000);
  const path = `/api/games/sweep/runs/${run.runId}`;
  const judged = await post<SweepResult>(pupil, path, { inputs: packInputs(moves) });
  expect(judged).toMatchObject({ status: 200, answer: { points: expected } });
  const otherwise = packInputs(moves.map((move) => ({ ...move, bin: 0 as const })));
  const again = await post<SweepResult>(pupil, path, { inputs: otherwise });
  expect(again.answer).toEqual({ ...judged.answer, won: [] });
  expect(pupil.troubles).toEqual([]);
  await pupil.close();
});
