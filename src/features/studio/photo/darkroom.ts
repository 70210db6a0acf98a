import {
  createDarkroomBench,
  type DarkroomAnswer,
  type DarkroomJob,
  type Development,
} from './darkroom-work.ts';
import type { Pixels, Quad } from './geometry.ts';

type Reply = { readonly id: number; readonly answer: DarkroomAnswer };
type Waiting = { readonly job: DarkroomJob; readonly settle: (answer: DarkroomAnswer) => void };

/**
 * Finds corners and straightens on another thread; where there is none, or its program could not be
 * fetched, on this one.
 */
export function createDarkroom() {
  const waiting = new Map<number, Waiting>();
  let here: ReturnType<typeof createDarkroomBench> | null = null;
  let loaded: DarkroomJob | null = null;
  let asked = 0;

  const doHere = (job: DarkroomJob): DarkroomAnswer => {
    if (here === null) {
      here = createDarkroomBench();
      if (loaded !== null && job.kind === 'develop') here(loaded);
    }
    return here(job);
  };

  const open = (): Worker | null => {
    if (typeof Worker !== 'function') return null;
    const opened = new Worker(new URL('./darkroom.worker.ts', import.meta.url), { type: 'module' });
    opened.addEventListener('message', ({ data: { id, answer } }: MessageEvent<Reply>) => {
      waiting.get(id)?.settle(answer);
      waiting.delete(id);
    });
    opened.addEventListener('error', () => {
      worker = null;
      for (const { job, settle } of waiting.values()) settle(doHere(job));
      waiting.clear();
    });
    return opened;
  };
  let worker = open();

  const run = (job: DarkroomJob) =>
    new Promise<DarkroomAnswer>((resolve) => {
      if (job.kind === 'load') loaded = job;
      if (worker === null) {
        resolve(doHere(job));
        return;
      }
      asked += 1;
      waiting.set(asked, { job, settle: resolve });
      worker.postMessage({ id: asked, job });
    });

  return {
    /** Puts a photograph on the bench and looks for the sheet in it. */
    async load(photo: Pixels): Promise<Quad | null> {
      const answer = await run({ kind: 'load', photo });
      return 'corners' in answer ? answer.corners : null;
    },
    async develop(wish: Development): Promise<Pixels> {
      const answer = await run({ kind: 'develop', wish });
      if (!('picture' in answer)) throw new Error('the darkroom answered something else');
      return answer.picture;
    },
    close() {
      worker?.terminate();
    },
  };
}

export type Darkroom = ReturnType<typeof createDarkroom>;
