import type { BlobHash } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { decodePicture } from '@domain/story/picture-codec.ts';
import type { Picture } from '@domain/story/picture.ts';
import type { RenderCache } from '@server/ports/files.ts';
import type { Deps } from '@server/usecases/deps.ts';

const PAGE_WIDTH_PX = 1280;
/** Counted up when the same picture comes to look otherwise. */
const LOOK = 2;

/** Pages being rendered now, per cache: whoever asks for the same page meanwhile waits for it. */
const underWay = new WeakMap<RenderCache, Map<string, Promise<Uint8Array>>>();

/** The picture of a submitted entry. Its file is a bug when it is missing: it was acknowledged. */
export async function readPicture(
  { files }: Pick<Deps, 'files'>,
  pictureHash: BlobHash,
): Promise<Picture> {
  const bytes = await files.get(pictureHash);
  if (bytes === null) throw new Error(`picture ${pictureHash} is not in the store of files`);
  return decodePicture(bytes);
}

/**
 * A page (counted from 1) as a WebP image 1280 px wide: rendered when first asked for, then kept.
 * Refuses not-found beyond the last page.
 */
export async function entryPage(
  deps: Pick<Deps, 'files' | 'renderCache' | 'renderPage'>,
  picture: { readonly pictureHash: BlobHash; readonly pageCount: number },
  page: number,
): Promise<Uint8Array> {
  if (page < 1 || page > picture.pageCount) throw refuse('not-found');
  const key = `${picture.pictureHash}-${page}-${PAGE_WIDTH_PX}-look${LOOK}.webp`;
  const kept = await deps.renderCache.get(key);
  if (kept !== null) return kept;

  const running = underWay.get(deps.renderCache) ?? new Map<string, Promise<Uint8Array>>();
  underWay.set(deps.renderCache, running);
  const begun = running.get(key);
  if (begun !== undefined) return begun;
  const rendering = render(deps, picture.pictureHash, page, key).finally(() => running.delete(key));
  running.set(key, rendering);
  return rendering;
}

async function render(
  deps: Pick<Deps, 'files' | 'renderCache' | 'renderPage'>,
  pictureHash: BlobHash,
  page: number,
  key: string,
): Promise<Uint8Array> {
  const shown = (await readPicture(deps, pictureHash)).pages[page - 1];
  if (shown === undefined) throw refuse('not-found');
  const bytes = await deps.renderPage(shown, PAGE_WIDTH_PX);
  await deps.renderCache.put(key, bytes);
  return bytes;
}
