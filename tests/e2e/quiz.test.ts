import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerQuestion, openAttempt } from '@contract/quiz.ts';
import { readHost } from '@contract/host.ts';
import { signInWithPin } from '@contract/session.ts';
import { person } from '../faults/person.ts';
import { questionBank } from '../fixtures/question-bank.ts';
import { solutionOf } from '@domain/quiz/question.ts';
import { openBrowser } from './browser.ts';
import { demoFolder, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { enter, expectText, signInAdult, type World } from './world.ts';

let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ dataFolder: demoFolder() });
  const origin = `http://localhost:${server.port}`;
  world = { browser, origin, album: album('quiz'), visitors: [] };
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

test('a pupil begins the quiz round, loses the page, and goes on where it waits', async () => {
  const pupil = person(`http://127.0.0.1:${server.port}`);
  const { demo } = await pupil.ask(readHost);
  await pupil.ask(signInWithPin, { body: demo!.pupil });
  const visitor = await enter(world, 'pupil');
  const [name, value] = pupil.cookie().split('=');
  await visitor.page.context().addCookies([{ name: name!, value: value!, url: world.origin }]);
  const { page } = visitor;
  await visitor.go('/do-vui');
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  const stem = await page.locator('.question-stem').innerText();
  await world.album.look(visitor, 'question');

  // Another machine answers the first question; the page that was open meets the second.
  const begun = await pupil.ask(openAttempt, { body: { locale: 'vi' } });
  expect(begun.question?.stem).toBe(stem);
  const item = questionBank.find((one) => one.pool === 'contest' && one.stem.vi === stem)!;
  await pupil.ask(answerQuestion, {
    params: { attemptId: begun.attemptId },
    body: { seq: 0, answer: solutionOf(item), locale: 'vi' },
  });
  await page.reload();
  await page.getByRole('button', { name: 'Làm tiếp' }).click();
  await expectText(visitor, /Câu 2\/13/);
  expect(await page.locator('.question-stem').innerText()).not.toBe(stem);

  const organiser = await enter(world, 'organiser');
  await signInAdult(organiser, 'bantochuc@demo.example');
  await organiser.go('/ban-to-chuc/do-vui');
  await expectText(organiser, /1\/13/);
  await world.album.look(organiser, 'list');
  expect(world.visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});
