import { useState } from 'react';

/** A leaf on its way: the page that was open, and whether the reader goes on or back. */
export type Turn = { readonly from: number; readonly forward: boolean };

function wantsStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * The leaf that turns after the open page changed, whoever changed it; none for those who want no
 * motion.
 */
export function usePageTurn(at: number): { readonly turn: Turn | null; readonly end: () => void } {
  const [shown, setShown] = useState(at);
  const [turn, setTurn] = useState<Turn | null>(null);
  if (shown !== at) {
    setShown(at);
    setTurn(wantsStillness() ? null : { from: shown, forward: at > shown });
  }
  return { turn, end: () => setTurn(null) };
}
