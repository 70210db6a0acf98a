import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { filesUnder, ROOT } from '../architecture/sources.ts';

type Chunk = { file: string; imports?: string[] };

const WEB = join(inject('hostFolder'), 'dist/web');
const manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** Module and rooms of the page at a path, read from the routes themselves. */
function pageAt(path: string): string[] {
  for (const file of filesUnder('src/app/routes')) {
    const source = readFileSync(join(ROOT, file), 'utf8');
    const from = source.indexOf(`'${path}'`);
    if (from < 0 || !source.includes('import(')) continue;
    const rest = source.slice(from);
    const rooms = /\[([^\]]*)\]/.exec(rest)?.[1] ?? '';
    const module = /import\(\s*'([^']+)'/.exec(rest)?.[1];
    if (module === undefined) break;
    const texts = [...rooms.matchAll(/'([a-z]+)'/g)].map(([, room]) => room!);
    return [
      module.replace(/^@(\w+)\//, 'src/$1/'),
      ...['common', 'errors', ...texts].map((room) => `src/i18n/locales/vi/${room}.json`),
    ];
  }
  throw new Error(`no route says ${path}`);
}

function closure(entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    seen.add(key);
    for (const inner of chunk.imports ?? []) visit(inner);
  };
  for (const entry of entries) visit(entry);
  return seen;
}

function gzippedBytes(keys: Iterable<string>): number {
  const files = new Set([...keys].map((key) => manifest[key]!.file));
  let bytes = 0;
  for (const file of files) {
    if (file.endsWith('.js') && existsSync(join(WEB, file))) {
      bytes += gzipSync(readFileSync(join(WEB, file))).length;
    }
  }
  return bytes;
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

describe('kilobytes of JavaScript, gzip (1 kB = 1000 bytes)', () => {
  const signIn = closure(['index.html', ...pageAt('/vao')]);
  const harbour = closure(['index.html', ...pageAt('/ben-cang')]);
  const studio = closure(['index.html', ...pageAt('/ve')]);

  test('the larger of sign-in and harbour stays within 170', () => {
    const [first, second] = [gzippedBytes(signIn), gzippedBytes(harbour)].map(kilobytes);
    console.log(`figure: sign-in page ${first} kB, harbour ${second} kB of JavaScript (gzip)`);
    expect(Math.max(first!, second!)).toBeLessThanOrEqual(170);
  });

  test('the studio adds at most 160', () => {
    const already = new Set([...signIn, ...harbour]);
    const added = kilobytes(gzippedBytes([...studio].filter((key) => !already.has(key))));
    console.log(`figure: the studio adds ${added} kB of JavaScript (gzip)`);
    expect(added).toBeLessThanOrEqual(160);
  });
});
