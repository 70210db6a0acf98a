import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { demoEmail } from '@server/demo/sign-ins.ts';
import { openBrowser } from './browser.ts';
import {
  chooseByKeyboard,
  chooseTheRest,
  judgeEverything,
  openDecision,
  sign,
} from './decision-steps.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';
import { album } from './shots.ts';
import { enter, expectText, signInAdult, type World } from './world.ts';

let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder() });
  world = { browser, origin: `http://localhost:${port}`, album: album('decision'), visitors: [] };
});
afterAll(async () => {
  for (const visitor of world.visitors) await visitor.close();
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

test('from judged sheets to a result that two signed, published, and anybody recomputes', async () => {
  const { port } = server;
  await judgeEverything(port);

  const first = await enter(world, 'organiser');
  const { page } = first;
  await signInAdult(first, demoEmail.organiser(1));
  await first.go('/ban-to-chuc/xep-hang');
  await page.getByRole('table', { name: 'Xếp hạng' }).waitFor();
  await world.album.look(first, 'ranking');
  await first.go('/ban-to-chuc/chat-luong-cham');
  await page.getByRole('heading', { name: 'Điều cần xem lại' }).waitFor();
  await world.album.look(first, 'quality');

  await openDecision(first);
  await page.getByRole('button', { name: 'Mở vòng so cặp' }).click();
  await expectText(first, /đã chọn 0\/\d+ cặp/);
  await chooseByKeyboard(world, port);
  await chooseTheRest(port);
  const proposed = await openDecision(first);
  await expectText(first, /Độ tin cậy/);

  await page
    .getByRole('button', { name: /^Đổi giải/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giải', { exact: true }).selectOption({ label: 'Giải Nhì' });
  await dialog.getByLabel(/Lý do/).fill('Hội đồng thống nhất sau khi xem lại bản vẽ');
  await world.album.look(first, 'change-prize');
  await dialog.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('code.hash').first().innerText()).not.toBe(proposed);
  await sign(first);
  await expectText(first, /1\/2 chữ ký/);
  await world.album.look(first, 'decision');

  const second = await enter(world, 'second organiser');
  await signInAdult(second, demoEmail.organiser(2));
  const hash = await openDecision(second);
  await sign(second);
  await expectText(second, /2\/2 chữ ký/);
  await second.page.getByRole('button', { name: 'Chốt kết quả' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click();
  await expectText(second, /Đã chốt bản 1/);
  const download = second.page.waitForEvent('download');
  await second.page.getByRole('link', { name: 'Tải hồ sơ (ZIP)' }).click();
  const archive = join(server.dataFolder, 'ket-qua.zip');
  await (await download).saveAs(archive);
  const cli = join(inject('hostFolder'), 'dist/server/cli.js');
  const said = execFileSync(process.execPath, [cli, 'judging', 'verify', archive, '--json']);
  expect(JSON.parse(said.toString('utf8'))).toEqual({
    ok: true,
    resultSha256: hash,
    differences: [],
  });

  await second.page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await second.page.getByRole('button', { name: 'Công bố kết quả' }).click();
  await expectText(second, /Đã công bố bản 1/);
  await world.album.look(second, 'published');
  expect(world.visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(world.album.troubles).toEqual([]);
});
