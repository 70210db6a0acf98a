import { createStore } from 'zustand/vanilla';
import { MAX_TURNS, tellingMs } from '@domain/story/telling.ts';
import type { RunningTake, TellingKeeper } from '@platform/drafts/telling-keeper.ts';
import type { TakeKind } from '@platform/drafts/telling-store.ts';
import type { Microphone, MicTrouble, openMicrophone, Recorder } from './microphone.ts';

/** What has just happened, for the status line; `page` is a page's id. */
export type DeskWord =
  | { readonly kind: 'kept' | 'turned' | 'told-already'; readonly page: number }
  | { readonly kind: 'too-short' | 'limit' | 'full' };

export type DeskState = {
  readonly phase: 'idle' | 'asking' | 'recording' | 'paused' | 'saving';
  /** Id of the page that is being told. */
  readonly page: number;
  /** Just this page, in place of what was told of it before. */
  readonly again: boolean;
  /** Recorded since the beginning, ms, and how much there was room for then. */
  readonly spentMs: number;
  readonly roomMs: number;
  readonly trouble: MicTrouble | null;
  readonly word: DeskWord | null;
};

const TICK_MS = 250;
const MAX_LEFT_TURNS = 2;

/**
 * A child at the microphone. Every page is a recording of its own, begun the moment the page is
 * turned and before the last one ends, so that nothing said in between is lost, a page can be told
 * again alone, and what was taken back is in no file that is handed in.
 */
export function createRecordingDesk({
  keeper,
  open,
  now,
  maxMs,
}: {
  keeper: TellingKeeper;
  open: typeof openMicrophone;
  now: () => number;
  maxMs: number;
}) {
  const store = createStore<DeskState>(() => ({
    phase: 'idle',
    page: 0,
    again: false,
    spentMs: 0,
    roomMs: maxMs,
    trouble: null,
    word: null,
  }));
  const { getState, setState } = store;
  let microphone: Microphone | null = null;
  let running: { take: RunningTake; recorder: Recorder; since: number } | null = null;
  let spentBefore = 0;
  let ticking: ReturnType<typeof setInterval> | undefined;
  /** Pages told since the beginning: one may turn back to these and say more. */
  let toldNow = new Set<number>();
  let ending: Promise<void> = Promise.resolve();

  const spent = () => spentBefore + (running === null ? 0 : now() - running.since);

  const begin = (page: number, kind: TakeKind) => {
    const take = keeper.begin(page, kind);
    running = { take, recorder: microphone!.record(take.piece), since: now() };
    toldNow.add(page);
    setState({ phase: 'recording', page });
  };

  /** Ends the take; what it became is added in the order in which takes were ended. */
  const finish = (): Promise<void> => {
    if (running === null) return ending;
    const { take, recorder } = running;
    const { page } = getState();
    spentBefore = spent();
    running = null;
    ending = ending
      .then(() => recorder.stop())
      .then(() => take.end())
      .then((kept) => setState({ word: kept ? { kind: 'kept', page } : { kind: 'too-short' } }));
    return ending;
  };

  const stop = async () => {
    clearInterval(ticking);
    if (microphone === null) return;
    setState({ phase: 'saving' });
    await finish();
    microphone?.close();
    microphone = null;
    setState({ phase: 'idle', again: false });
  };

  const tick = () => {
    setState({ spentMs: spent() });
    if (spent() < getState().roomMs) return;
    void stop().then(() => setState({ word: { kind: 'limit' } }));
  };

  const onLost = () => void stop().then(() => setState({ trouble: 'lost' }));

  return {
    store,
    level: () => microphone?.level() ?? 0,
    /** Begins at a page; `again` tells just that one, in place of what was told of it. */
    async start(page: number, again: boolean): Promise<void> {
      if (getState().phase !== 'idle') return;
      const { telling } = keeper.state.getState();
      if (telling.turns.length > MAX_TURNS - MAX_LEFT_TURNS) {
        setState({ word: { kind: 'full' } });
        return;
      }
      const roomMs = maxMs - tellingMs(telling) + (again ? tellingMs(telling, page) : 0);
      if (roomMs <= 0) {
        setState({ word: { kind: 'limit' } });
        return;
      }
      setState({ phase: 'asking', trouble: null, word: null, page, again });
      const opened = await open(onLost);
      if (typeof opened === 'string') {
        setState({ phase: 'idle', trouble: opened });
        return;
      }
      if (getState().phase !== 'asking') {
        opened.close();
        return;
      }
      microphone = opened;
      spentBefore = 0;
      toldNow = new Set();
      setState({ spentMs: 0, roomMs });
      begin(page, again ? 'retell' : 'go-on');
      ticking = setInterval(tick, TICK_MS);
    },
    /** The child has turned to another page. */
    turn(page: number): void {
      const { phase, again, page: from } = getState();
      if (page === from || (phase !== 'recording' && phase !== 'paused')) return;
      const { telling } = keeper.state.getState();
      const told = !toldNow.has(page) && telling.turns.some((turn) => turn.page === page);
      if (again || told || telling.turns.length > MAX_TURNS - MAX_LEFT_TURNS) {
        void stop().then(() => told && setState({ word: { kind: 'told-already', page } }));
        return;
      }
      if (phase === 'paused') {
        setState({ page });
        return;
      }
      const last = running;
      const before = spent();
      begin(page, 'go-on');
      spentBefore = before;
      if (last !== null) {
        const { take, recorder } = last;
        ending = ending
          .then(() => recorder.stop())
          .then(() => take.end())
          .then(() => setState({ word: { kind: 'turned', page } }));
      }
    },
    async pause(): Promise<void> {
      if (getState().phase !== 'recording') return;
      setState({ phase: 'paused' });
      await finish();
    },
    resume(): void {
      const { phase, page, again } = getState();
      if (phase === 'paused') begin(page, again ? 'more' : 'go-on');
    },
    stop,
    forgetWord: () => setState({ word: null }),
  };
}

export type RecordingDesk = ReturnType<typeof createRecordingDesk>;
