import fc from 'fast-check';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { photoBytes, photoWithPlace } from '@tests/fixtures/photos.ts';
import { photoHead } from './photo-file.ts';

describe('what a picture file says of itself', () => {
  it('is its kind and size, behind whatever a camera wrote', async () => {
    expect(photoHead(await photoWithPlace(70, 50))).toEqual({
      type: 'jpeg',
      width: 70,
      height: 50,
    });
    const png = await createCanvas(31, 17).encode('png');
    expect(photoHead(png)).toEqual({ type: 'png', width: 31, height: 17 });
    expect(photoHead(photoBytes(60_000, 40_000))).toMatchObject({ width: 60_000, height: 40_000 });
  });

  it('is nothing for other files, cut files and files without a size', async () => {
    const webp = await createCanvas(31, 17).encode('webp');
    const jpeg = await photoWithPlace();
    for (const bytes of [webp, jpeg.subarray(0, 40), photoBytes(0, 3), new Uint8Array()]) {
      expect(photoHead(bytes)).toBeNull();
    }
  });

  it('never fails, whatever the bytes', async () => {
    const jpeg = await photoWithPlace(20, 20);
    const png = await createCanvas(9, 9).encode('png');
    fc.assert(
      fc.property(
        fc.constantFrom(jpeg, new Uint8Array(png)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
        fc.nat(600),
        (file, changes, length) => {
          const bytes = file.slice(0, length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const head = photoHead(bytes);
          expect(head === null || head.width * head.height > 0).toBe(true);
        },
      ),
    );
  });
});
