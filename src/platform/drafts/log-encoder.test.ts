import { describe, expect, it } from 'vitest';
import type { StoryEvent } from '@domain/story/event.ts';
import { goOn, line, TWO_PAGES } from '@tests/fixtures/drawn-story.ts';
import type { EncodeJob } from './encode-job.ts';
import { encodeLog } from './encoded.ts';
import { createLogEncoder, type EncodingThread } from './log-encoder.ts';

function grown(strokes: number): readonly StoryEvent[] {
  return goOn(TWO_PAGES, ...Array.from({ length: strokes }, (_, i) => line(1, i)));
}

/** What the worker does, in the same thread; `dies` after so many jobs. */
function thread(jobs: EncodeJob[], dies = Infinity) {
  return (): EncodingThread => {
    const log: StoryEvent[] = [];
    const self: EncodingThread = {
      onmessage: null,
      onerror: null,
      terminate: () => {},
      postMessage(job) {
        jobs.push(job);
        if (jobs.length > dies)
          return void queueMicrotask(() => self.onerror?.(new Event('error')));
        log.push(...job.events);
        if (job.id === null) return;
        const { id, count } = job;
        queueMicrotask(() => self.onmessage?.({ data: { id, ...encodeLog(log.slice(0, count)) } }));
      },
    };
    return self;
  };
}

describe('encoding a growing log', () => {
  it('tells its thread every event once, few at a time', async () => {
    const jobs: EncodeJob[] = [];
    let log = grown(700);
    const encoder = createLogEncoder(() => log, thread(jobs));
    expect(await encoder.encode(log.length)).toEqual(encodeLog(log));
    expect(Math.max(...jobs.map(({ events }) => events.length))).toBeLessThanOrEqual(200);
    log = goOn(log, line(2));
    const [all, some] = await Promise.all([encoder.encode(log.length), encoder.encode(300)]);
    expect(all).toEqual(encodeLog(log));
    expect(some).toEqual(encodeLog(log.slice(0, 300)));
    expect(jobs.reduce((sum, { events }) => sum + events.length, 0)).toBe(log.length);
  });

  it.each([0, 1, 2, 4])('goes on here when the thread fails after %i jobs', async (dies) => {
    const log = grown(500);
    const encoder = createLogEncoder(() => log, thread([], dies));
    const answers = await Promise.all([encoder.encode(log.length), encoder.encode(10)]);
    expect(answers).toEqual([encodeLog(log), encodeLog(log.slice(0, 10))]);
    expect(await encoder.encode(20)).toEqual(encodeLog(log.slice(0, 20)));
  });

  it('works without a thread', async () => {
    const encoder = createLogEncoder(
      () => TWO_PAGES,
      () => null,
    );
    expect(await encoder.encode(TWO_PAGES.length)).toEqual(encodeLog(TWO_PAGES));
  });
});
