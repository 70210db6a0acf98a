// The games' engine on this machine: frames a second with 300 moving sprites, Canvas and WebGL in
// turn, by requestAnimationFrame (Phaser's own count is of game steps); and a minute at sea played
// again from its packed hands, as the server does.
//   node tests/bench/games.mjs [--seconds 4] [--rounds 3]
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { findChromium } from '../../scripts/chromium.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { bundlePhaserPage } from '../fixtures/phaser/bundle.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '4' }, rounds: { type: 'string', default: '3' } },
});
const seconds = Number(values.seconds);
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const script = await bundlePhaserPage();
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...asRoot, '--disable-dev-shm-usage', '--enable-unsafe-swiftshader'],
});
const frames = { canvas: [], webgl: [] };
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const kind of ['canvas', 'webgl']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addScriptTag({ content: script });
    frames[kind].push(
      await page.evaluate(([k, s]) => window.framesPerSecond(k, s), [kind, seconds]),
    );
    await page.close();
  }
}
await browser.close();
for (const [kind, list] of Object.entries(frames)) {
  const all = list.map((one) => one.toFixed(1)).join(', ');
  console.log(`figure: 300 sprites, ${kind}: ${middle(list).toFixed(1)} frames a second (${all})`);
}

const load = async (path) =>
  (await runnerImport(join(ROOT, path), { configFile: false, resolve: { tsconfigPaths: true } }))
    .module;
const { sweep, SWEEP_TICKS } = await load('src/domain/games/sweep/sweep.ts');
const { packInputs } = await load('src/domain/games/sweep/inputs.ts');
const { accountForSweep } = await load('src/domain/games/sweep/account.ts');
const { readDecks } = await load('content/games/compiler/read-decks.ts');
const { kinds } = readDecks().sweep;
const moves = Array.from({ length: SWEEP_TICKS }, (_, tick) => ({
  dx: [1, 0, -1, 0][Math.floor(tick / 40) % 4],
  dy: [0, 1, 0, -1][Math.floor(tick / 60) % 4],
  net: tick % 300 < 240,
  bin: tick % 30 === 0 ? 1 + ((tick / 30) % 3) : 0,
}));
const packed = packInputs(moves);
const times = Array.from({ length: 30 }, (_, seed) => {
  const began = performance.now();
  accountForSweep(kinds, seed, packed);
  return performance.now() - began;
});
console.log(
  `figure: a minute at sea (${SWEEP_TICKS} ticks of game version ${sweep.version}, ${JSON.stringify(packed).length} bytes) played again in ${middle(times).toFixed(1)} ms, ${times[0].toFixed(1)} ms cold`,
);
console.log(`load of the machine: ${loadavg()[0].toFixed(1)}`);
