import { useEffect } from 'react';
import { touchSheet } from '@contract/judging.ts';
import { LONGEST_GAP_MS, SEEN_EVERY_MS } from '@domain/judging/time-at-work.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { call } from '@platform/api-client.ts';

const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Tells the server now and then that the judge is at work on a sheet, as long as that is so. */
export function useTimeAtWork(sheetId: Id, working: boolean): void {
  useEffect(() => {
    if (!working) return;
    let lastSign = performance.now();
    const sign = () => {
      lastSign = performance.now();
    };
    const tell = () => {
      const awake = performance.now() - lastSign < LONGEST_GAP_MS;
      if (!awake || document.visibilityState !== 'visible') return;
      // The next one tells it as well; what troubles the sheet itself, saving it says.
      call(touchSheet, { params: { sheetId } }).catch(() => undefined);
    };
    tell();
    const timer = window.setInterval(tell, SEEN_EVERY_MS);
    for (const kind of SIGNS_OF_LIFE) window.addEventListener(kind, sign, { passive: true });
    return () => {
      window.clearInterval(timer);
      for (const kind of SIGNS_OF_LIFE) window.removeEventListener(kind, sign);
    };
  }, [sheetId, working]);
}
