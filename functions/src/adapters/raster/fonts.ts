import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { TYPEFACES } from '@domain/story/paint/objects/text.ts';

const require = createRequire(import.meta.url);

/** Whole faces: no single web font file holds every Vietnamese letter. */
const FILES: Readonly<Record<keyof typeof TYPEFACES, string>> = {
  body: '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  hand: '@expo-google-fonts/baloo-2/700Bold/Baloo2_700Bold.ttf',
};

/** Makes the typefaces of a story known to the canvas of this thread. */
export function registerFonts(): void {
  for (const [font, { family }] of Object.entries(TYPEFACES)) {
    const file = require.resolve(FILES[font as keyof typeof TYPEFACES]);
    if (GlobalFonts.registerFromPath(file, family) === null) {
      throw new Error(`${file} is no typeface`);
    }
  }
}
