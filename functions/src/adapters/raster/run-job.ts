import { loadImage } from '@napi-rs/canvas';
import { createInkKit } from '@domain/story/paint/ink-kit.ts';
import type { PhotoImage } from '@domain/story/paint/objects/object.ts';
import { measurePage } from '@domain/story/paint/shares.ts';
import type { Studio } from '@domain/story/paint/surface.ts';
import type { PageJob, RenderAnswer, RenderJob } from '@server/ports/renderer.ts';
import { artById } from './art.ts';
import { developPhoto } from './develop-photo.ts';
import { registerFonts } from './fonts.ts';
import { createNodeSurface } from './node-surface.ts';
import { A3_PAGE_PX, A3_SHEET, renderPage } from './render-page.ts';

const kit = createInkKit(createNodeSurface);
let fontsKnown = false;

async function decoded(bytes: Uint8Array): Promise<PhotoImage | null> {
  // A file that is no picture leaves its grey place; the page is shown all the same.
  return loadImage(Buffer.from(bytes)).catch(() => null);
}

async function studioFor({ photos }: PageJob): Promise<Studio> {
  if (!fontsKnown) registerFonts();
  fontsKnown = true;
  const images = new Map<string, PhotoImage>();
  for (const [hash, bytes] of photos) {
    const image = await decoded(bytes);
    if (image) images.set(hash, image);
  }
  const assets = { art: artById, photo: (hash: string) => images.get(hash) };
  return { createSurface: createNodeSurface, kit, assets };
}

function isPage(job: RenderJob): job is PageJob {
  return job.work.kind !== 'photo';
}

/** Does one job on this thread. */
export async function runJob(job: RenderJob): Promise<RenderAnswer> {
  if (!isPage(job)) return developPhoto(job.bytes);
  const studio = await studioFor(job);
  const { page, work } = job;
  if (work.kind === 'measure') return measurePage(page, studio);
  const options = work.kind === 'page' ? work : { ...work, widthPx: A3_PAGE_PX, sheet: A3_SHEET };
  return new Uint8Array(await renderPage(page, options, studio));
}
