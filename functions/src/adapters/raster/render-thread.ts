import { parentPort } from 'node:worker_threads';
import type { ThreadJob, ThreadReply } from './render-in-thread.ts';
import { runJob } from './run-job.ts';

// The thread's own program. Jobs are done one after the other, in the order in which they came.
let before: Promise<void> = Promise.resolve();

async function work({ id, job }: ThreadJob): Promise<void> {
  const answer = await runJob(job);
  const moved = answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : [];
  parentPort?.postMessage({ id, answer } satisfies ThreadReply, moved);
}

parentPort?.on('message', (message: ThreadJob) => {
  before = before.then(() => work(message));
});
