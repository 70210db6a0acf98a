import { defineConfig } from 'vitest/config';
import { icuCatalogues } from '../src/i18n/vite-plugin.ts';

/** Tests of the built host: real processes, a real browser. `npm run build` comes first. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  resolve: { tsconfigPaths: true },
  plugins: [icuCatalogues()],
  test: {
    include: ['tests/{budgets,e2e,faults}/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/e2e/seeded.global.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // The other stages run beside: a page that is drawn in half a second may take ten.
    expect: { poll: { timeout: 15_000 } },
  },
});
