import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../../../scripts/root.mjs';

const SERVER = join(ROOT, 'dist/bench-server');

/** Bundles what the server paints pages with. */
export async function buildServerSide() {
  const configFile = join(ROOT, 'tests/bench/page/server.config.ts');
  await build({ configFile, logLevel: 'error' });
}

const serverSide = () => pathToFileURL(join(SERVER, 'server-png.mjs')).href;

export const loadServerSide = () => import(serverSide());

const PAINT = `
  import { readFileSync } from 'node:fs';
  const { firstPage, paintPng } = await import(process.argv[1]);
  const page = firstPage(readFileSync(process.argv[2]));
  const times = [];
  for (let i = 0; i < 3; i += 1) {
    const began = performance.now();
    await paintPng(page);
    times.push(performance.now() - began);
  }
  console.log(JSON.stringify(times));
`;

/** A page of a saved story as PNG at 1600 px, in a process of its own; ms, the first with cold code. */
export function measureServerPng(savedFile) {
  const args = ['--input-type=module', '-e', PAINT, serverSide(), savedFile];
  const times = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return { serverPngMs: times[0], again: times.slice(1) };
}

/** What the studio adds to the pupil's first page, gzip kB; null before `npm run build`. */
export async function measureRoute(load) {
  const web = join(ROOT, 'dist/web');
  if (!existsSync(join(web, '.vite/manifest.json'))) return null;
  const { routeWeights } = await load('/tests/budgets/route-weights.ts');
  return routeWeights(web).studioAddsKb;
}
