import { join } from 'node:path';
import { defineConfig } from 'vite';
import { artPack } from '../../../content/stamps/compiler/vite-plugin.ts';
import { icuCatalogues } from '../../../src/i18n/vite-plugin.ts';

const HERE = import.meta.dirname;

/** What the server paints pages with, for a process of its own. */
export default defineConfig({
  root: HERE,
  plugins: [icuCatalogues(), artPack()],
  resolve: { tsconfigPaths: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: join(HERE, '../../../dist/bench-server'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { 'server-png': join(HERE, 'server-png.ts') },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
