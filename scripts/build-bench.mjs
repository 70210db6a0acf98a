// `npm run build:bench`: the studio's engine alone, as static pages under dist/bench.
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './root.mjs';

const page = join(ROOT, 'tests/bench/page');

await build({
  root: page,
  configFile: join(ROOT, 'vite.config.ts'),
  // Beside whatever serves them, at whatever path.
  base: './',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: join(ROOT, 'dist/bench'),
    emptyOutDir: true,
    manifest: false,
    rolldownOptions: { input: ['studio', 'session'].map((name) => join(page, `${name}.html`)) },
  },
});
