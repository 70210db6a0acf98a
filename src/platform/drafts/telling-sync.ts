import { Refusal } from '@domain/kernel/refusal.ts';
import { encodeTelling } from '@domain/story/telling-manifest.ts';
import { mergeTellings, NO_TELLING } from '@domain/story/telling.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import type { LocalTelling, TellingStore } from './telling-store.ts';
import type { TellingTransport } from './telling-transport.ts';

/** What of the telling the server has. */
export type TellingServerState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'away' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Refusals that another try may well overcome. */
const PASSING: readonly string[] = [
  'blob.missing',
  'blob.hash-differs',
  'rate.address',
  'host.busy',
  'internal',
];
const LONGEST_RETRY_MS = 60_000;

export function isBehind({ telling, base }: LocalTelling): boolean {
  return JSON.stringify(telling) !== JSON.stringify(base);
}

/** Sends every recording that the server lacks; one after the other, for a line may be weak. */
export async function sendRecordings(
  { store, transport }: { store: TellingStore; transport: TellingTransport },
  { telling }: LocalTelling,
): Promise<void> {
  for (const { hash } of telling.recordings) {
    if (await store.isSent(hash)) continue;
    const bytes = await store.readRecording(hash);
    if (bytes === null) continue;
    await transport.sendRecording(bytes);
    await store.markSent(hash);
  }
}

/**
 * Brings a telling to the server, its sound first. Where another machine has saved one meanwhile,
 * both are merged and sent again. Answers what is on the server now.
 */
export async function sendTelling(
  places: { store: TellingStore; transport: TellingTransport },
  local: LocalTelling,
): Promise<LocalTelling> {
  const { transport } = places;
  await sendRecordings(places, local);
  const { entryId, telling, baseVersion } = local;
  const hash = await transport.sendManifest(encodeTelling(telling));
  const version = await transport.save(entryId, baseVersion, hash).catch(async (error: unknown) => {
    if (error instanceof Refusal && error.code === 'telling.conflict') return null;
    throw error;
  });
  if (version !== null) return { ...local, baseVersion: version, base: telling };
  const theirs = await transport.open(entryId);
  const said = theirs.telling ?? NO_TELLING;
  const merged = mergeTellings(local.base, telling, said);
  return sendTelling(places, {
    entryId,
    telling: merged,
    baseVersion: theirs.version,
    base: said,
  });
}

/**
 * Sends the telling in the background whenever it has changed, one attempt at a time; after a lost
 * connection it tries again, more and more seldom. `sent` is told what the server has now.
 */
export function createTellingSync({
  store,
  transport,
  local,
  sent,
  onState,
  retryMs = 2_000,
}: {
  store: TellingStore;
  transport: TellingTransport;
  local: () => LocalTelling;
  sent: (before: LocalTelling, after: LocalTelling) => Promise<void>;
  onState: (state: TellingServerState) => void;
  retryMs?: number;
}) {
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = retryMs;
  let stopped = false;
  let refused = false;

  const attempt = async () => {
    while (!stopped && isBehind(local())) {
      onState({ kind: 'saving' });
      const before = local();
      await sent(before, await sendTelling({ store, transport }, before));
      pauseMs = retryMs;
    }
    onState({ kind: 'saved' });
  };

  const failed = (error: unknown) => {
    const passing = error instanceof Refusal && PASSING.includes(error.code);
    if (error instanceof ConnectionLost || passing) {
      onState({ kind: 'away' });
      if (!stopped) timer = setTimeout(() => void flush(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_RETRY_MS);
    } else if (error instanceof Refusal) {
      refused = true;
      onState({ kind: 'refused', refusal: error });
    } else {
      throw error;
    }
  };

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (refused) return;
    running ??= attempt()
      .catch(failed)
      .finally(() => {
        running = null;
      });
    await running;
  }

  return {
    /** Fulfils when all is sent or the attempt failed. */
    flush,
    wake() {
      refused = false;
      pauseMs = retryMs;
      void flush();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
