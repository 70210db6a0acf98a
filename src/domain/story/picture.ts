import type { Mark, MarkEvent } from './event.ts';
import { marksOf, pagesInOrder, type Story } from './story.ts';

export interface PicturePage {
  readonly caption: string;
  readonly marks: readonly Mark[];
}

/** What a story shows, without how it came to be: no times, nothing undone, no removed pages. */
export interface Picture {
  readonly title: string;
  readonly pages: readonly PicturePage[];
}

function markOf(event: MarkEvent): Mark {
  const { x, y, pressure, size } = event;
  if (event.kind === 'erase') return { kind: 'erase', size, x, y, pressure };
  const { tool, colour, opacity } = event;
  return { kind: 'stroke', tool, colour, size, opacity, x, y, pressure };
}

export function pictureOf(story: Story): Picture {
  return {
    title: story.title,
    pages: pagesInOrder(story).map((page) => ({
      caption: page.caption,
      marks: marksOf(page).map(markOf),
    })),
  };
}
