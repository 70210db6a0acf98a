import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTabClaim, type TabChannel } from './one-tab.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Word = Parameters<TabChannel['postMessage']>[0];

/** Tabs of one browser that hear each other; a frozen one hears when it wakes. */
function browser() {
  const tabs: { channel: TabChannel; frozen: boolean; missed: Word[] }[] = [];
  const deliver = (tab: (typeof tabs)[number], word: Word) => {
    if (tab.frozen) tab.missed.push(word);
    else queueMicrotask(() => tab.channel.onmessage?.({ data: word }));
  };
  return {
    open(yieldStory: () => Promise<void> = async () => {}) {
      const channel: TabChannel = {
        onmessage: null,
        postMessage: (word) => {
          for (const tab of tabs) if (tab.channel !== channel) deliver(tab, word);
        },
        close: () => void tabs.splice(tabs.indexOf(me), 1),
      };
      const me = { channel, frozen: false, missed: [] as Word[] };
      tabs.push(me);
      return { me, claim: createTabClaim(channel, `tab-${tabs.length}`, yieldStory) };
    },
    thaw(tab: (typeof tabs)[number]) {
      tab.frozen = false;
      for (const word of tab.missed.splice(0)) deliver(tab, word);
    },
  };
}

async function settled<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(3_000);
  return promise;
}

describe('one tab at a time', () => {
  it('the first has the story, the second is told', async () => {
    const { open } = browser();
    const [first, second] = [open(), open()];
    expect(await settled(first.claim.ask())).toBe(true);
    expect(await settled(second.claim.ask())).toBe(false);
  });

  it('the second takes over once the first has saved', async () => {
    const { open } = browser();
    const order: string[] = [];
    const first = open(async () => void order.push('saved'));
    const second = open();
    await settled(first.claim.ask());
    await settled(second.claim.ask());
    await settled(second.claim.take().then(() => order.push('taken')));
    expect(order).toEqual(['saved', 'taken']);
    expect([first.claim.holds(), second.claim.holds()]).toEqual([false, true]);
  });

  it('a tab that left leaves the story free', async () => {
    const { open } = browser();
    const first = open();
    await settled(first.claim.ask());
    first.claim.release();
    expect(await settled(open().claim.ask())).toBe(true);
  });

  it('a tab that slept while it was asked gives way when it wakes', async () => {
    const { open, thaw } = browser();
    const first = open();
    await settled(first.claim.ask());
    first.me.frozen = true;
    const second = open();
    expect(await settled(second.claim.ask())).toBe(true);
    thaw(first.me);
    await vi.advanceTimersByTimeAsync(10);
    expect([first.claim.holds(), second.claim.holds()]).toEqual([false, true]);
  });
});
