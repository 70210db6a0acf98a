import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';

export type Server = {
  readonly port: number;
  readonly dataFolder: string;
  /** Everything the host printed so far. */
  readonly output: () => string;
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
};

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bien-dao-'));
}

/** A data folder that holds the demo edition already: a copy of the one seeded for this run. */
export function demoFolder(): string {
  const folder = temporaryFolder();
  cpSync(inject('seededFolder'), folder, { recursive: true });
  return folder;
}

export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

type Options = {
  /** The project's folder as the host sees it; by default the copy that this run works on. */
  readonly hostFolder?: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the real host process without waiting for it. */
export function launch({ dataFolder, port, args = [], env = {}, hostFolder }: Options): Server {
  const host = join(hostFolder ?? inject('hostFolder'), 'dist/server/embedded.js');
  const child = spawn(process.execPath, [host, '--data', dataFolder, ...args], {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const gone = once(child, 'close') as Promise<[number | null]>;
  return {
    port,
    dataFolder,
    process: child,
    output: () => output,
    stop: async () => {
      // Windows has no signal that a process could answer.
      if (process.platform === 'win32') child.send('stop');
      else child.kill('SIGTERM');
      const [code] = await gone;
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Resolves once the host answers; throws with its output when it ends before that. */
export async function untilReady(server: Server, timeoutMs = 90_000): Promise<Server> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (server.process.exitCode !== null) {
      throw new Error(`the host ended with ${server.process.exitCode}:\n${server.output()}`);
    }
    const health = await fetch(`http://127.0.0.1:${server.port}/api/health`).catch(() => null);
    if (health?.ok) return server;
    await pause(50);
  }
  throw new Error(`the host did not answer in ${timeoutMs} ms:\n${server.output()}`);
}

export async function startServer(options: Partial<Options> = {}): Promise<Server> {
  const dataFolder = options.dataFolder ?? demoFolder();
  const port = options.port ?? (await freePort());
  return untilReady(launch({ ...options, dataFolder, port }));
}
