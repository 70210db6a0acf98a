import { openBrowser } from './browser.mjs';
import { above, middle } from './cells.mjs';

// What only the studio has: its journal, its pages, its bucket.

const SAVED_STROKES = 20;
/** A quick hand: a stroke with the rest before the next. */
const STROKE_EVERY_MS = 900;
const SWITCHES = 200;
const LOOK_EVERY = 40;
/** By then each page was opened often, and what is kept for them is there. */
const SETTLED_LOOK = 2;
const GAPS = { none: 0, small: 10, large: 26 };

async function openVisit({ origin, pagesAt }, keeps = true) {
  const browser = await openBrowser();
  const { page } = browser;
  await page.goto('about:blank');
  const blank = await browser.memoryMb();
  await page.goto(`${origin}/session.html`);
  await page.waitForFunction(() => window.sessionBench !== undefined);
  await page.evaluate(
    async ([url, kept]) => {
      await window.sessionBench.open(await (await fetch(url)).json(), kept);
    },
    [pagesAt, keeps],
  );
  await page.waitForTimeout(3_000);
  return { browser, page, blank };
}

/** Processor time of the main thread for a stroke put, kept or not, ms, until all is done. */
async function busyPerStroke(subject, keeps) {
  const { browser, page } = await openVisit(subject, keeps);
  const strokes = await page.evaluate(
    async (url) => (await (await fetch(url)).json()).slice(0, 40),
    subject.strokesAt,
  );
  const settled = () =>
    page.waitForFunction(async () => {
      const { here, there } = await window.sessionBench.kept();
      return here === 'saved' && there === 'saved';
    });
  const put = (stroke) => page.evaluate((given) => window.sessionBench.put(given), stroke);
  await put(strokes[0]);
  await settled();
  await page.waitForTimeout(1_000);
  const before = await browser.busyMs();
  for (const stroke of strokes.slice(1, SAVED_STROKES + 1)) {
    await put(stroke);
    await page.waitForTimeout(STROKE_EVERY_MS);
  }
  await settled();
  const busy = (await browser.busyMs()) - before;
  await browser.close();
  return busy / SAVED_STROKES;
}

/**
 * What keeping a stroke, on the device and on the server, takes of the main thread, ms of processor
 * time: the same strokes put into a story with it, less without.
 */
export async function measureAutosave(subject) {
  const withJournal = await busyPerStroke(subject, true);
  const without = await busyPerStroke(subject, false);
  return {
    autosaveMs: withJournal - without,
    withJournalMs: withJournal,
    withoutMs: without,
  };
}

/** Memory of a whole visit while its pages are opened in turn, MB above about:blank. */
export async function measureSwitches({ origin, pagesAt, pages }) {
  const { browser, page, blank } = await openVisit({ origin, pagesAt });
  const seen = [];
  const look = async () => seen.push(above(blank, await browser.memoryMb()));
  const times = [];
  await look();
  for (let i = 1; i <= SWITCHES; i += 1) {
    times.push(
      await page.evaluate(async (index) => {
        const began = performance.now();
        await window.sessionBench.switchTo(index);
        return performance.now() - began;
      }, i % pages),
    );
    if (i % LOOK_EVERY === 0) await look();
  }
  await browser.close();
  if (seen[0] === null) return { visitMb: null, grownMb: null };
  const own = seen.map((each) => each.own);
  return {
    visitMb: Math.max(...own),
    grownMb: own.at(-1) - own[SETTLED_LOOK],
    seenMb: own,
    switchMs: middle(times),
  };
}

/** Pouring on a blank page: on the worker's thread alone, and from the tap to the frame that shows it. */
export async function measureFill({ origin }) {
  const browser = await openBrowser();
  const { page } = browser;
  await page.goto(`${origin}/pour.html`);
  await page.waitForFunction(() => window.pourBench !== undefined);
  const alone = {};
  for (const [name, gapPx] of Object.entries(GAPS)) {
    alone[name] = await page.evaluate((px) => window.pourBench.times(px), gapPx);
  }
  await page.goto(`${origin}/studio.html`);
  await page.waitForFunction(() => window.studioBench !== undefined);
  const shown = [];
  let busy = 0;
  for (let i = 0; i < 5; i += 1) {
    await page.evaluate(() => window.studioBench.load([]));
    await page.waitForTimeout(400);
    const before = await browser.busyMs();
    shown.push(
      await page.evaluate(async () => {
        const began = performance.now();
        await window.studioBench.fill(800, 600);
        return performance.now() - began;
      }),
    );
    busy = (await browser.busyMs()) - before;
  }
  await browser.close();
  return {
    fillMs: middle(alone.none.ms),
    fillGapMs: middle(alone.small.ms),
    fillWideGapMs: middle(alone.large.ms),
    fillShownMs: middle(shown),
    fillMainThreadMs: busy,
    alone,
    shown,
  };
}
