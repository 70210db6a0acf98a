import type { DraftCopy } from '@contract/pupil.ts';

const MOST_COPIES = 30;
const SPAN_MS = 600_000;

/**
 * Of all kept versions, highest first, those worth a look, newest first and at most 30: the newest
 * of each ten minutes, every side version, and what the pupil drew last before an older copy or
 * another machine's took its place, for that would be missed most. A story that was kept several
 * times is there once, as of the last time. When they are too many, plain history gives way first.
 */
export function copiesToShow(kept: readonly DraftCopy[]): DraftCopy[] {
  const newestFirst = kept.toSorted((a, b) => b.savedAt - a.savedAt || b.version - a.version);
  const main = kept.filter((copy) => !copy.side);
  const dear = new Set([...kept.filter((copy) => copy.side), ...replaced(kept, main)]);
  if (main[0]) dear.add(main[0]);

  const spans = new Set<number>();
  const hashes = new Set<string>();
  const chosen: DraftCopy[] = [];
  for (const copy of newestFirst) {
    const span = Math.floor(copy.savedAt / SPAN_MS);
    const ofSpan = !copy.side && !spans.has(span);
    if (!copy.side) spans.add(span);
    if ((!ofSpan && !dear.has(copy)) || hashes.has(copy.processHash)) continue;
    hashes.add(copy.processHash);
    chosen.push(copy);
  }
  const byWorth = [
    ...chosen.filter((copy) => copy === main[0]),
    ...chosen.filter((copy) => copy !== main[0] && dear.has(copy)),
    ...chosen.filter((copy) => !dear.has(copy)),
  ];
  const shown = new Set(byWorth.slice(0, MOST_COPIES));
  return chosen.filter((copy) => shown.has(copy));
}

/** Main versions that something other than their own continuation was put on top of. */
function replaced(kept: readonly DraftCopy[], main: readonly DraftCopy[]): DraftCopy[] {
  const firstKept = new Map<string, number>();
  for (const { processHash, version } of kept) firstKept.set(processHash, version);
  const before = main.filter((_, index) => {
    const next = main[index - 1];
    return next !== undefined && firstKept.get(next.processHash)! < next.version;
  });
  const met = kept
    .filter((copy) => copy.side)
    .map((side) => main.find((copy) => copy.savedAt <= side.savedAt));
  return [...before, ...met.filter((copy) => copy !== undefined)];
}
