import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {} from '@tests/bench/page/studio.ts';
import { benchStrokes } from '@tests/bench/strokes.ts';
import { serveFolder } from '@tests/bench/studio/serve.mjs';
import { openBrowser, type Visitor, visit } from './browser.ts';

// What the benchmark measures and what does not depend on how fast a machine is.

const STROKES = 400;
const MOVES = 90;

let browser: Browser;
let visitor: Visitor;
let page: Page;
let cdp: CDPSession;
let folder: string;
let host: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
  await build({
    configFile: join(import.meta.dirname, '../bench/page/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  host = await serveFolder(folder);
  browser = await openBrowser();
  visitor = await visit(browser, host.origin, { who: 'bench' });
  page = visitor.page;
  cdp = await page.context().newCDPSession(page);
  await visitor.go('/studio.html');
  await page.evaluate(() => window.studioBench.ready());
  await page.evaluate((strokes) => window.studioBench.load(strokes), benchStrokes(STROKES));
});
afterAll(async () => {
  await visitor.close();
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function draw(pointerType: 'mouse' | 'pen') {
  const rect = await page.evaluate(() => window.studioBench.pageRect());
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i <= MOVES + 1; i += 1) {
    const type = i === 0 ? 'mousePressed' : i > MOVES ? 'mouseReleased' : 'mouseMoved';
    const along = Math.min(i, MOVES) / MOVES;
    sent.push(
      cdp.send('Input.dispatchMouseEvent', {
        type,
        x: rect.x + rect.width * (0.2 + 0.6 * along),
        y: rect.y + rect.height * (0.5 + 0.2 * Math.sin(along * 9)),
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
        pointerType,
        ...(pointerType === 'pen' ? { force: 0.2 + 0.6 * along } : {}),
      }),
    );
  }
  await Promise.all(sent);
  return page.evaluate(() => window.studioBench.lastStrokes(1));
}

test('at least 99 of 100 places of a hand are kept, however fast they come', async () => {
  for (const pointer of ['mouse', 'pen'] as const) {
    const [stroke] = await draw(pointer);
    expect(stroke!.length - 1).toBeGreaterThanOrEqual(MOVES * 0.99);
  }
});

test('a pen keeps how hard it was pressed', async () => {
  const [stroke] = await draw('pen');
  expect(stroke![1]![2]).toBeCloseTo(0.21, 1);
  expect(stroke!.at(-1)![2]).toBeCloseTo(0.8, 1);
});

test('what is saved is small, and opens as it was', async () => {
  const figures = await page.evaluate(async () => {
    const bench = window.studioBench;
    const count = await bench.strokeCount();
    const saved = await bench.save();
    const drawn = await bench.lastStrokes(3);
    await bench.undo();
    const afterUndo = await bench.strokeCount();
    await bench.redo();
    await bench.restore(saved);
    const again = await bench.lastStrokes(3);
    return {
      count,
      afterUndo,
      reopened: await bench.strokeCount(),
      same: JSON.stringify(drawn) === JSON.stringify(again),
      perStroke: (await bench.bytes()) / count,
    };
  });
  expect(figures.afterUndo).toBe(figures.count - 1);
  expect(figures.reopened).toBe(figures.count);
  expect(figures.same).toBe(true);
  expect(figures.perStroke).toBeLessThanOrEqual(90);
});

test('colour is poured and the page comes out 1600 px wide', async () => {
  const size = await page.evaluate(async () => {
    await window.studioBench.fill(12, 12);
    const picture = await createImageBitmap(await window.studioBench.exportPng());
    return [picture.width, picture.height];
  });
  expect(size).toEqual([1600, 1200]);
  expect(visitor.troubles).toEqual([]);
});
