import { parentPort } from 'node:worker_threads';
import type { RenderJob, RenderReply } from './render-in-thread.ts';
import { renderPage } from './render-page.ts';

// The thread's own program. Jobs are done one after the other, in the order in which they came.
let before: Promise<void> = Promise.resolve();

async function work({ id, page, widthPx, format }: RenderJob): Promise<void> {
  const bytes = new Uint8Array(await renderPage(page, { widthPx, format }));
  parentPort?.postMessage({ id, bytes } satisfies RenderReply, [bytes.buffer]);
}

parentPort?.on('message', (job: RenderJob) => {
  before = before.then(() => work(job));
});
