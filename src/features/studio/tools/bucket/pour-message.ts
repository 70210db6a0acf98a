import type { Poured, PourWish } from '@domain/story/flood/pour.ts';

/** What the worker is asked; the picture is the page as it is seen. */
export type PourQuestion = {
  readonly id: number;
  readonly picture: ImageBitmap;
  readonly wish: PourWish;
};
export type PourAnswer = { readonly id: number; readonly poured: Poured | null };
