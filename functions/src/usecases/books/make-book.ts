import type { BlobHash } from '@domain/kernel/ids.ts';
import type { Picture } from '@domain/story/picture.ts';
import type { BookPage, BookPaper } from '@server/ports/book.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** As wide as the paper's picture at 200 dpi for a home printer, at 300 dpi for an exhibition. */
const WIDTH_PX: Readonly<Record<BookPaper, number>> = { A4: 1670, A3: 3970 };

export type BookDeps = Pick<Deps, 'files' | 'renderCache' | 'renderPage' | 'bindBook'>;

type Wanted = {
  readonly picture: Picture;
  /** Names the renders that are kept; null for a draft, of which none are. */
  readonly pictureHash: BlobHash | null;
  readonly paper: BookPaper;
  readonly byline: readonly string[];
  readonly madeAt: number;
};

/** Pages one after the other: two of the largest at once would take more memory than a small host has. */
export async function makeBook(
  deps: BookDeps,
  { picture, pictureHash, paper, byline, madeAt }: Wanted,
): Promise<Uint8Array> {
  const widthPx = WIDTH_PX[paper];
  const pages: BookPage[] = [];
  for (const [index, page] of picture.pages.entries()) {
    const key = pictureHash === null ? null : `${pictureHash}-${index + 1}-${widthPx}.jpg`;
    const kept = key === null ? null : await deps.renderCache.get(key);
    const jpeg = kept ?? (await deps.renderPage(page, widthPx, 'jpeg'));
    if (key !== null && kept === null) await deps.renderCache.put(key, jpeg);
    const { caption, alt } = page;
    pages.push({ jpeg, caption, alt: alt === '' ? caption : alt });
  }
  return deps.bindBook({ paper, title: picture.title, byline, pages, madeAt });
}
