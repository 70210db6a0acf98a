import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {} from '@tests/bench/games/letters.ts';
import { serveFolder } from '@tests/bench/studio/serve.mjs';
import { openBrowser, visit } from './browser.ts';
import { removeFolder, startServer, type Server } from './server.ts';

const MOUNTS = 25;

let browser: Browser;
let server: Server;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

test('the drawn sea begins in Canvas without a graphics card, and 25 visits leave one canvas', async () => {
  const visitor = await visit(browser, `http://localhost:${server.port}`, { who: 'a guest' });
  const { page } = visitor;
  await visitor.go('/hoc-choi/don-rac-bien');
  for (let mount = 0; mount < MOUNTS; mount += 1) {
    await page.getByRole('button', { name: 'Bắt đầu chơi' }).click();
    await page.locator('.sea-host canvas').waitFor();
    if (mount === MOUNTS - 1) break;
    await page.getByRole('link', { name: 'Về bản đồ' }).click();
    await page.getByRole('link', { name: /Dọn rác biển/ }).click();
  }
  expect(await page.locator('canvas').count()).toBe(1);
  const isCanvas = await page
    .locator('.sea-host canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d') !== null);
  expect(isCanvas).toBe(true);
  expect(visitor.troubles).toEqual([]);
  await visitor.close();
});

test('no mark of a Vietnamese capital is cut off on the stage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  await build({
    configFile: join(import.meta.dirname, '../bench/games/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  const host = await serveFolder(folder);
  const visitor = await visit(browser, host.origin, { who: 'letters' });
  await visitor.go('/letters.html');
  await visitor.page.waitForFunction(() => window.letters !== undefined);
  const letters = await visitor.page.evaluate(() => window.letters!);
  for (const { sizePx, top, bottom } of letters.ours) {
    expect([sizePx, top, bottom]).toEqual([sizePx, 0, 0]);
  }
  // The engine's own way cuts them: otherwise this test would not see it.
  expect(letters.plain.some(({ top }) => top > 0)).toBe(true);
  await visitor.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});
