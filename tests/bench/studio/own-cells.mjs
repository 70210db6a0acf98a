import { openBrowser } from './browser.mjs';
import { above, middle } from './cells.mjs';
import { drawStroke } from './pen.mjs';

// What only the studio has: its journal, its pages, its bucket.

const SAVED_STROKES = 12;
const SWITCHES = 200;
const GAPS = { none: 0, small: 10, large: 26 };

async function openVisit({ origin, pagesAt }) {
  const browser = await openBrowser();
  const { page } = browser;
  await page.goto('about:blank');
  const blank = await browser.memoryMb();
  await page.goto(`${origin}/session.html`);
  await page.waitForFunction(() => window.sessionBench !== undefined);
  await page.evaluate(async (url) => {
    await window.sessionBench.open(await (await fetch(url)).json());
  }, pagesAt);
  await page.waitForTimeout(3_000);
  return { browser, page, blank };
}

/** Processor time of the main thread for some strokes, ms, until `settled` says that all is done. */
async function busyFor({ browser, settled }) {
  await drawStroke(browser, 0);
  await settled();
  const before = await browser.busyMs();
  for (let i = 1; i <= SAVED_STROKES; i += 1) {
    await drawStroke(browser, i);
    await browser.page.waitForTimeout(400);
  }
  await settled();
  return (await browser.busyMs()) - before;
}

/** What keeping a stroke, here and on the server, takes of the main thread, ms: with it less without. */
export async function measureAutosave({ origin, pagesAt, strokesAt }) {
  const visit = await openVisit({ origin, pagesAt });
  const kept = () =>
    visit.page.waitForFunction(async () => {
      const { here, there } = await window.sessionBench.kept();
      return here === 'saved' && there === 'saved';
    });
  const withJournal = await busyFor({ browser: visit.browser, settled: kept });
  await visit.browser.close();

  const browser = await openBrowser();
  const { page } = browser;
  await page.goto(`${origin}/studio.html`);
  await page.waitForFunction(() => window.studioBench !== undefined);
  await page.evaluate(async (url) => {
    await window.studioBench.load(await (await fetch(url)).json());
  }, strokesAt);
  await page.waitForTimeout(3_000);
  const without = await busyFor({ browser, settled: () => page.waitForTimeout(2_500) });
  await browser.close();
  return {
    autosaveMs: (withJournal - without) / SAVED_STROKES,
    withJournalMs: withJournal / SAVED_STROKES,
    withoutMs: without / SAVED_STROKES,
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
    if (i % 40 === 0) await look();
  }
  await browser.close();
  if (seen[0] === null) return { visitMb: null, grownMb: null };
  const own = seen.map((each) => each.own);
  return {
    visitMb: Math.max(...own),
    // From the first round of pages, when everything was opened once, to the last.
    grownMb: own.at(-1) - own[1],
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
