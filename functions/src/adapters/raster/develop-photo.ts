import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { DevelopedPhoto } from '@server/ports/renderer.ts';

const JPEG_QUALITY = 88;

/**
 * A photograph drawn anew on white: nothing but its pixels is left. Null for bytes that
 * no picture comes of. Its size has to be looked at before.
 */
export async function developPhoto(bytes: Uint8Array): Promise<DevelopedPhoto | null> {
  // What cannot be decoded throws whatever the decoder of that format throws.
  const image = await loadImage(Buffer.from(bytes)).catch(() => null);
  if (image === null) return null;
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  return { bytes: new Uint8Array(await canvas.encode('jpeg', JPEG_QUALITY)), width, height };
}
