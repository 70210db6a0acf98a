import { pour } from '@domain/story/flood/pour.ts';
import type { PourAnswer, PourQuestion } from './pour-message.ts';

// Read from the processor's memory: reading back from a graphics card would wait for it.
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d', { willReadFrequently: true });

self.addEventListener('message', ({ data }: MessageEvent<PourQuestion>) => {
  const { id, picture, wish } = data;
  const { width, height } = picture;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context?.drawImage(picture, 0, 0);
  picture.close();
  const words = context && new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const answer: PourAnswer = { id, poured: words && pour({ width, height, words }, wish) };
  self.postMessage(answer);
});
