import { useEffect, useState } from 'react';
import type { ArtPack } from '@domain/story/art/pack.ts';
import type { VectorArt } from '@domain/story/art/vector-art.ts';
import { loadArtPack } from '@platform/art-pack.ts';
import { gatherGroup } from '@platform/story-assets.ts';

export type Coming<T> =
  | { readonly state: 'coming' | 'failed' }
  | { readonly state: 'here'; readonly value: T };

function useComing<T>(load: () => Promise<T>, key: string): readonly [Coming<T>, () => void] {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; coming: Coming<T> } | null>(null);
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setAnswer({ key, coming: { state: 'here', value } }),
      () => current && setAnswer({ key, coming: { state: 'failed' } }),
    );
    return () => {
      current = false;
    };
    // `load` is told apart by its key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, tries]);
  const again = () => {
    setAnswer(null);
    setTries(tries + 1);
  };
  return [answer?.key === key ? answer.coming : { state: 'coming' }, again];
}

/** Names and facts of the drawn pack, and a way to ask again. */
export function useArtPack(): readonly [Coming<ArtPack>, () => void] {
  return useComing(loadArtPack, 'pack');
}

/** The drawings of these groups, by id. */
export function useArtGroups(
  groups: readonly string[],
): readonly [Coming<ReadonlyMap<string, VectorArt>>, () => void] {
  const load = async () => {
    const drawings = await Promise.all(groups.map(gatherGroup));
    return new Map(drawings.flat().map((drawing) => [drawing.id, drawing]));
  };
  return useComing(load, groups.join(' '));
}
