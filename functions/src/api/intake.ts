import { refuse } from '@domain/kernel/refusal.ts';

/** What bodies may hold of a host's memory: 32 of the largest stories, or thousands of usual ones. */
export const MOST_HELD_BYTES = 256 * 1024 * 1024;

/** One request's part of what is held. */
export type Share = {
  /** Refuses host.busy when all together would hold too much. */
  readonly take: (sizeBytes: number) => void;
  readonly giveBack: () => void;
};

/**
 * Counts what the bodies of all requests hold until they are answered. Only what has come counts,
 * so that somebody who announces much and sends nothing takes no room from others.
 */
export function openIntake(mostBytes: number): { readonly share: () => Share } {
  let heldBytes = 0;
  return {
    share: () => {
      let ownBytes = 0;
      return {
        take: (sizeBytes) => {
          if (heldBytes + sizeBytes > mostBytes) throw refuse('host.busy');
          heldBytes += sizeBytes;
          ownBytes += sizeBytes;
        },
        giveBack: () => {
          heldBytes -= ownBytes;
          ownBytes = 0;
        },
      };
    },
  };
}
