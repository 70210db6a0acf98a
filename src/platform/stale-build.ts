import { readHealth } from '@contract/host.ts';
import { call } from './api-client.ts';
import { readPreference, writePreference } from './preferences.ts';

const NOT_AGAIN_WITHIN_MS = 60_000;

/**
 * After an update the server has other file names than the page that is open. When a part of the
 * app cannot be fetched although the server answers, the page is loaded anew, once a minute at
 * most. With the server away nothing is reloaded: the page that is open is better than none.
 */
export function reloadWhenBuildIsStale(): void {
  window.addEventListener('vite:preloadError', () => {
    const reload = () => {
      const lastAt = Number(readPreference('reloaded-at') ?? 0);
      if (Date.now() - lastAt < NOT_AGAIN_WITHIN_MS) return;
      writePreference('reloaded-at', String(Date.now()));
      window.location.reload();
    };
    call(readHealth, {}).then(reload, () => {});
  });
}
