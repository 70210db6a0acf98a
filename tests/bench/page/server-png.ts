import type { PageLook } from '@domain/story/picture.ts';
import { pageLook } from '@domain/story/picture.ts';
import { replay } from '@domain/story/story.ts';
import { decodeProcess, encodeProcess } from '@domain/story/process-codec.ts';
import { runJob } from '@server/adapters/raster/run-job.ts';
import { seaPicture } from './sea-picture.ts';

// Bundled for Node: the page as the server paints it, with the server's own adapter.

/** The first page of a saved story. */
export function firstPage(bytes: Uint8Array): PageLook {
  const story = replay(decodeProcess(bytes));
  return pageLook(story.pages.get(story.order[0]!)!);
}

export async function paintPng(page: PageLook): Promise<Uint8Array> {
  const work = { kind: 'page', widthPx: 1600, format: 'png' } as const;
  return (await runJob({ page, photos: new Map(), work })) as Uint8Array;
}

/** The picture that shows what the studio can do. */
export const seaProcess = () => encodeProcess(seaPicture());
