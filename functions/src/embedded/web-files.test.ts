import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, expect, it } from 'vitest';
import type { ApiEnv } from '@server/api/api-env.ts';
import { webFiles } from './web-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'web-'));
const root = join(folder, 'web');
const SCRIPT = 'console.log("biển");'.repeat(50);
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'khoá');
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Biển</title>');
writeFileSync(join(root, 'assets/main-1a2b.js'), SCRIPT);
writeFileSync(join(root, 'assets/font-3c.woff2'), 'wOF2');
writeFileSync(join(root, 'thuyền.svg'), '<svg/>');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const app = new Hono<ApiEnv>().all('*', webFiles(root));
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { method, headers });

it.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/ben-cang/truyen', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/font-3c.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ['/thuy%E1%BB%81n.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
])('serves %s as what it is, to be kept as long as it holds', async (path, type, cache) => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(cache);
});

it.each([
  '/assets/gone-9f.js',
  '/favicon.ico',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/%',
])('has nothing at %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it('compresses text as the browser understands it, and nothing that is compressed already', async () => {
  const br = await ask('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(SCRIPT);
  const gz = await ask('/assets/main-1a2b.js', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(await gz.arrayBuffer()).toString()).toBe(SCRIPT);
  const font = await ask('/assets/font-3c.woff2', { 'accept-encoding': 'gzip, br' });
  expect(font.headers.get('content-encoding')).toBeNull();
});

it('sends nothing again that the browser still has', async () => {
  const first = await ask('/');
  const again = await ask('/', { 'if-none-match': first.headers.get('etag')! });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('has nothing where a newer build took a file away, and finds it again when it is back', async () => {
  const file = join(root, 'assets/font-3c.woff2');
  const fresh = new Hono<ApiEnv>().all('*', webFiles(root));
  rmSync(file);
  expect((await fresh.request('/assets/font-3c.woff2')).status).toBe(404);
  writeFileSync(file, 'wOF2');
  expect((await fresh.request('/assets/font-3c.woff2')).status).toBe(200);
});

it('takes nothing', async () => {
  expect((await ask('/', {}, 'POST')).status).toBe(405);
});
