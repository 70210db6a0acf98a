import { useEffect } from 'react';
import { EditionView } from '@domain/contest/edition.ts';
import { keptWork } from '@platform/kept-work.ts';

const KEPT = keptWork('edition');

/**
 * The running edition as the host says, or as it said last where it cannot be reached: what a story
 * may hold, and whether it is told, is known without a network too. Null where it never was asked.
 * @param said undefined while there is no answer
 */
export function useKnownEdition(said: EditionView | null | undefined): EditionView | null {
  useEffect(() => {
    if (said !== undefined) KEPT.write(said);
  }, [said]);
  if (said !== undefined) return said;
  const kept = EditionView.safeParse(KEPT.read());
  return kept.success ? kept.data : null;
}
