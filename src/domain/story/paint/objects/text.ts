import type { Font } from '../../scene.ts';
import type { ObjectSurface } from './object-surface.ts';

/** The two typefaces of a story; browser and server bring the same files under these names. */
export const TYPEFACES: Readonly<Record<Font, { family: string; weight: number }>> = {
  body: { family: 'Be Vietnam Pro', weight: 600 },
  hand: { family: 'Baloo 2', weight: 700 },
};

/** In ems: Ễ reaches 1.17 above the base line and Ộ 0.25 below it. */
const LINE_HEIGHT = 1.45;
const BASE_LINE = 1.13;

/**
 * Off: a browser has the letters of a word in several files and cannot kern between them, the server
 * has them in one. Without kerning both set every letter at the same place.
 */
export const KERNING = 'none';

/** Ends a line that the box is too narrow for: after a space, or inside a word. */
const SOFT_BREAK = / \n|\u200B\n/g;

export type TextLook = {
  readonly font: Font;
  /** Height of the em, px. */
  readonly sizePx: number;
};

/** How wide a line of text is, px. */
export type Measure = (line: string) => number;

export function canvasFont({ font, sizePx }: TextLook): string {
  const { family, weight } = TYPEFACES[font];
  return `${weight} ${sizePx}px "${family}"`;
}

/** The text as it was typed: without the line ends that only the box asked for. */
export function unbrokenText(text: string): string {
  return text.replace(SOFT_BREAK, (end) => (end.startsWith(' ') ? ' ' : ''));
}

function brokenWord(word: string, widthPx: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > widthPx) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

function brokenLine(line: string, widthPx: number, measure: Measure): string {
  let broken = '';
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (measure(longer) <= widthPx) {
      current = longer;
      continue;
    }
    if (current !== '') broken += `${current} \n`;
    const parts = brokenWord(word, widthPx, measure);
    broken += parts
      .slice(0, -1)
      .map((part) => `${part}\u200B\n`)
      .join('');
    current = parts.at(-1)!;
  }
  return broken + current;
}

/**
 * The text with its lines ended so that each fits the width. Done once, where the text is written:
 * everybody who paints it later takes the lines as they are, so that no two machines break a line
 * at different words. `unbrokenText` gives back what was typed, but for spaces at line ends.
 */
export function breakText(text: string, widthPx: number, measure: Measure): string {
  return unbrokenText(text)
    .split('\n')
    .map((line) => brokenLine(line.replace(/[ \u200B]+$/, ''), widthPx, measure))
    .join('\n');
}

export function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/[ \u200B]$/, ''));
}

/** Width that the lines of a broken text need, px. */
export function textWidth(text: string, measure: Measure): number {
  return Math.max(...linesOf(text).map(measure));
}

export function textHeight(text: string, sizePx: number): number {
  return linesOf(text).length * sizePx * LINE_HEIGHT;
}

/** Paints lines around 0, 0: between -width/2 and width/2, centred or from the left. */
export function paintLines(
  surface: ObjectSurface,
  text: string,
  look: TextLook,
  { width, align }: { readonly width: number; readonly align: 'center' | 'left' },
): void {
  const top = -textHeight(text, look.sizePx) / 2;
  surface.font = canvasFont(look);
  surface.fontKerning = KERNING;
  surface.textAlign = align;
  surface.textBaseline = 'alphabetic';
  for (const [i, line] of linesOf(text).entries()) {
    const y = top + (i * LINE_HEIGHT + BASE_LINE) * look.sizePx;
    surface.fillText(line, align === 'center' ? 0 : -width / 2, y);
  }
}
