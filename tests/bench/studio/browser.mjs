import { readdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.mjs';

/** The page of 1600 × 1200 fills the window, px by px. */
const VIEWPORT = { width: 1600, height: 1200 };

const PATIENCE_MS = 180_000;

/** Runs in the page before anything else: frames, and how long a sample waits for its frame. */
function installProbe() {
  const probe = { frames: 0, delays: [] };
  let waiting = [];
  const afterPaint = (work) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      work(performance.now());
    };
    port2.postMessage(null);
  };
  const count = () => {
    probe.frames += 1;
    requestAnimationFrame(count);
  };
  probe.watch = () => void requestAnimationFrame(count);
  addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons === 0) return;
      const merged = event.getCoalescedEvents();
      const samples = merged.length === 0 ? [event] : merged;
      if (waiting.length === 0) {
        requestAnimationFrame(() =>
          afterPaint((now) => {
            probe.delays.push(...waiting.map((at) => now - at));
            waiting = [];
          }),
        );
      }
      waiting.push(...samples.map(({ timeStamp }) => timeStamp));
    },
    { capture: true },
  );
  window.benchProbe = probe;
}

function ended(error) {
  if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
  throw error;
}

/** A file of /proc; null when its process ended meanwhile. */
const proc = (path) => readFile(`/proc/${path}`, 'utf8').catch(ended);

/** A process and all it started. */
async function familyOf(root) {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(
    ids.map(async (id) => {
      const stat = await proc(`${id}/stat`);
      return { id, parent: Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) };
    }),
  );
  const family = new Set([root]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of stats) if (family.has(parent)) family.add(id);
  }
  return [...family];
}

/**
 * Proportional set size of a process and all it started, MB: `own` without the pages of the program
 * files, which every browser on the machine shares and which change as others come and go. Linux
 * only; null elsewhere.
 */
async function residentMb(root) {
  if (process.platform !== 'linux') return null;
  const sums = { all: 0, own: 0 };
  for (const id of await familyOf(root)) {
    const rollup = (await proc(`${id}/smaps_rollup`)) ?? '';
    const kb = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
    sums.all += kb('Pss') / 1024;
    sums.own += (kb('Pss_Anon') + kb('Pss_Shmem')) / 1024;
  }
  return sums;
}

/** One fresh browser with one page, in which nothing was measured before. */
export async function openBrowser() {
  const server = await chromium.launchServer({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--enable-precise-memory-info',
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 });
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const cdp = await context.newCDPSession(page);
  // Time of the processor, not of the clock: what else runs on the machine does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    cdp,
    errors: collectErrors(page),
    /** After a collection, so that only what is held counts. */
    async memoryMb() {
      await cdp.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(1_500);
      return residentMb(server.process().pid);
    },
    throttle: (rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate }),
    /** Processor time of the page's main thread so far, ms. */
    async busyMs() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function collectErrors(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
