import { defineConfig, mergeConfig } from 'vite';
import own from '../../../vite.config.ts';

/** Pages of the games' engine alone, built as the web app is. */
export default defineConfig((env) => {
  const { resolve, build } = own(env);
  return mergeConfig(
    { resolve, build },
    {
      root: import.meta.dirname,
      publicDir: false,
      build: {
        rolldownOptions: {
          input: ['index.html', 'letters.html'].map((page) => `${import.meta.dirname}/${page}`),
        },
      },
    },
  );
});
