import { defineConfig } from 'vitest/config';
import { gameDecks } from './content/games/compiler/vite-plugin.ts';
import { quizBank } from './content/quiz/compiler/vite-plugin.ts';
import { seaGeography } from './content/geo/vite-plugin.ts';
import { artPack } from './content/stamps/compiler/vite-plugin.ts';
import { icuCatalogues } from './src/i18n/vite-plugin.ts';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  plugins: [icuCatalogues(), artPack(), quizBank(), gameDecks(), seaGeography()],
  test: {
    include: ['{src,functions/src,scripts,content}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    environment: 'node',
    // The first file that asks for Postgres waits for it to start.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    globalSetup: ['tests/fixtures/postgres.global.ts'],
  },
});
