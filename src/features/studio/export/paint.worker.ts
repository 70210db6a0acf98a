import { paintPage } from '@domain/story/paint/compose.ts';
import { createInkKit } from '@domain/story/paint/ink-kit.ts';
import type { Surface } from '@domain/story/paint/surface.ts';
import type { PaintJob, PaintReply } from './paint-job.ts';

// The thread that paints pages for export, so that drawing goes on meanwhile.

function createSurface(width: number, height: number): Surface {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no 2D context');
  return context as unknown as Surface;
}

async function paint({ look, widthPx, type, arts, photos }: PaintJob): Promise<Blob> {
  const canvas = new OffscreenCanvas(widthPx, (widthPx * 3) / 4);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  const [artOf, photoOf] = [new Map(arts), new Map(photos)];
  const kit = createInkKit(createSurface);
  const assets = {
    art: (asset: string) => artOf.get(asset),
    photo: (hash: string) => photoOf.get(hash),
  };
  paintPage(context as unknown as Surface, look, { createSurface, kit, assets });
  kit.free();
  return canvas.convertToBlob({ type, quality: 0.92 });
}

// One after the other: a small tablet has no memory for several pages at once.
let before: Promise<void> = Promise.resolve();

addEventListener('message', ({ data: job }: MessageEvent<PaintJob>) => {
  const reply = (answer: PaintReply) => postMessage(answer);
  before = before.then(() =>
    paint(job).then(
      (blob) => reply({ id: job.id, blob }),
      (error: unknown) => reply({ id: job.id, failed: String(error) }),
    ),
  );
});
