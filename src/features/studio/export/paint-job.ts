import type { VectorArt } from '@domain/story/art/vector-art.ts';
import type { PageLook } from '@domain/story/picture.ts';

/** One page for the worker, with everything that the page names. */
export type PaintJob = {
  readonly id: number;
  readonly look: PageLook;
  readonly widthPx: number;
  readonly type: PictureType;
  readonly arts: readonly (readonly [asset: string, art: VectorArt])[];
  readonly photos: readonly (readonly [hash: string, photo: ImageBitmap])[];
};

export type PictureType = 'image/png' | 'image/webp';

export type PaintReply =
  | { readonly id: number; readonly blob: Blob }
  | { readonly id: number; readonly failed: string };
