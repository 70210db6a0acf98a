import type { VectorArt } from '@domain/story/art/vector-art.ts';
import { paintPage } from '@domain/story/paint/compose.ts';
import { createInkKit } from '@domain/story/paint/ink-kit.ts';
import type { PageLook } from '@domain/story/picture.ts';
import type { Scene } from '@domain/story/scene.ts';
import { gatherAssets, storyAssets } from '@platform/story-assets.ts';
import { createBrowserSurface, createRaster, freeRaster } from '../engine/committed-raster.ts';
import type { PaintJob, PaintReply, PictureType } from './paint-job.ts';

type Gathered = Pick<PaintJob, 'arts' | 'photos'>;

/**
 * What a worker needs for a page, or null where only the page itself can paint it: letters take the
 * typefaces of the document, and a photograph travels only as a bitmap.
 */
function forWorker({ objects, background }: Scene): Gathered | null {
  const arts: [string, VectorArt][] = [];
  const photos: [string, ImageBitmap][] = [];
  const named = [...objects.map(({ item }) => item), ...(background ? [background] : [])];
  for (const item of named) {
    if (item.kind === 'text') return null;
    if (item.kind === 'stamp' || item.kind === 'asset') {
      const art = storyAssets.art(item.asset);
      if (art) arts.push([item.asset, art]);
    }
    if (item.kind !== 'photo') continue;
    const photo = storyAssets.photo(item.hash);
    if (photo && !(photo instanceof ImageBitmap)) return null;
    if (photo) photos.push([item.hash, photo]);
  }
  return { arts, photos };
}

async function paintHere(look: PageLook, widthPx: number, type: PictureType): Promise<Blob> {
  const { canvas, context } = createRaster(widthPx, (widthPx * 3) / 4);
  const kit = createInkKit(createBrowserSurface);
  paintPage(context, look, { createSurface: createBrowserSurface, kit, assets: storyAssets });
  kit.free();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
  freeRaster(canvas);
  if (blob === null) throw new Error('the browser made no picture of the page');
  return blob;
}

type Waiting = {
  readonly resolve: (blob: Blob) => void;
  readonly reject: (error: Error) => void;
};

function openWorker() {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(new URL('./paint.worker.ts', import.meta.url), { type: 'module' });
  let nextId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<PaintReply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('blob' in data) asked?.resolve(data.blob);
    else asked?.reject(new Error(data.failed));
  });
  // The program could not be fetched or begun.
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('the painting thread failed'));
    waiting.clear();
  });
  return {
    paint: (job: Omit<PaintJob, 'id'>) =>
      new Promise<Blob>((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ ...job, id } satisfies PaintJob);
      }),
    close: () => worker.terminate(),
  };
}

/**
 * Paints pages as picture files from their steps, at any width: in a thread of its own where the
 * browser has canvases for threads, and otherwise (or where that fails) here.
 */
export function createPagePainter() {
  const hasCanvases = typeof OffscreenCanvas !== 'undefined' && typeof Worker !== 'undefined';
  let worker: ReturnType<typeof openWorker> | null = null;
  return {
    async paint(look: PageLook, widthPx: number, type: PictureType = 'image/png'): Promise<Blob> {
      await gatherAssets([look.scene]);
      const gathered = hasCanvases ? forWorker(look.scene) : null;
      if (gathered === null) return paintHere(look, widthPx, type);
      worker ??= openWorker();
      const { ink, scene } = look;
      return worker
        .paint({ look: { ink, scene }, widthPx, type, ...gathered })
        .catch(() => paintHere(look, widthPx, type));
    },
    close: () => worker?.close(),
  };
}

export type PagePainter = ReturnType<typeof createPagePainter>;
