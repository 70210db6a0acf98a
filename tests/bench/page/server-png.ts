import type { PageLook } from '@domain/story/picture.ts';
import { pageLook } from '@domain/story/picture.ts';
import { replay } from '@domain/story/story.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { runJob } from '@server/adapters/raster/run-job.ts';

// Bundled for Node: the page as the server paints it, with the server's own adapter.

/** The first page of a saved story. */
export function firstPage(bytes: Uint8Array): PageLook {
  const story = replay(decodeProcess(bytes));
  return pageLook(story.pages.get(story.order[0]!)!);
}

export async function paintPng(page: PageLook): Promise<number> {
  const work = { kind: 'page', widthPx: 1600, format: 'png' } as const;
  const file = await runJob({ page, photos: new Map(), work });
  return (file as Uint8Array).length;
}
