import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DEMO_SIGN_INS } from '@server/demo/sign-ins.ts';
import { openBrowser, SCHOOL_HOST } from './browser.ts';
import { demoFolder, freePort, removeFolder, startServer, type Server } from './server.ts';

let browser: Browser;
let server: Server;
let plain: string;
let secure: string;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  server = await startServer({ port, dataFolder: demoFolder(), args: ['--lan'] });
  plain = `http://${SCHOOL_HOST}:${port}`;
  secure = `https://${SCHOOL_HOST}:${port + 1}`;
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  removeFolder(server.dataFolder);
});

const roleAt = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const session = (await (await fetch('/api/session')).json()) as { role: string };
    return session.role;
  });

async function signIn(page: Page, origin: string, role: string): Promise<string> {
  const { email, password } = DEMO_SIGN_INS.adults.find((adult) => adult.role === role)!;
  await page.goto(`${origin}/dang-nhap`);
  await page.evaluate(
    (body) =>
      fetch('/api/session/password', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    JSON.stringify({ email, password }),
  );
  return roleAt(page);
}

test('one browser signs in on the HTTPS side and on the HTTP side, in any order', async () => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  expect(await signIn(page, plain, 'teacher')).toBe('teacher');
  expect(await signIn(page, secure, 'judge')).toBe('judge');
  expect(await signIn(page, plain, 'organiser')).toBe('organiser');

  await page.goto(secure);
  expect(await roleAt(page)).toBe('judge');
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  expect(await roleAt(page)).toBe('public');
  const names = (await context.cookies()).map((cookie) => cookie.name);
  expect(names.every((name) => name === '__session')).toBe(true);
  await context.close();
});
