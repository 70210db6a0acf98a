import type { EpochMs } from '@domain/kernel/ids.ts';

export type BookPaper = 'A4' | 'A3';

export type BookPage = {
  /** 4 : 3 */
  readonly jpeg: Uint8Array;
  readonly caption: string;
  readonly alt: string;
};

export type Book = {
  readonly paper: BookPaper;
  readonly title: string;
  /** Lines below the title on the cover. */
  readonly byline: readonly string[];
  readonly pages: readonly BookPage[];
  readonly madeAt: EpochMs;
};

/** A book as a PDF in landscape, cover first. */
export type BindBook = (book: Book) => Promise<Uint8Array>;
