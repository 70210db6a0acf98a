import { DRAWING_LOCK, type Word } from './words.ts';

/** What this page was made of so far, as far as the service worker may keep it. */
function filesOfThisPage(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && /^\/(assets|art)\//.test(pathname),
    )
    .map(({ pathname }) => pathname);
}

const calm = () =>
  new Promise<void>((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

/**
 * From this visit on the studio, and the rooms seen in this page, open without a network. Over plain
 * HTTP browsers have no service workers: then nothing happens, and the journal keeps the drawing.
 */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await calm();
  // A browser may refuse (storage switched off): one works as without a worker.
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => null);
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ say: 'keep', files: filesOfThisPage() } satisfies Word);
}

/**
 * As long as the pen may be in hand, no new version of the app takes over. The answer puts it down,
 * and lets a version that is waiting take over.
 */
export function holdPen(): () => void {
  // No locks, no service worker: both want a secure context.
  if (!('locks' in navigator)) return () => {};
  let putDown = () => {};
  const drawing = new Promise<void>((resolve) => {
    putDown = resolve;
  });
  void navigator.locks.request(DRAWING_LOCK, { mode: 'shared' }, () => drawing);
  return () => {
    putDown();
    void navigator.serviceWorker?.getRegistration().then((found) => {
      found?.waiting?.postMessage({ say: 'put-down' } satisfies Word);
    });
  };
}
