import { join } from 'node:path';
import { defineConfig } from 'vite';
import { artPack } from '../../../content/stamps/compiler/vite-plugin.ts';
import { icuCatalogues } from '../../../src/i18n/vite-plugin.ts';

const HERE = import.meta.dirname;

/** The studio's engine on pages of its own, without the app around it. */
export default defineConfig({
  root: HERE,
  // Beside whatever serves them, at whatever path.
  base: './',
  publicDir: false,
  plugins: [icuCatalogues(), artPack()],
  resolve: { tsconfigPaths: true },
  build: {
    outDir: join(HERE, '../../../dist/bench'),
    emptyOutDir: true,
    // Mantine marks its files 'use client', which means nothing without server components.
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      input: ['studio', 'session', 'pour'].map((name) => join(HERE, `${name}.html`)),
    },
  },
});
