import type { StoryEvent } from '@domain/story/event.ts';
import type { EncodeJob, EncodeReply } from './encode-job.ts';
import { encodeLog } from './encoded.ts';

// The thread that encodes a growing log, so that saving is not felt under the pen. It is told each
// event once and keeps them.

const log: StoryEvent[] = [];

addEventListener('message', ({ data: job }: MessageEvent<EncodeJob>) => {
  for (const event of job.events) log.push(event);
  if (job.id === null) return;
  const { bytes, hash } = encodeLog(log.slice(0, job.count));
  const reply: EncodeReply = { id: job.id, bytes, hash };
  postMessage(reply, { transfer: [bytes.buffer as ArrayBuffer] });
});
