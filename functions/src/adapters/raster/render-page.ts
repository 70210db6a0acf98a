import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { paintPage } from '@domain/story/paint/compose.ts';
import { PAPER } from '@domain/story/paint/stroke.ts';
import type { Studio, Surface } from '@domain/story/paint/surface.ts';
import type { PageLook } from '@domain/story/picture.ts';

const WEBP_QUALITY = 86;
const JPEG_QUALITY = 92;

export type RenderFormat = 'webp' | 'png' | 'jpeg';

export interface RenderOptions {
  /** Of the page, 1 to 5000; its height follows from 4 : 3. */
  readonly widthPx: number;
  readonly format?: RenderFormat;
  /** A sheet of paper in whose middle the page is set; without it the page is all there is. */
  readonly sheet?: { readonly widthPx: number; readonly heightPx: number };
}

/** A3 across at 300 dots per inch, and the width of the largest page on it. */
export const A3_SHEET = { widthPx: 4961, heightPx: 3508 } as const;
export const A3_PAGE_PX = 4677;

/** One page as a picture file. The same page and options give the same bytes. */
export async function renderPage(
  page: PageLook,
  { widthPx, format = 'webp', sheet }: RenderOptions,
  studio: Studio,
): Promise<Buffer> {
  const heightPx = Math.round((widthPx * PAGE_HEIGHT_PX) / PAGE_WIDTH_PX);
  const canvas = createCanvas(widthPx, heightPx);
  paintPage(canvas.getContext('2d') as unknown as Surface, page, studio);
  studio.kit.free();
  const whole = sheet ? onSheet(canvas, sheet) : canvas;
  if (format === 'png') return whole.encode('png');
  if (format === 'jpeg') return whole.encode('jpeg', JPEG_QUALITY);
  return whole.encode('webp', WEBP_QUALITY);
}

function onSheet(
  page: Canvas,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Canvas {
  const canvas = createCanvas(widthPx, heightPx);
  const paper = canvas.getContext('2d');
  paper.fillStyle = PAPER;
  paper.fillRect(0, 0, widthPx, heightPx);
  const [left, top] = [(widthPx - page.width) / 2, (heightPx - page.height) / 2];
  paper.drawImage(page, Math.round(left), Math.round(top));
  return canvas;
}
