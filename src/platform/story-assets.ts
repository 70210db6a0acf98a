import type { VectorArt } from '@domain/story/art/vector-art.ts';
import type { ObjectAssets, PhotoImage } from '@domain/story/paint/objects/object.ts';
import type { Scene } from '@domain/story/scene.ts';
import { loadArtGroup, loadArtPack } from './art-pack.ts';
import { loadStoryFonts } from './story-fonts.ts';

const arts = new Map<string, VectorArt>();
const photos = new Map<string, PhotoImage>();
const listeners = new Set<() => void>();
let photoSource: ((hash: string) => Promise<PhotoImage | null>) | null = null;
let fontsReady = false;

/** What painters ask while they paint; holds what `gatherAssets` brought. */
export const storyAssets: ObjectAssets = {
  art: (asset) => arts.get(asset),
  photo: (hash) => photos.get(hash),
};

type Named = Pick<Scene, 'background' | 'objects'>;

function namedArt({ background, objects }: Named): readonly string[] {
  const stamps = objects.flatMap(({ item }) => (item.kind === 'stamp' ? item.asset : []));
  return background?.kind === 'asset' ? [background.asset, ...stamps] : stamps;
}

function namedPhotos({ background, objects }: Named): readonly string[] {
  const placed = objects.flatMap(({ item }) => (item.kind === 'photo' ? item.hash : []));
  return background?.kind === 'photo' ? [background.hash, ...placed] : placed;
}

/** Brings the drawings of one group of the pack; they can be painted once this resolves. */
export async function gatherGroup(group: string): Promise<readonly VectorArt[]> {
  const drawings = await loadArtGroup(group);
  for (const drawing of drawings) arts.set(drawing.id, drawing);
  return drawings;
}

async function gatherArt(ids: readonly string[]): Promise<void> {
  const { items } = await loadArtPack();
  const groups = new Set(items.flatMap(({ id, group }) => (ids.includes(id) ? group : [])));
  await Promise.all([...groups].map(gatherGroup));
}

async function gatherPhotos(hashes: readonly string[]): Promise<void> {
  await Promise.all(
    hashes.map(async (hash) => {
      const photo = await photoSource?.(hash);
      if (photo) photos.set(hash, photo);
    }),
  );
}

function missing(scene: Named): Promise<unknown>[] {
  const art = namedArt(scene).filter((id) => !arts.has(id));
  const hashes = namedPhotos(scene).filter((hash) => !photos.has(hash));
  const needed: Promise<unknown>[] = [];
  if (art.length > 0) needed.push(gatherArt(art));
  if (hashes.length > 0 && photoSource) needed.push(gatherPhotos(hashes));
  if (!fontsReady && scene.objects.some(({ item }) => item.kind === 'text')) {
    needed.push(loadStoryFonts().then(() => (fontsReady = true)));
  }
  return needed;
}

/**
 * Brings whatever these scenes name and is not here yet: drawings, photographs, typefaces. Resolves
 * when all have come or failed to; what failed is tried again the next time. Tells the listeners when
 * something came.
 */
export async function gatherAssets(scenes: readonly Named[]): Promise<void> {
  const needed = scenes.flatMap(missing);
  if (needed.length === 0) return;
  const outcomes = await Promise.allSettled(needed);
  if (outcomes.every(({ status }) => status === 'rejected')) return;
  for (const listener of listeners) listener();
}

/** Told after new assets came, so that what was painted without them can be painted anew. */
export function onAssets(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Says where photographs come from; null for one that this machine cannot get. */
export function providePhotos(source: (hash: string) => Promise<PhotoImage | null>): void {
  photoSource = source;
}
