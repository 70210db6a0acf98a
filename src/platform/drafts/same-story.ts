import type { StoryEvent } from '@domain/story/event.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';

export type Kinship = 'same' | 'mine-ahead' | 'theirs-ahead' | 'apart';

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** How two logs of one entry relate: equal, one going on from the other, or grown apart. */
export function kinship(mine: readonly StoryEvent[], theirs: readonly StoryEvent[]): Kinship {
  const shared = Math.min(mine.length, theirs.length);
  // Equal logs give equal bytes.
  const alike = sameBytes(
    encodeProcess(mine.slice(0, shared)),
    encodeProcess(theirs.slice(0, shared)),
  );
  if (!alike) return 'apart';
  if (mine.length === theirs.length) return 'same';
  return mine.length > theirs.length ? 'mine-ahead' : 'theirs-ahead';
}
