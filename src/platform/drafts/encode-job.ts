import type { StoryEvent } from '@domain/story/event.ts';
import type { Encoded } from './encoded.ts';

/** Further events of the log; with an id, its first `count` are wanted encoded. */
export type EncodeJob = {
  readonly events: readonly StoryEvent[];
} & ({ readonly id: null } | { readonly id: number; readonly count: number });

export type EncodeReply = Encoded & { readonly id: number };
