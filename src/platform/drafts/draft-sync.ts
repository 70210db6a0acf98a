import type { DraftView } from '@contract/pupil.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import type { StoryEvent } from '@domain/story/event.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { type Encoded, encodeLog } from './encoded.ts';
import type { Acknowledged } from './journal.ts';
import type { OtherCopy } from './open-story.ts';
import { kinship } from './same-story.ts';
import type { StoryTransport } from './transport.ts';

export type ServerState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'away' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'apart'; readonly other: OtherCopy };

export type SyncPace = {
  /** Rest after a change before it is sent, ms. */
  readonly restMs: number;
  /** First pause after a lost connection, ms; doubled up to a minute. */
  readonly retryMs: number;
};

export const CALM_PACE: SyncPace = { restMs: 2_000, retryMs: 2_000 };
/** For devices that keep nothing: the server is the only place. */
export const EAGER_PACE: SyncPace = { restMs: 300, retryMs: 1_000 };
const LONGEST_RETRY_MS = 60_000;
const REST_PER_ENCODING = 20;
/** The longest rest, ms: encoding is slow where the whole machine is. */
const LONGEST_REST_MS = 10_000;
/** Refusals that another try may well overcome. */
const PASSING: readonly string[] = [
  'blob.missing',
  'blob.hash-differs',
  'rate.address',
  'host.busy',
  'internal',
];

export interface DraftSync {
  /** The log has grown. */
  changed(): void;
  /** Sends now what the server lacks; fulfils when it is there, or the attempt failed. */
  flush(): Promise<void>;
  /** The network, or the pupil with a new sign-in, seems to be back. */
  wake(): void;
  /** Saves our log on top of the copy that another machine saved. */
  keepMine(): Promise<void>;
  stop(): void;
  state(): ServerState;
}

/**
 * Brings a growing log to the server in the background, newest state at once, one request at a
 * time. A lost answer does no harm: when the server refuses our base as stale, and what it holds
 * is only an earlier state of our own log, we go on from there; else both copies stay.
 */
export function createDraftSync({
  transport,
  entryId,
  log,
  encode = async (count) => encodeLog(log().slice(0, count)),
  base,
  other = null,
  pace,
  busy,
  onState,
  onSynced,
}: {
  transport: StoryTransport;
  entryId: Id;
  log: () => readonly StoryEvent[];
  /** Encodes the first `count` events of the log. */
  encode?: (count: number) => Promise<Encoded>;
  base: { readonly version: number; readonly count: number; readonly savedAt: number | null };
  /** A copy that had grown apart already when the story was opened. */
  other?: OtherCopy | null;
  pace: SyncPace;
  /** While a stroke is being drawn nothing is encoded: that would be felt under the pen. */
  busy: () => boolean;
  onState: (state: ServerState) => void;
  onSynced: (acknowledged: Acknowledged) => Promise<void>;
}): DraftSync {
  let { version, count } = base;
  let state: ServerState = other ? { kind: 'apart', other } : { kind: 'saved', at: base.savedAt };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = pace.retryMs;
  let encodeMs = 0;
  let running: Promise<void> | null = null;
  let stopped = false;

  const setState = (next: ServerState) => {
    state = next;
    if (!stopped) onState(next);
  };
  const halted = () => stopped || state.kind === 'refused' || state.kind === 'apart';
  const behind = () => log().length > count;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void flush(true), ms);
  };

  /** A long story takes a while to encode, in which nothing else happens: then more seldom. */
  const restMs = () => Math.min(pace.restMs + encodeMs * REST_PER_ENCODING, LONGEST_REST_MS);

  const acknowledge = async (draft: DraftView, bytes: Uint8Array, sent: number) => {
    version = draft.version;
    count = sent;
    pauseMs = pace.retryMs;
    await onSynced({ version, count, bytes });
    setState(behind() ? { kind: 'waiting' } : { kind: 'saved', at: draft.savedAt });
    if (behind()) schedule(restMs());
  };

  /** The server has gone on without us: by a save of ours whose answer was lost, or by another machine. */
  const reconcile = async () => {
    const draft = await transport.open();
    const bytes = await transport.read(entryId, draft.version);
    const events = decodeProcess(bytes);
    const relation = kinship(log(), events);
    if (relation === 'same' || relation === 'mine-ahead') {
      await acknowledge(draft, bytes, events.length);
      return;
    }
    const other = { version: draft.version, savedAt: draft.savedAt, events, bytes };
    setState({ kind: 'apart', other });
  };

  const send = async () => {
    setState({ kind: 'saving' });
    const sent = log().length;
    const began = performance.now();
    const { bytes, hash } = await encode(sent);
    encodeMs = performance.now() - began;
    await transport.send(bytes, hash);
    await acknowledge(await transport.save(entryId, version, hash), bytes, sent);
  };

  const failed = (error: unknown) => {
    const passing = error instanceof Refusal && PASSING.includes(error.code);
    if (error instanceof ConnectionLost || passing) {
      setState({ kind: 'away' });
      schedule(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_RETRY_MS);
    } else if (error instanceof Refusal) {
      setState({ kind: 'refused', refusal: error });
    } else {
      throw error;
    }
  };

  const attempt = () =>
    send()
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'draft.conflict') return reconcile();
        throw error;
      })
      .catch(failed);

  async function flush(whenIdle = false): Promise<void> {
    clearTimeout(timer);
    if (running !== null) await running;
    if (halted() || !behind()) return;
    if (whenIdle && busy()) {
      schedule(restMs());
      return;
    }
    running ??= attempt().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    changed() {
      if (halted() || !behind()) return;
      if (state.kind !== 'away' && running === null) {
        setState({ kind: 'waiting' });
        schedule(restMs());
      }
    },
    flush: () => flush(),
    wake() {
      if (state.kind !== 'away' && state.kind !== 'refused') return;
      setState({ kind: 'waiting' });
      pauseMs = pace.retryMs;
      void flush();
    },
    async keepMine() {
      if (state.kind !== 'apart') return;
      version = state.other.version;
      count = 0;
      setState({ kind: 'waiting' });
      await flush();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    state: () => state,
  };
}
