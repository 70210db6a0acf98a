import type { InkStep } from './event.ts';
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

function onPaper(xs: readonly number[], ys: readonly number[]): boolean {
  const width = PAGE_WIDTH_PX * QUARTERS_PER_PX;
  const height = PAGE_HEIGHT_PX * QUARTERS_PER_PX;
  return xs.some((x, i) => x >= 0 && x <= width && ys[i]! >= 0 && ys[i]! <= height);
}

function shows(step: InkStep): boolean {
  switch (step.kind) {
    case 'stroke':
      return step.colour !== PAPER_COLOUR && onPaper(step.x, step.y);
    case 'fill':
      return step.colour !== PAPER_COLOUR;
    case 'shape': {
      const { colour, fillColour } = step;
      const inked = colour !== PAPER_COLOUR || (fillColour ?? PAPER_COLOUR) !== PAPER_COLOUR;
      return inked && onPaper([step.x0, step.x1], [step.y0, step.y1]);
    }
    case 'erase':
    case 'lift':
      return false;
  }
}

/**
 * Nothing that this child put on the page shows: no ink, object or photograph; a coloured or ready-made
 * ground alone is no picture. Whether an eraser took all ink is not looked into: that needs pixels.
 */
function isBlank({ ink, scene }: PicturePage): boolean {
  if (scene.background?.kind === 'photo' || scene.objects.length > 0) return false;
  return !ink.some(shows);
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
