// How Phaser is bundled, for the web app and for what measures it alone.
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** The part of Phaser that the games use, in the place of the whole package. */
export const phaserAlias = {
  find: /^phaser$/,
  replacement: join(ROOT, 'src/features/games/phaser/phaser-entry.cjs'),
};

/** What Phaser's source asks of whoever bundles it. */
export const phaserFlags = {
  'typeof CANVAS_RENDERER': 'true',
  'typeof WEBGL_RENDERER': 'true',
  'typeof WEBGL_DEBUG': 'false',
  'typeof FEATURE_SOUND': 'false',
  'typeof PLUGIN_CAMERA3D': 'false',
  'typeof PLUGIN_FBINSTANT': 'false',
};
