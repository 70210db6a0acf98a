// How long a newcomer waits: `npm start` from a fresh clone to the first page, then again.
//   node tests/bench/start.mjs [--cache FOLDER]   (an empty FOLDER measures the downloads, too)
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/root.mjs';

const { values } = parseArgs({ options: { cache: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'fresh-clone-'));
const port = 42_000 + Math.floor(Math.random() * 1000);

async function untilFirstPage() {
  const began = performance.now();
  const env = { ...process.env, PORT: String(port) };
  if (values.cache) env.npm_config_cache = values.cache;
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // Its own group, so that the server behind npm is stopped with it.
    detached: process.platform !== 'win32',
  });
  const closed = once(child, 'close');
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/`).catch(() => null);
    if (answer?.ok) break;
    await pause(50);
  }
  const seconds = (performance.now() - began) / 1000;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGTERM');
  await closed;
  return seconds;
}

execFileSync('git', ['clone', '--quiet', ROOT, folder]);
try {
  const cold = await untilFirstPage();
  const warm = await untilFirstPage();
  console.log(`fresh clone to first page ${cold.toFixed(1)} s, warm ${warm.toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
