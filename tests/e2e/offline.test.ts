import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser } from './browser.ts';
import { inkOn, stroke } from './pen.ts';
import { typePin } from './pupil-steps.ts';
import {
  demoFolder,
  freePort,
  removeFolder,
  startServer,
  temporaryFolder,
  type Server,
} from './server.ts';
import { album } from './shots.ts';
import { enter, expectText, type World } from './world.ts';

const { pupil: card } = DEMO_SIGN_INS;
const WAVE = [
  [10, 70],
  [50, 60],
  [90, 70],
] as const;
const MAST = [
  [50, 20],
  [50, 60],
] as const;
const SAVED = /Đã lưu trên máy chủ lúc \d\d:\d\d/;

let browser: Browser;
let server: Server;
let world: World;
const pictures = album('offline');
let nextHost: string | null = null;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  world = { browser, origin: `http://localhost:${port}`, album: pictures, visitors: [] };
});
afterEach(async ({ task }) => {
  for (const visitor of world.visitors) {
    if (task.result?.state === 'fail') await world.album.shoot(visitor, 'failed');
    await visitor.close();
  }
  await server.stop();
  removeFolder(server.dataFolder);
  if (nextHost !== null) removeFolder(nextHost);
  nextHost = null;
});

async function atThePaper() {
  const pupil = await enter(world, 'pupil');
  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await pupil.page.getByRole('link', { name: /Vẽ/ }).first().click();
  await pupil.page.getByRole('application').waitFor();
  return pupil;
}

/** Until the worker has taken over and keeps all that drawing asks for. */
async function keptForLater({ page }: Awaited<ReturnType<typeof atThePaper>>) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((go) => setTimeout(go, 50));
  });
}

test('without a network the studio is loaded anew, draws, and sends later', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);
  await keptForLater(pupil);

  await context.setOffline(true);
  await page.reload();
  await page.getByRole('application').waitFor();
  const ink = await inkOn(page);
  expect(ink).toBeGreaterThan(100);
  await stroke(page, MAST);
  await expectText(pupil, /chờ mạng|Mạng đang yếu/);
  await world.album.look(pupil, 'drawing-without-network');
  const more = await inkOn(page);
  expect(more).toBeGreaterThan(ink);
  // What is fetched when it is first wanted is there too: the drawn pack, and the help.
  await page.getByRole('button', { name: 'Cách vẽ' }).click();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.reload();
  await page.getByRole('application').waitFor();
  await expect.poll(() => inkOn(page)).toBe(more);

  await context.setOffline(false);
  await expectText(pupil, SAVED);
  // Nothing about a person is in the worker's keeping.
  const kept = await page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys())
        urls.push(new URL(url).pathname);
    }
    return urls;
  });
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  expect(kept).toContain('/');
});

/** Stops the host and starts its next version, which calls the same files by another name. */
async function updateHost() {
  await server.stop();
  const { port, dataFolder } = server;
  nextHost = temporaryFolder();
  cpSync(inject('hostFolder'), nextHost, { recursive: true, verbatimSymlinks: true });
  const program = join(nextHost, 'dist/web/sw.js');
  const next = readFileSync(program, 'utf8').replace(
    /bien-dao-page-[0-9a-f]+/,
    'bien-dao-page-next',
  );
  writeFileSync(program, next);
  server = await startServer({ port, dataFolder, hostFolder: nextHost });
}

test('a new version waits until the pen is put down', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);
  await keptForLater(pupil);
  const ink = await inkOn(page);

  await updateHost();
  const waits = () =>
    page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistration();
      return found?.waiting ? 'waits' : found?.installing ? 'comes' : 'none';
    });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(waits, { timeout: 15_000 }).toBe('waits');
  expect(await inkOn(page)).toBe(ink);

  await page.getByRole('button', { name: 'Về bến cảng' }).click();
  await page.getByRole('link', { name: /Vẽ tiếp/ }).waitFor();
  await expect.poll(waits, { timeout: 15_000 }).toBe('none');
  const pages = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('page')));
  await expect.poll(pages).toEqual(['bien-dao-page-next']);
  await page.getByRole('link', { name: /Vẽ tiếp/ }).click();
  await page.getByRole('application').waitFor();
  await expect.poll(() => inkOn(page)).toBe(ink);
});
