// Frames a second with 300 moving sprites, Canvas and WebGL drawn by the processor, in turn.
//   node tests/bench/games-sprites.mjs [--rounds 3] [--ms 4000]
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../../scripts/chromium.mjs';
import { ROOT } from '../../scripts/root.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, ms: { type: 'string', default: '4000' } },
});
const outDir = mkdtempSync(join(tmpdir(), 'games-sprites-'));
const page = { configFile: join(ROOT, 'tests/bench/games/vite.config.ts'), logLevel: 'error' };
await build({ ...page, build: { outDir, emptyOutDir: true } });
const server = await preview({
  ...page,
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
});
const { port } = server.httpServer.address();

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--enable-unsafe-swiftshader'],
});
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const renderer of ['canvas', 'webgl']) {
    const tab = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    await tab.goto(`http://127.0.0.1:${port}/?renderer=${renderer}&ms=${values.ms}`);
    await tab.waitForFunction(() => window.fps !== undefined, null, { timeout: 60_000 });
    const fps = await tab.evaluate(() => window.fps);
    console.log(`${renderer}: ${fps.toFixed(1)} frames a second (load ${loadavg()[0].toFixed(1)})`);
    await tab.close();
  }
}
await browser.close();
await server.close();
rmSync(outDir, { recursive: true, force: true });
