import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesUnder, ROOT } from '../architecture/sources.ts';

type Chunk = { file: string; imports?: string[] };
type Manifest = Readonly<Record<string, Chunk>>;

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

function closure(manifest: Manifest, entries: readonly string[]): Set<string> {
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

/** JavaScript that pages load, gzip, kB of 1000 bytes; of a web app built with its manifest. */
export function routeWeights(web: string) {
  const manifest = JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')) as Manifest;
  const gzippedKb = (keys: Iterable<string>): number => {
    const files = new Set([...keys].map((key) => manifest[key]!.file));
    let bytes = 0;
    for (const file of files) {
      if (file.endsWith('.js') && existsSync(join(web, file))) {
        bytes += gzipSync(readFileSync(join(web, file))).length;
      }
    }
    return Math.round(bytes / 100) / 10;
  };
  const [signIn, harbour, studio] = ['/vao', '/ben-cang', '/ve'].map((path) =>
    closure(manifest, ['index.html', ...pageAt(path)]),
  ) as [Set<string>, Set<string>, Set<string>];
  const already = new Set([...signIn, ...harbour]);
  return {
    signInKb: gzippedKb(signIn),
    harbourKb: gzippedKb(harbour),
    /** Beyond the pupil's first pages. */
    studioAddsKb: gzippedKb([...studio].filter((key) => !already.has(key))),
  };
}
