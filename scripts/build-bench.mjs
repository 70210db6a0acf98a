// `npm run build:bench`: the studio's engine alone, as static pages under dist/bench.
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './root.mjs';

await build({ configFile: join(ROOT, 'tests/bench/page/vite.config.ts'), logLevel: 'warn' });
