import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const STUDIO = '/src/features/studio/studio-page.tsx';
const ROUTES = join(import.meta.dirname, '../app/routes/studio.ts');
const WORKER = join(import.meta.dirname, 'offline/service-worker.ts');
const CATALOGUE = /\/i18n\/locales\/[a-z]{2}\/([a-z-]+)\.json$/;
/** Older formats of the typefaces, and letters of other scripts, are for browsers without workers. */
const NOT_NEEDED = /\.woff$|devanagari/;

function chunksOf(bundle: Bundle): Chunk[] {
  return Object.values(bundle).filter((output) => output.type === 'chunk');
}

/** Texts that are fetched with any page of the studio. */
const ALWAYS: ReadonlySet<string> = new Set(['common', 'errors', 'refusals']);

/** Everything that drawing may ask for: the studio, what it fetches later, its texts in every language. */
function studioFiles(bundle: Bundle): string[] {
  const chunks = chunksOf(bundle);
  const rooms = new Set(
    [...readFileSync(ROUTES, 'utf8').matchAll(/'([a-z-]+)'/g)].map(([, room]) => room),
  );
  const isText = ({ facadeModuleId: id }: Chunk) => {
    const room = CATALOGUE.exec(id?.replaceAll('\\', '/') ?? '')?.[1];
    return room !== undefined && (rooms.has(room) || ALWAYS.has(room));
  };
  const entry = chunks.find(({ isEntry, facadeModuleId: id }) => isEntry && id?.endsWith('.html'));
  const studio = chunks.find(({ facadeModuleId: id }) =>
    id?.replaceAll('\\', '/').endsWith(STUDIO),
  );
  if (!entry || !studio) throw new Error('the build has no entry or no studio');

  const seen = new Set<string>();
  const visit = (file: string, later: boolean) => {
    const output = bundle[file];
    if (!output || seen.has(file)) return;
    seen.add(file);
    if (output.type === 'asset') return;
    for (const next of output.imports) visit(next, later);
    if (later) for (const next of output.dynamicImports) visit(next, later);
    for (const style of output.viteMetadata?.importedCss ?? []) seen.add(style);
    for (const asset of output.viteMetadata?.importedAssets ?? []) seen.add(asset);
  };
  // Not what the entry fetches later: that is every room there is.
  visit(entry.fileName, false);
  visit(studio.fileName, true);
  for (const text of chunks.filter(isText)) visit(text.fileName, true);
  const named = (pattern: RegExp) => Object.keys(bundle).filter((file) => pattern.test(file));
  for (const file of named(/\.worker-|\/art-[a-z]+-.*\.json$/)) seen.add(file);
  return [...seen].filter((file) => !NOT_NEEDED.test(file)).toSorted();
}

/**
 * Builds the service worker as `sw.js`, with the list of the studio's files in it. A plugin of our
 * own rather than vite-plugin-pwa: see docs/decisions/017.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const files = studioFiles(bundle).map((file) => `/${file}`);
      const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        resolve: { tsconfigPaths: true },
        define: { STUDIO_FILES: JSON.stringify(files), BUILD: JSON.stringify(name) },
        build: {
          write: false,
          copyPublicDir: false,
          rolldownOptions: { input: WORKER, output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
      const [worker] = Array.isArray(built) ? built : [built];
      if (!worker || !('output' in worker)) throw new Error('the service worker was not built');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.output[0].code });
    },
  };
}
