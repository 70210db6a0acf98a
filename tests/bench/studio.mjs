// How the studio draws on a page that already holds many strokes: frames per second, samples
// kept, undo, and opening. Real server, real browser, trusted input.
//   node tests/bench/studio.mjs [--strokes 1000,5000] [--throttle 4]
// Run `npm run build` before.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findChromium } from '../../scripts/chromium.mjs';
import { ROOT } from '../../scripts/root.mjs';

const { values } = parseArgs({
  options: {
    strokes: { type: 'string', default: '1000,5000' },
    throttle: { type: 'string', default: '1' },
  },
});
const MOVES_PER_STROKE = 60;
const MEASURED_STROKES = 12;
const POINTS_PER_OLD_STROKE = 40;

const source = await createServer({
  root: ROOT,
  configFile: false,
  resolve: { tsconfigPaths: true },
  server: { middlewareMode: true, ws: false, hmr: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const { encodeProcess, decodeProcess } = await source.ssrLoadModule(
  '/src/domain/story/process-codec.ts',
);
const { sha256Hex } = await source.ssrLoadModule('/src/domain/story/hash.ts');

/** The same scribbles every time: mulberry32. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function storyOf(strokes) {
  const random = seeded(42);
  const events = [
    { kind: 'page-add', pageId: 1, index: 0, seq: 0, atMs: 0 },
    { kind: 'page-add', pageId: 2, index: 1, seq: 1, atMs: 0 },
  ];
  const tools = ['brush', 'pencil', 'marker'];
  for (let i = 0; i < strokes; i += 1) {
    const [x, y, t] = [[], [], []];
    let [px, py, angle] = [random() * 1600, random() * 1200, random() * 6.28];
    for (let p = 0; p < POINTS_PER_OLD_STROKE; p += 1) {
      angle += (random() - 0.5) * 0.7;
      px = Math.min(1600, Math.max(0, px + Math.cos(angle) * 7));
      py = Math.min(1200, Math.max(0, py + Math.sin(angle) * 7));
      x.push(Math.round(px * 4));
      y.push(Math.round(py * 4));
      t.push(p * 8);
    }
    events.push({
      kind: 'stroke',
      pageId: 1,
      tool: tools[i % 3],
      colour: Math.floor(random() * 0xffffff),
      size: 20 + Math.floor(random() * 80),
      opacity: 255,
      x,
      y,
      pressure: x.map(() => 128),
      t,
      seq: i + 2,
      atMs: i * 500,
    });
  }
  return encodeProcess(events);
}

async function startHost() {
  const data = mkdtempSync(join(tmpdir(), 'studio-bench-'));
  const port = 43_000 + Math.floor(Math.random() * 1000);
  const child = spawn(process.execPath, ['dist/server/embedded.js', '--data', data], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://localhost:${port}`;
  while (!(await fetch(`${base}/api/health`).catch(() => null))?.ok) await pause(100);
  const stop = async () => {
    child.kill();
    await once(child, 'close');
    rmSync(data, { recursive: true, force: true });
  };
  return { base, stop };
}

const json = (method, body) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Requests from inside the page, with its session. */
function pageApi(page) {
  return (path, init = {}) =>
    page.evaluate(
      async ([address, options, bytes]) => {
        const body = bytes ? Uint8Array.from(bytes) : options.body;
        const answer = await fetch(address, { ...options, body });
        const type = answer.headers.get('content-type') ?? '';
        if (type.includes('json')) return answer.json();
        return [...new Uint8Array(await answer.arrayBuffer())];
      },
      [path, { ...init, bytes: undefined }, init.bytes ? [...init.bytes] : null],
    );
}

async function measure(strokes) {
  const host = await startHost();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.platform === 'linux' ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const cdp = await page.context().newCDPSession(page);
  await page.goto(`${host.base}/`);
  const api = pageApi(page);
  const { demo } = await api('/api/host');
  await api('/api/session/pin', json('POST', demo.pupil));
  const draft = await api('/api/draft', { method: 'POST' });
  const bytes = storyOf(strokes);
  const processHash = sha256Hex(bytes);
  await api(`/api/blobs/${processHash}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    bytes,
  });
  await api(
    `/api/entries/${draft.entryId}/draft`,
    json('PUT', { baseVersion: draft.version, processHash }),
  );

  const began = performance.now();
  await page.goto(`${host.base}/ve`);
  await page.waitForSelector('.studio-ink canvas');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(0))));
  const openMs = performance.now() - began;
  await pause(2_000);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(values.throttle) });

  await page.evaluate(() => {
    window.frames_ = 0;
    const count = () => {
      window.frames_ += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const box = await page.locator('.studio-ink').boundingBox();
  const mouse = (type, x, y) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  let [sent, drawingMs, frames] = [0, 0, 0];
  for (let s = 0; s < MEASURED_STROKES; s += 1) {
    const from = { x: box.x + 40, y: box.y + 40 + s * 40 };
    await mouse('mousePressed', from.x, from.y);
    const framesBefore = await page.evaluate(() => window.frames_);
    const start = performance.now();
    for (let m = 1; m <= MOVES_PER_STROKE; m += 1) {
      const due = start + m * 8;
      void mouse('mouseMoved', from.x + m * 9, from.y + 30 * Math.sin(m / 5));
      sent += 1;
      await pause(Math.max(0, due - performance.now()));
    }
    drawingMs += performance.now() - start;
    frames += (await page.evaluate(() => window.frames_)) - framesBefore;
    await mouse('mouseReleased', from.x + MOVES_PER_STROKE * 9, from.y);
  }

  const undoMs = await page.evaluate(async () => {
    const undo = [...document.querySelectorAll('.studio-history button')][0];
    const times = [];
    for (let i = 0; i < 5; i += 1) {
      const start = performance.now();
      undo.click();
      await new Promise((done) => requestAnimationFrame(done));
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[2];
  });

  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.locator('.studio-save[data-where="server"]').waitFor({ timeout: 30_000 });
  const after = await api('/api/draft', { method: 'POST' });
  const saved = await api(`/api/entries/${draft.entryId}/draft/${after.version}/process`);
  const drawn = decodeProcess(Uint8Array.from(saved))
    .filter(({ kind }) => kind === 'stroke')
    .slice(strokes);
  const kept = drawn.reduce((sum, { x }) => sum + x.length - 1, 0);
  await browser.close();
  await host.stop();
  return {
    strokes,
    fps: Math.round(frames / (drawingMs / 1000)),
    samplesKept: `${((kept / sent) * 100).toFixed(1)} %`,
    undoMs: Math.round(undoMs),
    openMs: Math.round(openMs),
    bytesPerStroke: Math.round(bytes.length / strokes),
  };
}

const rows = [];
for (const strokes of values.strokes.split(',').map(Number)) rows.push(await measure(strokes));
console.table(rows);
await source.close();
