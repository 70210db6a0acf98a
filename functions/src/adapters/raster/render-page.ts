import { createCanvas } from '@napi-rs/canvas';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { PAPER, paintPage } from '@domain/story/paint.ts';
import type { PageLook } from '@domain/story/picture.ts';

const WEBP_QUALITY = 86;

export interface RenderOptions {
  /** 1 to 3200; the height follows from the page's 4 : 3. */
  readonly widthPx: number;
}

/** One page on white paper as WebP. The same page and width give the same bytes. */
export async function renderPage(page: PageLook, { widthPx }: RenderOptions): Promise<Buffer> {
  const heightPx = Math.round((widthPx * PAGE_HEIGHT_PX) / PAGE_WIDTH_PX);
  const ink = createCanvas(widthPx, heightPx);
  const inkSurface = ink.getContext('2d');
  inkSurface.scale(widthPx / PAGE_WIDTH_PX, heightPx / PAGE_HEIGHT_PX);
  paintPage(inkSurface, page);

  const sheet = createCanvas(widthPx, heightPx);
  const paper = sheet.getContext('2d');
  paper.fillStyle = PAPER;
  paper.fillRect(0, 0, widthPx, heightPx);
  paper.drawImage(ink, 0, 0);
  return sheet.encode('webp', WEBP_QUALITY);
}
