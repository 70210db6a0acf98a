import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readPack, STAMPS, type CompiledPack } from './read-pack.ts';

const WHOLE = 'virtual:art/pack';
const FILES = 'virtual:art/files';
const DEV = '/@art/';

/** What the browser fetches: names and facts first, then the shapes of a group when it is opened. */
export function artFiles({ pack, art }: CompiledPack): Map<string, string> {
  const files = new Map([['pack', JSON.stringify(pack)]]);
  for (const group of pack.groups) {
    const ids = new Set(pack.items.filter((item) => item.group === group.id).map(({ id }) => id));
    files.set(group.id, JSON.stringify(art.filter(({ id }) => ids.has(id))));
  }
  return files;
}

/**
 * The drawn pack as two modules: `virtual:art/pack` holds all of it, for the server;
 * `virtual:art/files` holds the addresses of static JSON files, for the browser.
 */
export function artPack(): Plugin {
  let building = false;
  return {
    name: 'art-pack',
    configResolved: (config) => {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === WHOLE || id === FILES ? `\0${id}` : null),
    load(id) {
      if (id !== `\0${WHOLE}` && id !== `\0${FILES}`) return null;
      for (const file of readdirSync(join(STAMPS, 'art'))) {
        this.addWatchFile(join(STAMPS, 'art', file));
      }
      this.addWatchFile(join(STAMPS, 'pack.json'));
      const compiled = readPack();
      if (id === `\0${WHOLE}`) {
        const text = JSON.stringify(JSON.stringify(compiled));
        return `const { pack, art } = JSON.parse(${text});\nexport { pack, art };`;
      }
      const addresses = [...artFiles(compiled)].map(([name, source]) => {
        if (!building) return `${JSON.stringify(name)}: ${JSON.stringify(`${DEV}${name}.json`)}`;
        const file = this.emitFile({ type: 'asset', name: `art-${name}.json`, source });
        return `${JSON.stringify(name)}: import.meta.ROLLUP_FILE_URL_${file}`;
      });
      return `export const files = { ${addresses.join(', ')} };`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = request.url?.startsWith(DEV) ? request.url.slice(DEV.length, -5) : undefined;
        const source = name === undefined ? undefined : artFiles(readPack()).get(name);
        if (source === undefined) return next();
        response.setHeader('content-type', 'application/json');
        response.end(source);
      });
    },
  };
}
