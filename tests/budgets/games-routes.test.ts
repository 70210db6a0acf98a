import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

type Chunk = { readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[] };

const WEB = join(inject('hostFolder'), 'dist/web');
const manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk & { readonly file: string }>
>;
const STAGE = 'src/features/games/phaser/open-stage.ts';
const DRAWN = ['place/place-page', 'sail/sail-page', 'sweep/sweep-page'].map(
  (page) => `src/features/games/${page}.tsx`,
);

function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
  return seen;
}

test('three pages fetch the engine of the games, and no other page does', () => {
  const fetching = Object.keys(manifest).filter((key) =>
    manifest[key]!.dynamicImports?.includes(STAGE),
  );
  const pages = Object.keys(manifest).filter((key) => key.endsWith('-page.tsx'));
  const reaching = pages.filter((page) => fetching.some((key) => withImports(page).has(key)));
  expect(reaching.toSorted()).toEqual(DRAWN);
});

test('the worker that keeps the studio offline does not fetch it', () => {
  const worker = readFileSync(join(WEB, 'sw.js'), 'utf8');
  expect(worker).not.toContain(manifest[STAGE]!.file);
});
