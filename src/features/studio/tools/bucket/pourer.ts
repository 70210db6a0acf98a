import { pour, type Poured, type PourWish } from '@domain/story/flood/pour.ts';
import type { PourAnswer, PourQuestion } from './pour-message.ts';

/** A worker that does not answer within this is given up; the page pours itself then, ms. */
const PATIENCE_MS = 4_000;

/** Works out on another thread where colour comes to; on this one where there is no other. */
export interface Pourer {
  pour(picture: HTMLCanvasElement, wish: PourWish): Promise<Poured | null>;
  free(): void;
}

function pourHere(picture: HTMLCanvasElement, wish: PourWish): Poured | null {
  const context = picture.getContext('2d');
  if (context === null) return null;
  const { width, height } = picture;
  const words = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  return pour({ width, height, words }, wish);
}

function canWork(): boolean {
  return (
    typeof Worker === 'function' &&
    typeof OffscreenCanvas === 'function' &&
    typeof createImageBitmap === 'function'
  );
}

export function createPourer(): Pourer {
  const waiting = new Map<number, (poured: Poured | null | 'failed') => void>();
  let worker: Worker | null = null;
  let broken = !canWork();
  let asked = 0;

  const start = (): Worker => {
    const started = new Worker(new URL('./pour-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<PourAnswer>) => {
      waiting.get(data.id)?.(data.poured);
    });
    started.addEventListener('error', () => {
      broken = true;
      for (const settle of waiting.values()) settle('failed');
    });
    return started;
  };

  const ask = async (picture: HTMLCanvasElement, wish: PourWish) => {
    const id = asked;
    asked += 1;
    worker ??= start();
    const bitmap = await createImageBitmap(picture);
    const question: PourQuestion = { id, picture: bitmap, wish };
    return new Promise<Poured | null | 'failed'>((resolve) => {
      const timer = setTimeout(() => resolve('failed'), PATIENCE_MS);
      waiting.set(id, (poured) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(poured);
      });
      worker?.postMessage(question, [bitmap]);
    });
  };

  // It is ready by the time the child has found the place.
  if (!broken) worker = start();

  return {
    async pour(picture, wish) {
      const poured = broken ? 'failed' : await ask(picture, wish);
      return poured === 'failed' ? pourHere(picture, wish) : poured;
    },
    free() {
      worker?.terminate();
      worker = null;
    },
  };
}
