import { defineConfig } from 'vite';
import { gameDecks } from '../content/games/compiler/vite-plugin.ts';
import { quizBank } from '../content/quiz/compiler/vite-plugin.ts';
import { artPack } from '../content/stamps/compiler/vite-plugin.ts';
import { icuCatalogues } from '../src/i18n/vite-plugin.ts';
import manifest from './package.json' with { type: 'json' };

/** Found by name at run time: they hold native code, or look for files beside their own. */
const NATIVE = ['@napi-rs/canvas', '@node-rs/argon2', 'libsql'];

// --mode embedded: the host of a single machine and its commands, beside the installed packages.
// --mode firebase: the function with everything it needs but what its own manifest names.
export default defineConfig(({ mode }) => {
  const forMachine = mode === 'embedded';
  return {
    root: import.meta.dirname,
    plugins: [icuCatalogues(), artPack(), quizBank(), gameDecks()],
    resolve: { tsconfigPaths: true },
    build: {
      ssr: true,
      target: 'node20',
      emptyOutDir: true,
      outDir: forMachine ? '../dist/server' : 'lib',
      rolldownOptions: {
        input: forMachine
          ? {
              embedded: 'src/embedded.ts',
              cli: 'src/cli/main.ts',
              'render-thread': 'src/adapters/raster/render-thread.ts',
            }
          : { firebase: 'src/firebase.ts' },
      },
    },
    ssr: forMachine
      ? {}
      : { noExternal: true as const, external: [...Object.keys(manifest.dependencies), ...NATIVE] },
  };
});
