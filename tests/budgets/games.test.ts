import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

type Chunk = { readonly file: string; readonly imports?: string[]; readonly isEntry?: boolean };

const WEB = join(inject('hostFolder'), 'dist/web');
const manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;
const STAGE = 'src/features/games/phaser/open-stage.ts';

test('the engine of the games weighs at most 240 kB (gzip), in one chunk that no page starts with', () => {
  const stage = manifest[STAGE];
  expect(stage, 'the stage is fetched by import()').toBeDefined();
  const bytes = gzipSync(readFileSync(join(WEB, stage!.file))).length;
  console.log(`figure: the games’ engine ${Math.round(bytes / 100) / 10} kB of JavaScript (gzip)`);
  expect(bytes).toBeLessThanOrEqual(240_000);
  const starters = Object.values(manifest).filter(({ imports }) => imports?.includes(STAGE));
  expect(starters).toEqual([]);
});

test('the engine is built into no other file', () => {
  const assets = join(WEB, 'assets');
  expect(existsSync(assets)).toBe(true);
  const holders = readdirSync(assets).filter(
    (file) =>
      file.endsWith('.js') && readFileSync(join(assets, file), 'utf8').includes('__DEFAULT'),
  );
  expect(holders).toHaveLength(1);
});
