import type { Id } from '@domain/kernel/ids.ts';

const ANSWER_MS = 200;
const YIELD_MS = 2_000;

type Word =
  | { readonly say: 'asking' | 'held' | 'yielded'; readonly from: string }
  | { readonly say: 'take'; readonly from: string };

/** What a tab needs of BroadcastChannel. */
export interface TabChannel {
  postMessage(word: Word): void;
  onmessage: ((event: { readonly data: Word }) => void) | null;
  close(): void;
}

export interface TabClaim {
  /** Fulfils with false when another tab of this browser has the story open. */
  ask(): Promise<boolean>;
  /** Makes the other tab put its pen down, and takes the story once it has saved. */
  take(): Promise<void>;
  holds(): boolean;
  release(): void;
}

export function openTabChannel(entryId: Id): TabChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  return new BroadcastChannel(`bien-dao-story-${entryId}`) as unknown as TabChannel;
}

/**
 * One tab at a time writes a story. Over plain HTTP browsers give no Web Locks, so tabs talk: a
 * newcomer asks and, unless the holder answers, has the story. A tab that was frozen when asked
 * learns on waking that it was overtaken, and gives way.
 * @param yieldStory saves what is still open; called when another tab takes over
 */
export function createTabClaim(
  channel: TabChannel | null,
  me: string,
  yieldStory: () => Promise<void>,
): TabClaim {
  let holding = false;
  let onHeld: (() => void) | null = null;
  let onYielded: (() => void) | null = null;

  const giveWay = async () => {
    holding = false;
    await yieldStory();
    channel?.postMessage({ say: 'yielded', from: me });
  };

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.from === me) return;
      if (data.say === 'asking' && holding) channel.postMessage({ say: 'held', from: me });
      if (data.say === 'held') {
        if (onHeld) onHeld();
        // Its answer came too late, we have the story: it has to give way.
        else if (holding) channel.postMessage({ say: 'take', from: me });
      }
      if (data.say === 'take' && holding) void giveWay();
      if (data.say === 'yielded') onYielded?.();
    };
  }

  return {
    async ask() {
      if (channel === null) {
        holding = true;
        return true;
      }
      const held = await new Promise<boolean>((resolve) => {
        onHeld = () => resolve(true);
        setTimeout(() => resolve(false), ANSWER_MS);
        channel.postMessage({ say: 'asking', from: me });
      });
      onHeld = null;
      holding = !held;
      return holding;
    },
    async take() {
      await new Promise<void>((resolve) => {
        onYielded = resolve;
        // A frozen or closed tab answers nothing; its writes would be refused by the journal.
        setTimeout(resolve, YIELD_MS);
        channel?.postMessage({ say: 'take', from: me });
      });
      onYielded = null;
      holding = true;
    },
    holds: () => holding,
    release() {
      holding = false;
      channel?.close();
    },
  };
}
