import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { toldView } from '@domain/story/told.ts';
import { toldWith } from '@domain/story/telling.ts';
import type { TellingKeeper } from '@platform/drafts/telling-keeper.ts';

/** The draft's telling as it would be played, its sound from this device or the server. */
export function useDraftTold(keeper: TellingKeeper, order: readonly number[]) {
  const telling = useStore(keeper.state, (state) => state.telling);
  const told = useMemo(() => toldWith(telling, order), [telling, order]);
  const [sounds, setSounds] = useState<ReadonlyMap<string, string>>(new Map());

  useEffect(() => {
    let left = false;
    const made: string[] = [];
    const load = async () => {
      const loaded = new Map<string, string>();
      for (const { hash, mediaType } of told.recordings) {
        const bytes = await keeper.readRecording(hash).catch(() => null);
        if (left) return;
        if (bytes === null) continue;
        const url = URL.createObjectURL(
          new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }),
        );
        made.push(url);
        loaded.set(hash, url);
      }
      setSounds(loaded);
    };
    void load();
    return () => {
      left = true;
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [told.recordings, keeper]);

  const srcOf = useCallback(
    (recording: number) => sounds.get(told.recordings[recording]?.hash ?? '') ?? '',
    [sounds, told.recordings],
  );
  const view = useMemo(() => toldView(told), [told]);
  return { told: view, srcOf, ready: told.recordings.every(({ hash }) => sounds.has(hash)) };
}
