import { setTimeout as pause } from 'node:timers/promises';

const MOVES = 60;
/** 120 samples a second, as a good pen gives them. */
const EVERY_MS = 1000 / 120;
/** Clear of every panel that a peer lays over its page. */
const FROM = { x: 450, y: 300, downwards: 40, across: 9 };
const MEASURED_STROKES = 8;
/** Between two strokes. */
const REST_MS = 250;

/** Draws with trusted input at the speed of a hand; page units are CSS px here. */
export async function drawStroke({ cdp }, index) {
  const y = FROM.y + index * FROM.downwards;
  const send = (type, x, atY) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y: atY,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  await send('mousePressed', FROM.x, y);
  const began = performance.now();
  const answers = [];
  for (let move = 1; move <= MOVES; move += 1) {
    await pause(Math.max(0, began + move * EVERY_MS - performance.now()));
    answers.push(send('mouseMoved', FROM.x + move * FROM.across, y + 30 * Math.sin(move / 5)));
  }
  await Promise.all(answers);
  await send('mouseReleased', FROM.x + MOVES * FROM.across, y + 30 * Math.sin(MOVES / 5));
  return MOVES;
}

const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Frames per second, samples kept (percent) and input to frame (95th percentile, ms) while drawing. */
export async function measureDrawing(browser) {
  const { page } = browser;
  const strokes = () => page.evaluate(() => window.studioBench.strokeCount());
  const before = await strokes();
  await page.evaluate(() => window.benchProbe.watch());
  await drawStroke(browser, 0);
  await page.waitForTimeout(600);
  await page.evaluate(() => void (window.benchProbe.delays = []));
  // From the first stroke to the rest after the last: what happens when the pen is lifted counts, too.
  const seen = () => page.evaluate(() => ({ at: performance.now(), ...window.benchProbe }));
  const began = await seen();
  let sent = 0;
  for (let i = 1; i <= MEASURED_STROKES; i += 1) {
    sent += await drawStroke(browser, i);
    await page.waitForTimeout(REST_MS);
  }
  const ended = await seen();
  const delays = await page.evaluate(() => window.benchProbe.delays);
  await page.waitForTimeout(500);
  const kept = await page.evaluate(async (count) => {
    const drawn = await window.studioBench.lastStrokes(count);
    return drawn.reduce((sum, stroke) => sum + stroke.length - 1, 0);
  }, MEASURED_STROKES);
  return {
    fps: (ended.frames - began.frames) / ((ended.at - began.at) / 1000),
    // Some add the place where the pen was lifted.
    samples: Math.min(100, (kept / sent) * 100),
    delayP95: percentile(delays, 0.95),
    delayMedian: percentile(delays, 0.5),
    strokesAdded: (await strokes()) - before,
  };
}
