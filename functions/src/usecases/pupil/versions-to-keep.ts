import type { BlobHash, EpochMs } from '@domain/kernel/ids.ts';

/** As long as a version may be read that was the newest a moment ago. */
const FRESH_MS = 120_000;
export const SPAN_MS = 600_000;
export const DAY_MS = 86_400_000;

type Version = {
  readonly processHash: BlobHash;
  readonly savedAt: EpochMs;
  readonly side: boolean;
  readonly forGood: boolean;
};

/**
 * Which processes of a draft, its versions the newest first, are kept: the newest; every side version;
 * whatever the version on top of it does not go on from; all of the last two minutes; of the last
 * day the newest of each ten minutes, before that the newest of each day. Any other is the beginning
 * of a log that is kept, so that no mark is lost with it.
 */
export function processesToKeep(versions: readonly Version[], now: EpochMs): Set<BlobHash> {
  const spans = new Set<number>();
  const kept = new Set<BlobHash>();
  let newest = true;
  for (const { processHash, savedAt, side, forGood } of versions) {
    if (side || forGood) {
      kept.add(processHash);
      if (side) continue;
    }
    const age = now - savedAt;
    const span = age < DAY_MS ? Math.floor(savedAt / SPAN_MS) : -Math.floor(savedAt / DAY_MS);
    if (newest || age < FRESH_MS || !spans.has(span)) kept.add(processHash);
    spans.add(span);
    newest = false;
  }
  return kept;
}
