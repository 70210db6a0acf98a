import type { Logger } from 'pino';
import type { Clock } from '@server/ports/clock.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { preparePages } from '@server/usecases/pages/prepare-pages.ts';

/** Without a request for so long the machine counts as idle. */
const IDLE_AFTER_MS = 8_000;
const LOOK_EVERY_MS = 2_000;

/** When the last request came. */
export function watchVisits(clock: Clock) {
  let lastAt = clock.now();
  return {
    visited: () => {
      lastAt = clock.now();
    },
    idle: () => clock.now() - lastAt >= IDLE_AFTER_MS,
  };
}

export type Visits = ReturnType<typeof watchVisits>;

/**
 * While nobody asks for anything, renders submitted pages ahead of the judges and the gallery.
 * Nothing depends on it: a page that is not there yet is rendered when it is first read.
 */
export function preparePagesWhenIdle(deps: Deps, visits: Visits, log: Logger): () => Promise<void> {
  const prepared = new Set<string>();
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  const mayGoOn = () => !stopped && visits.idle();
  const look = () => {
    timer = setTimeout(look, LOOK_EVERY_MS).unref();
    if (!mayGoOn() || running) return;
    running = true;
    round = preparePages(deps, prepared, mayGoOn)
      .catch((error: unknown) => {
        if (!stopped) log.error({ err: error }, 'pages could not be prepared');
      })
      .finally(() => {
        running = false;
      });
  };
  let running = false;
  let timer = setTimeout(look, LOOK_EVERY_MS).unref();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}
