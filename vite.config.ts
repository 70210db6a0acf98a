import { defineConfig } from 'vite';
import { seaGeography } from './content/geo/vite-plugin.ts';
import { artPack } from './content/stamps/compiler/vite-plugin.ts';
import { icuCatalogues } from './src/i18n/vite-plugin.ts';
import { serviceWorker } from './src/platform/vite-plugin.ts';
import { themeVariables } from './src/ui/vite-plugin.ts';

/** The part of Phaser that the games use, in the place of the whole package. */
const phaserAlias = {
  find: /^phaser$/,
  replacement: `${import.meta.dirname}/src/features/games/phaser/phaser-entry.cjs`,
};
/** What Phaser's source asks of whoever bundles it. */
const phaserFlags = {
  'typeof CANVAS_RENDERER': 'true',
  'typeof WEBGL_RENDERER': 'true',
  'typeof WEBGL_DEBUG': 'false',
  'typeof FEATURE_SOUND': 'false',
  'typeof PLUGIN_CAMERA3D': 'false',
  'typeof PLUGIN_FBINSTANT': 'false',
};

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
