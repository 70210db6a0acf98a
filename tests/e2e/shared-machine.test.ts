import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser } from './browser.ts';
import { inkOn, stroke } from './pen.ts';
import { typePin } from './pupil-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
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

let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  const origin = `http://localhost:${port}`;
  world = { browser, origin, album: album('shared-machine'), visitors: [] };
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const visitor of world.visitors) await world.album.shoot(visitor, 'failed');
});
afterAll(async () => {
  for (const visitor of world.visitors) await visitor.close();
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

/** Everything that this site keeps in this browser, as one text. */
function keptHere(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name!);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(name));
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        for (const row of rows) found.push(`${name}/${store}: ${JSON.stringify(row)}`);
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      found.push(...requests.map(({ url }) => `${name}: ${url}`));
    }
    return found.join('\n');
  });
}

test('signing out leaves nothing of a pupil on the machine, once the server has it all', async () => {
  const pupil = await enter(world, 'pupil');
  const { page, context } = pupil;
  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await page.getByRole('link', { name: /Vẽ/ }).first().click();
  await page.getByRole('application').waitFor();
  const title = 'Đèn biển của em';
  await page.getByLabel('Tên truyện').fill(title);
  await stroke(page, WAVE);
  await expectText(pupil, /Đã lưu trên máy chủ/);
  expect(await keptHere(page)).toContain('bien-dao-drafts/stories');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await context.setOffline(true);
  await stroke(page, MAST);
  await expectText(pupil, /chờ mạng|Mạng đang yếu/);
  const ink = await inkOn(page);
  await page.getByRole('button', { name: 'Về bến cảng' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('dialog').waitFor();
  await world.album.look(pupil, 'signing-out-without-network');
  expect(await keptHere(page)).toContain('bien-dao-drafts/events');
  await page.keyboard.press('Escape');

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Mã PIN').waitFor();
  const left = await keptHere(page);
  expect(left).not.toMatch(/bien-dao-(drafts|tellings|photos)\//);
  expect(left).not.toContain(title);
  expect(left).not.toContain('displayName');
  expect(left).not.toMatch(/bien-dao-[^:]*: \S*\/api\//);

  // The next one here sees no studio of the last, with or without a network.
  await context.setOffline(true);
  await page.goto('/ve');
  await page.getByRole('button', { name: 'Thử lại' }).waitFor();
  expect(await page.getByRole('application').count()).toBe(0);
  await context.setOffline(false);

  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await page.getByRole('link', { name: /Vẽ tiếp/ }).click();
  await page.getByRole('application').waitFor();
  expect(await page.getByLabel('Tên truyện').inputValue()).toBe(title);
  await expect.poll(() => inkOn(page)).toBe(ink);
});
