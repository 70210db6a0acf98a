import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contest-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A second process that takes the lock by the same means and keeps it. */
async function otherServer() {
  const module = join(import.meta.dirname, 'data-folder-lock.ts');
  const script = `import { createServer } from 'vite';
    const vite = await createServer({ configFile: false, server: { middlewareMode: true },
      appType: 'custom', logLevel: 'silent' });
    const { lockDataFolder } = await vite.ssrLoadModule(${JSON.stringify(module)});
    lockDataFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it('one data folder has one server', () => {
  const lock = lockDataFolder(folder);
  expect(lock).not.toBeNull();
  expect(lockDataFolder(folder)).toBeNull();
  lock?.release();
  const next = lockDataFolder(folder);
  expect(next).not.toBeNull();
  next?.release();
});

it('another process is refused until the server ends, even by SIGKILL', async () => {
  const server = await otherServer();
  expect(lockDataFolder(folder)).toBeNull();
  server.kill('SIGKILL');
  await once(server, 'exit');
  const lock = lockDataFolder(folder);
  expect(lock).not.toBeNull();
  lock?.release();
});

it('a folder that is not there is another fault', () => {
  expect(() => lockDataFolder(join(folder, 'missing'))).toThrow();
});
