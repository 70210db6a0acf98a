import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser, SCHOOL_HOST } from './browser.ts';
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
const SAVED = /Đã lưu trên máy chủ lúc \d\d:\d\d/;

let browser: Browser;
let server: Server;
let world: World;
const pictures = album('never-lost');

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  // Over plain HTTP, as on most school machines: no service worker, no locks.
  const origin = `http://${SCHOOL_HOST}:${port}`;
  world = { browser, origin, album: pictures, visitors: [] };
});
afterEach(async ({ task }) => {
  for (const visitor of world.visitors) {
    const open = visitor.context.pages().some((page) => !page.isClosed());
    if (task.result?.state === 'fail' && open) await world.album.shoot(visitor, 'failed');
    await visitor.close();
  }
  await server.stop();
  removeFolder(server.dataFolder);
});

async function atThePaper() {
  const pupil = await enter(world, 'pupil');
  await pupil.go('/vao');
  await typePin(pupil, card, card.pin);
  await pupil.page.getByRole('link', { name: /Vẽ/ }).first().click();
  await pupil.page.getByRole('application').waitFor();
  return pupil;
}

/** Events of the story that this device holds. */
function keptEvents(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('bien-dao-drafts');
      asked.onsuccess = () => resolve(asked.result);
    });
    const all = <Row>(store: string) =>
      new Promise<Row[]>((resolve) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
    const [story] = await all<{ packedCount: number }>('stories');
    const events = await all('events');
    db.close();
    return (story?.packedCount ?? 0) + events.length;
  });
}

test('a page that crashes while a hand draws loses at most the stroke in progress', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await context.setOffline(true);
  await stroke(page, WAVE);
  await stroke(page, MAST);
  await expectText(pupil, /chờ mạng|Giữ trên máy/);
  const ink = await inkOn(page);
  const devtools = await context.newCDPSession(page);
  const paper = (await page.getByRole('application').boundingBox())!;
  await page.mouse.move(paper.x + 50, paper.y + 50);
  await page.mouse.down();
  await page.mouse.move(paper.x + 260, paper.y + 90, { steps: 8 });
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto('/ve');
  await again.getByRole('application').waitFor();
  await expect.poll(() => inkOn(again)).toBeGreaterThanOrEqual(ink);
  expect(pupil.troubles.filter((trouble) => !trouble.includes('crash'))).toEqual([]);
});

test('a full disk is said, one draws on, and the server gets it', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);
  // A quota that is set by the browser's tools is not looked at for rows as small as a stroke.
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
  });
  await context.setOffline(true);
  await stroke(page, MAST);
  await expectText(pupil, /Nét mới chưa lưu được ở đâu cả/);
  await expectText(pupil, /hết chỗ lưu/);
  await world.album.look(pupil, 'disk-full');
  const ink = await inkOn(page);
  await context.setOffline(false);
  await stroke(page, [
    [20, 20],
    [30, 30],
  ]);
  await expectText(pupil, SAVED);
  expect(await inkOn(page)).toBeGreaterThan(ink);
});

test('storage that the browser throws away is filled again from the page, or the server', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);
  const devtools = await context.newCDPSession(page);
  const clear = () =>
    devtools.send('Storage.clearDataForOrigin', {
      origin: world.origin,
      storageTypes: 'indexeddb',
    });
  await clear();
  await stroke(page, MAST);
  await expectText(pupil, SAVED);
  expect(await keptEvents(page)).toBeGreaterThanOrEqual(4);
  const ink = await inkOn(page);
  await page.goto('/ben-cang');
  await clear();
  await page.goto('/ve');
  await page.getByRole('application').waitFor();
  await expect.poll(() => inkOn(page)).toBe(ink);
});

test('after a long sleep one signs in again beside the drawing, and it is sent', async () => {
  const pupil = await atThePaper();
  const { page, context } = pupil;
  await stroke(page, WAVE);
  await expectText(pupil, SAVED);
  await page.clock.install();
  await page.clock.fastForward('14:00:00');
  await context.clearCookies();
  await pupil.expecting([401], async () => {
    await stroke(page, MAST);
    await page.clock.runFor(5_000);
    await page.getByRole('link', { name: /Đăng nhập lại/ }).waitFor();
  });
  const ink = await inkOn(page);

  const door = await context.newPage();
  await door.goto('/vao');
  await typePin({ ...pupil, page: door }, card, card.pin);
  await door.getByRole('link', { name: /Vẽ/ }).first().waitFor();
  await door.close();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.clock.resume();
  await expectText(pupil, SAVED);
  expect(await inkOn(page)).toBe(ink);
});

test('a lost graphics context and a turned tablet leave every mark on the paper', async () => {
  const pupil = await atThePaper();
  const { page } = pupil;
  await stroke(page, WAVE);
  await stroke(page, MAST);
  const ink = await inkOn(page);
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll('canvas')) {
      const context = canvas.getContext('2d')!;
      context.save();
      context.resetTransform();
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.restore();
      canvas.dispatchEvent(new Event('contextlost'));
      canvas.dispatchEvent(new Event('contextrestored'));
    }
  });
  await expect.poll(() => inkOn(page)).toBe(ink);
  for (const size of [
    { width: 820, height: 1180 },
    { width: 1180, height: 820 },
  ]) {
    await page.setViewportSize(size);
    // The page has its own pixels, whatever the glass.
    await expect.poll(() => inkOn(page)).toBe(ink);
  }
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect(await inkOn(page)).toBeLessThan(ink);
});
