import type { PageShares } from '@domain/story/paint/shares.ts';
import type { PageLook } from '@domain/story/picture.ts';
import { photosOf } from '@domain/story/scene.ts';
import type {
  DevelopedPhoto,
  PageJob,
  ReadPhoto,
  RenderAnswer,
  Renderer,
  RenderJob,
  RenderWork,
} from '@server/ports/renderer.ts';

async function jobFor(page: PageLook, work: RenderWork, read: ReadPhoto): Promise<PageJob> {
  const photos = new Map<string, Uint8Array>();
  for (const hash of new Set(photosOf(page.scene))) {
    const bytes = await read(hash);
    if (bytes) photos.set(hash, bytes);
  }
  return { page: { ink: page.ink, scene: page.scene }, photos, work };
}

/** A renderer out of something that does jobs: this thread or another. */
export function rendererOf(
  run: (job: RenderJob) => Promise<RenderAnswer>,
  readPhoto: ReadPhoto,
): Renderer {
  const picture = async (page: PageLook, work: RenderWork) =>
    (await run(await jobFor(page, work, readPhoto))) as Uint8Array;
  return {
    renderPage: (page, widthPx, format = 'webp') =>
      picture(page, { kind: 'page', widthPx, format }),
    renderSheet: (page, format) => picture(page, { kind: 'sheet', format }),
    measurePage: async (page) =>
      (await run(await jobFor(page, { kind: 'measure' }, readPhoto))) as PageShares,
    developPhoto: async (bytes) =>
      (await run({ work: { kind: 'photo' }, bytes })) as DevelopedPhoto | null,
  };
}
