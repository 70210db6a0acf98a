import { openBrowser } from './browser.mjs';
import { measureDrawing } from './pen.mjs';

const UNDOS = 5;
export const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Calls a method of the page's bench and times it there. */
function timed(page, method, ...given) {
  return page.evaluate(
    async ([name, values]) => {
      const began = performance.now();
      await window.studioBench[name](...values);
      return performance.now() - began;
    },
    [method, given],
  );
}

export function above(blank, now) {
  return blank && now && { own: now.own - blank.own, all: now.all - blank.all };
}

async function openSubject({ address, strokesAt }) {
  const browser = await openBrowser();
  const { page } = browser;
  await page.goto('about:blank');
  const blank = await browser.memoryMb();
  await page.goto(address);
  await page.waitForFunction(() => window.studioBench !== undefined);
  await page.evaluate(() => window.studioBench.ready());
  // The page fetches them itself: sent by the driver they would stay in the browser's memory.
  const loadMs = await page.evaluate(async (url) => {
    const strokes = await (await fetch(url)).json();
    const began = performance.now();
    await window.studioBench.load(strokes);
    return performance.now() - began;
  }, strokesAt);
  await page.waitForTimeout(2_000);
  return { browser, page, blank, loadMs };
}

/** What one subject does with a page of many strokes, in one fresh browser. */
export async function measurePage(subject) {
  const { browser, page, blank, loadMs } = await openSubject(subject);
  try {
    const drawing = await measureDrawing(browser);
    const undos = [];
    for (let i = 0; i < UNDOS; i += 1) {
      undos.push(await timed(page, 'undo'));
      await page.waitForTimeout(150);
    }
    const memory = above(blank, await browser.memoryMb());
    const pngMs = await timed(page, 'exportPng');
    const bytes =
      (await page.evaluate(() => window.studioBench.bytes())) /
      (await page.evaluate(() => window.studioBench.strokeCount()));
    // Opened again as on another day: what was saved is all there is.
    const saved = await page.evaluate(async () => {
      const bytesSaved = await window.studioBench.save();
      let text = '';
      for (let i = 0; i < bytesSaved.length; i += 0x8000) {
        text += String.fromCharCode(...bytesSaved.subarray(i, i + 0x8000));
      }
      return btoa(text);
    });
    await page.goto('about:blank');
    await page.goto(subject.address);
    await page.waitForFunction(() => window.studioBench !== undefined);
    await page.evaluate(() => window.studioBench.ready());
    await page.waitForTimeout(1_000);
    const reopenMs = await page.evaluate(async (text) => {
      const given = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const began = performance.now();
      await window.studioBench.restore(given);
      return performance.now() - began;
    }, saved);
    const reopened = await page.evaluate(() => window.studioBench.strokeCount());
    return {
      ...drawing,
      undoMs: middle(undos),
      reopenMs,
      reopened,
      bytes,
      pngMs,
      memoryMb: memory?.own ?? null,
      memoryWithProgramMb: memory?.all ?? null,
      loadMs,
      errors: browser.errors,
    };
  } finally {
    await browser.close();
  }
}

/** The same pen on a slow machine. */
export async function measureSlow(subject, rate) {
  const { browser } = await openSubject(subject);
  try {
    await browser.throttle(rate);
    return await measureDrawing(browser);
  } finally {
    await browser.close();
  }
}
