// Installs the peers of the studio's benchmark from the manifest beside this file, and builds a page
// for each: `node tests/bench/peers/setup.mjs`. The product's own install never comes here.
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../../scripts/root.mjs';
import { runNpm } from '../../../scripts/run.mjs';

const HERE = import.meta.dirname;
const NPM = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];

if (!process.argv.includes('--built')) {
  const { code, output } = await runNpm(NPM, { cwd: HERE });
  if (code !== 0) throw new Error(output);
}
await build({
  root: join(HERE, 'pages'),
  configFile: false,
  base: './',
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
  build: {
    outDir: join(ROOT, 'dist/bench-peers'),
    emptyOutDir: true,
    target: 'esnext',
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { input: join(HERE, 'pages/peer.html') },
  },
});
