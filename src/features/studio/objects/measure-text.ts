import { canvasFont, KERNING } from '@domain/story/paint/objects/text.ts';
import type { TextFitter } from './text-fit.ts';

let context: CanvasRenderingContext2D | null = null;

/** Measures with the browser's own letters; the typefaces must have come (`loadStoryFonts`). */
export const measuringFitter: TextFitter = (look) => {
  const font = canvasFont(look);
  return (line) => {
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) throw new Error('no 2D context');
    context.font = font;
    context.fontKerning = KERNING;
    return context.measureText(line).width;
  };
};
