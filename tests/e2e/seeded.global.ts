import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, launch, removeFolder, temporaryFolder, untilReady } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A copy of the built host, which a build that runs meanwhile leaves alone. */
    hostFolder: string;
    /** Holds the demo edition, with no server on it. */
    seededFolder: string;
  }
}

const ROOT = join(import.meta.dirname, '../..');

/** Seeds the demo edition once (5 s); servers of the tests start on copies of it. */
export default async function setup(project: TestProject) {
  const hostFolder = temporaryFolder();
  cpSync(join(ROOT, 'dist'), join(hostFolder, 'dist'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(hostFolder, 'node_modules'), 'junction');
  project.provide('hostFolder', hostFolder);

  const dataFolder = temporaryFolder();
  const server = launch({ hostFolder, dataFolder, port: await freePort() });
  await untilReady(server);
  await server.stop();
  project.provide('seededFolder', dataFolder);
  return () => [hostFolder, dataFolder].forEach(removeFolder);
}
