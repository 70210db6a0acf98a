import { defineConfig } from 'vite';
import { seaGeography } from './content/geo/vite-plugin.ts';
import { phaserAlias, phaserFlags } from './scripts/phaser-bundling.mjs';
import { artPack } from './content/stamps/compiler/vite-plugin.ts';
import { icuCatalogues } from './src/i18n/vite-plugin.ts';
import { serviceWorker } from './src/platform/vite-plugin.ts';
import { themeVariables } from './src/ui/vite-plugin.ts';

// --mode firebase builds the same pages with Firebase's sign-in for adults; every other mode
// leaves that library out, so that a school machine need not install it.
export default defineConfig(({ mode, command }) => ({
  plugins: [icuCatalogues(), themeVariables(), artPack(), seaGeography(), serviceWorker()],
  resolve: {
    tsconfigPaths: true,
    alias: [
      // The development server takes the whole package.
      ...(command === 'build' ? [phaserAlias] : []),
      ...(mode === 'firebase'
        ? []
        : [
            {
              find: '@platform/adult-id-token.ts',
              replacement: `${import.meta.dirname}/src/platform/adult-id-token.none.ts`,
            },
          ]),
    ],
  },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    // Small files as data: URLs would need `data:` in the policy for fonts and styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Mantine marks its files 'use client', which means nothing without server components.
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      transform: { define: phaserFlags },
    },
  },
  server: { proxy: { '/api': 'http://localhost:4173' } },
}));
