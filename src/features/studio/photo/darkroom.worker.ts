import { createDarkroomBench, type DarkroomJob } from './darkroom-work.ts';

const bench = createDarkroomBench();

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; job: DarkroomJob }>) => {
  self.postMessage({ id: data.id, answer: bench(data.job) });
});
