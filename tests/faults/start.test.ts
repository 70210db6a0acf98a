import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, removeFolder, temporaryFolder } from '../e2e/server.ts';

/** The command people type, on what is installed, built and seeded already. */
test('`npm start` again reaches the first page at once', async () => {
  const dataFolder = temporaryFolder();
  const times: number[] = [];
  for (const run of ['first', 'again']) {
    const port = await freePort();
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../scripts/start.mjs'), '--data', dataFolder],
      { env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    const closed = once(child, 'close');
    let page = '';
    while (page === '' && child.exitCode === null && performance.now() - began < 60_000) {
      const answer = await fetch(`http://localhost:${port}/`).catch(() => null);
      if (answer?.ok) page = await answer.text();
      else await pause(25);
    }
    times.push(performance.now() - began);
    child.kill();
    await closed;
    expect(page, run).toContain('<div id="root">');
    expect(output, run).toContain(`http://localhost:${port}`);
  }
  removeFolder(dataFolder);
  const [first, again] = times.map((ms) => (ms / 1000).toFixed(1));
  console.log(`figure: npm start, built already: ${first} s with seeding, ${again} s warm`);
});
