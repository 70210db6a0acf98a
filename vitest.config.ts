import { defineConfig } from 'vitest/config';
import { icuCatalogues } from './src/i18n/vite-plugin.ts';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  plugins: [icuCatalogues()],
  test: {
    include: ['{src,functions/src,scripts,content}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    environment: 'node',
  },
});
