import type { Mark } from './event.ts';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX, QUARTERS_PER_PX } from './limits.ts';
import type { Picture, PicturePage } from './picture.ts';

const PAPER_COLOUR = 0xffffff;

export interface PageBounds {
  readonly minPages: number;
  readonly maxPages: number;
}

/** What keeps a picture from being submitted; `page` counts from 1 as children do. */
export type SubmissionProblem =
  | { readonly kind: 'missing-title' }
  | { readonly kind: 'too-few-pages'; readonly pages: number; readonly minPages: number }
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly maxPages: number }
  | { readonly kind: 'blank-page'; readonly page: number }
  | { readonly kind: 'missing-caption'; readonly page: number };

function shows(mark: Mark): boolean {
  if (mark.kind === 'erase' || mark.colour === PAPER_COLOUR) return false;
  const width = PAGE_WIDTH_PX * QUARTERS_PER_PX;
  const height = PAGE_HEIGHT_PX * QUARTERS_PER_PX;
  return mark.x.some((x, i) => x >= 0 && x <= width && mark.y[i]! >= 0 && mark.y[i]! <= height);
}

/** No mark leaves ink on the paper. Whether an eraser took all of it is not looked into: that needs pixels. */
function isBlank(page: PicturePage): boolean {
  return !page.marks.some(shows);
}

/** Every problem at once, so that a child can mend them in one go; empty when the picture may be submitted. */
export function submissionProblems(
  { title, pages }: Picture,
  { minPages, maxPages }: PageBounds,
): readonly SubmissionProblem[] {
  const problems: SubmissionProblem[] = [];
  if (title.trim() === '') problems.push({ kind: 'missing-title' });
  if (pages.length < minPages) {
    problems.push({ kind: 'too-few-pages', pages: pages.length, minPages });
  }
  if (pages.length > maxPages) {
    problems.push({ kind: 'too-many-pages', pages: pages.length, maxPages });
  }
  for (const [i, page] of pages.entries()) {
    if (isBlank(page)) problems.push({ kind: 'blank-page', page: i + 1 });
    if (page.caption.trim() === '') problems.push({ kind: 'missing-caption', page: i + 1 });
  }
  return problems;
}
