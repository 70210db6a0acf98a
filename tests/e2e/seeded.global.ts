import type { TestProject } from 'vitest/node';
import { freePort, launch, removeFolder, temporaryFolder, untilReady } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Holds the demo edition, with no server on it. */
    seededFolder: string;
  }
}

/** Seeds the demo edition once (5 s); servers of the tests start on copies of it. */
export default async function setup(project: TestProject) {
  const dataFolder = temporaryFolder();
  const server = await untilReady(launch({ dataFolder, port: await freePort() }));
  await server.stop();
  project.provide('seededFolder', dataFolder);
  return () => removeFolder(dataFolder);
}
