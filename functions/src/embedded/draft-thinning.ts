import type { Logger } from 'pino';
import type { Deps } from '@server/usecases/deps.ts';
import { thinDrafts } from '@server/usecases/pupil/thin-drafts.ts';

/** Not at once: a host that has just begun has a class waiting. */
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 600_000;

/** Thins drafts as long as the host runs. Nobody's save waits for it or fails with it. */
export function thinDraftsNowAndThen(deps: Deps, log: Logger): () => Promise<void> {
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer = setTimeout(begin, FIRST_AFTER_MS).unref();
  function begin() {
    round = thinDrafts(deps, () => !stopped)
      .catch((error: unknown) => {
        if (!stopped) log.error({ err: error }, 'drafts could not be thinned');
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(begin, EVERY_MS).unref();
      });
  }
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}
