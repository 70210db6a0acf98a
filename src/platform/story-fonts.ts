import { canvasFont, TYPEFACES } from '@domain/story/paint/objects/text.ts';

/** Every letter of Vietnamese, so that each of a typeface's files is fetched. */
const SAMPLE = (() => {
  const bases = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const small = bases.flatMap((base) => tones.map((tone) => (base + tone).normalize('NFC')));
  return `${small.join('')}đ${small.join('').toUpperCase()}Đ0123456789.,!?…“”–`;
})();

let coming: Promise<void> | null = null;

/**
 * The typefaces that stories are written in, whole: a canvas never waits for a font, it takes another.
 * Rejects when one cannot be fetched; what failed is asked again the next time.
 */
export function loadStoryFonts(): Promise<void> {
  coming ??= fetchFonts();
  coming.catch(() => (coming = null));
  return coming;
}

async function fetchFonts(): Promise<void> {
  const fonts = Object.keys(TYPEFACES) as (keyof typeof TYPEFACES)[];
  const faces = await Promise.all(
    fonts.map((font) => document.fonts.load(canvasFont({ font, sizePx: 40 }), SAMPLE)),
  );
  if (faces.some((found) => found.length === 0)) throw new Error('a typeface is not declared');
}
