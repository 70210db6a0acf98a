import type { BlobHash } from '@domain/kernel/ids.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { encodeProcess } from '@domain/story/process-codec.ts';

/** A log as the server keeps it, with its name. */
export type Encoded = { readonly bytes: Uint8Array; readonly hash: BlobHash };

export function encodeLog(events: readonly StoryEvent[]): Encoded {
  const bytes = encodeProcess(events);
  return { bytes, hash: sha256Hex(bytes) };
}
