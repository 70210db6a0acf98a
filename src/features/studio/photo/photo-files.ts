import { MAX_PHOTO_FILE_BYTES } from '@domain/story/photo-file.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { createRaster, freeRaster } from '../engine/committed-raster.ts';
import type { Pixels } from './geometry.ts';

export const MOST_FILE_BYTES = 20 * 1024 * 1024;
/** What is worked on: more would show nothing more on a page. */
const WORKED_ON_PX = 2_200;
const LEAST_PX = 120;
const QUALITIES = [0.85, 0.7, 0.5];

export type PhotoTrouble = 'heic' | 'unreadable' | 'too-large' | 'too-small';

/** A photograph as it was taken, upright, small enough to be worked on. */
export type OpenPhoto = { readonly canvas: HTMLCanvasElement; readonly pixels: Pixels };

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

/** What iPhones keep: no other browser opens it. */
async function isHeic(file: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer());
  return head.startsWith('ftyp') && HEIC_BRANDS.includes(head.slice(4));
}

/** Decodes a chosen file; what a camera wrote beside the pixels stays behind here. */
export async function openPhoto(file: Blob): Promise<OpenPhoto | PhotoTrouble> {
  if (file.size > MOST_FILE_BYTES) return 'too-large';
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (bitmap === null) return (await isHeic(file)) ? 'heic' : 'unreadable';
  if (Math.min(bitmap.width, bitmap.height) < LEAST_PX) return 'too-small';
  const by = Math.min(1, WORKED_ON_PX / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * by), Math.round(bitmap.height * by)];
  const { canvas, context } = createRaster(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return { canvas, pixels: { width, height, data } };
}

async function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  );
  if (blob?.type !== 'image/jpeg') throw new Error('the browser made no JPEG of the photograph');
  return new Uint8Array(await blob.arrayBuffer());
}

export function paintPixels(canvas: HTMLCanvasElement, { width, height, data }: Pixels): void {
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.putImageData(new ImageData(data as ImageDataArray, width, height), 0, 0);
}

/**
 * A picture file of nothing but pixels.
 * @param whole on a whole page, with white around it, so that a page cuts nothing off
 */
export async function photoFileOf(pixels: Pixels, whole: boolean): Promise<Uint8Array> {
  const picture = createRaster(1, 1).canvas;
  paintPixels(picture, pixels);
  const made = whole ? createRaster(PAGE_WIDTH_PX, PAGE_HEIGHT_PX) : null;
  if (made) {
    const { context } = made;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
    const by = Math.min(PAGE_WIDTH_PX / pixels.width, PAGE_HEIGHT_PX / pixels.height);
    const [width, height] = [pixels.width * by, pixels.height * by];
    context.imageSmoothingQuality = 'high';
    const [left, top] = [(PAGE_WIDTH_PX - width) / 2, (PAGE_HEIGHT_PX - height) / 2];
    context.drawImage(picture, left, top, width, height);
  }
  const canvas = made?.canvas ?? picture;
  let bytes = new Uint8Array();
  for (const quality of QUALITIES) {
    bytes = (await jpegOf(canvas, quality)) as Uint8Array<ArrayBuffer>;
    if (bytes.length <= MAX_PHOTO_FILE_BYTES) break;
  }
  freeRaster(picture);
  if (made) freeRaster(made.canvas);
  return bytes;
}
