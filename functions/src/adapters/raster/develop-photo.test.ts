import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { PageShares } from '@domain/story/paint/shares.ts';
import { EMPTY_SCENE, type Scene } from '@domain/story/scene.ts';
import { photoBytes, photoWithPlace } from '@tests/fixtures/photos.ts';
import { developPhoto } from './develop-photo.ts';
import { runJob } from './run-job.ts';

const HASH = 'a'.repeat(64);

async function pixelAt(bytes: Uint8Array, u: number, v: number) {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const [x, y] = [Math.floor(u * image.width), Math.floor(v * image.height)];
  return [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)] as [number, number, number];
}

describe('a photograph drawn anew', () => {
  it('has its pixels, and not the place where it was taken', async () => {
    const sent = await photoWithPlace();
    const photo = (await developPhoto(sent))!;
    expect(photo).toMatchObject({ width: 64, height: 48 });
    expect(Buffer.from(photo.bytes).includes('Exif', 0, 'latin1')).toBe(false);
    const [r, , b] = await pixelAt(photo.bytes, 0.5, 0.8);
    expect(b - r).toBeGreaterThan(100);
  });

  it('is white where it was see-through', async () => {
    const photo = await developPhoto(await createCanvas(8, 8).encode('png'));
    expect(Math.min(...(await pixelAt(photo!.bytes, 0.5, 0.5)))).toBeGreaterThan(250);
  });

  it('is nothing when no picture comes of the bytes', async () => {
    expect(await developPhoto(photoBytes())).toBeNull();
    expect(await runJob({ work: { kind: 'photo' }, bytes: new Uint8Array([1, 2, 3]) })).toBeNull();
  });

  it('lies behind its page, and counts as photographed', async () => {
    const { bytes } = (await developPhoto(await photoWithPlace(160, 120)))!;
    const scene: Scene = { ...EMPTY_SCENE, background: { kind: 'photo', hash: HASH } };
    const job = { page: { ink: [], scene }, photos: new Map([[HASH, bytes]]) };
    const page = await runJob({ ...job, work: { kind: 'page', widthPx: 320, format: 'png' } });
    const [r, , b] = await pixelAt(page as Uint8Array, 0.5, 0.9);
    expect(b - r).toBeGreaterThan(100);
    const shares = (await runJob({ ...job, work: { kind: 'measure' } })) as PageShares;
    expect(shares).toMatchObject({ drawn: 0, stamped: 0, photographed: 1000 });
  });
});
