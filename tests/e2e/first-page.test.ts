import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { signInWithPin } from '@contract/session.ts';
import { readHost } from '@contract/host.ts';
import { person } from '../faults/person.ts';
import { openBrowser, visit } from './browser.ts';
import { removeFolder, startServer, type Server } from './server.ts';

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

/** Scripts that a browser with an empty cache fetches for a page. */
async function scriptsFor(path: string, session: string): Promise<Set<string>> {
  const origin = `http://localhost:${server.port}`;
  const visitor = await visit(browser, origin, { who: path });
  const [name, value] = session.split('=');
  if (value) await visitor.context.addCookies([{ name: name!, value, url: origin }]);
  const scripts = new Set<string>();
  visitor.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await visitor.go(path);
  expect(new URL(visitor.page.url()).pathname).toBe(path);
  expect(visitor.troubles).toEqual([]);
  await visitor.close();
  return scripts;
}

function kilobytes(scripts: Iterable<string>): number {
  let bytes = 0;
  for (const path of scripts)
    bytes += gzipSync(readFileSync(join(inject('hostFolder'), 'dist/web', path))).length;
  return Math.round(bytes / 100) / 10;
}

test('a browser fetches no more script than the budgets allow', async () => {
  const origin = `http://127.0.0.1:${server.port}`;
  const pupil = person(origin);
  const { demo } = await pupil.ask(readHost);
  await pupil.ask(signInWithPin, { body: demo!.pupil });
  const signIn = await scriptsFor('/vao', '');
  const harbour = await scriptsFor('/ben-cang', pupil.cookie());
  const studio = await scriptsFor('/ve', pupil.cookie());
  const added = [...studio].filter((path) => !signIn.has(path) && !harbour.has(path));
  console.log(
    `figure: fetched by a browser (gzip): sign-in ${kilobytes(signIn)} kB, ` +
      `harbour ${kilobytes(harbour)} kB, the studio ${kilobytes(added)} kB more`,
  );
  expect(signIn.size).toBeGreaterThan(0);
  expect(Math.max(kilobytes(signIn), kilobytes(harbour))).toBeLessThanOrEqual(170);
  expect(kilobytes(added)).toBeLessThanOrEqual(160);
});
