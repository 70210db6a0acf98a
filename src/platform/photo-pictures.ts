import type { PhotoImage } from '@domain/story/paint/objects/object.ts';
import { providePhotos } from './story-assets.ts';

/** After this, one that could not be had is asked for again. */
const PAUSE_MS = 10_000;

/** Lets pages show the photographs that can be read there; each is read and decoded once. */
export function showPhotosOf({
  read,
}: {
  readonly read: (hash: string) => Promise<Uint8Array | null>;
}): void {
  const underWay = new Map<string, Promise<PhotoImage | null>>();
  const decode = async (hash: string): Promise<PhotoImage | null> => {
    const bytes = await read(hash);
    return bytes && createImageBitmap(new Blob([bytes as BlobPart]));
  };
  const begin = (hash: string) => {
    const asked = decode(hash);
    underWay.set(hash, asked);
    const forget = () => underWay.delete(hash);
    void asked.then(
      (picture) => (picture === null ? setTimeout(forget, PAUSE_MS) : forget()),
      () => setTimeout(forget, PAUSE_MS),
    );
    return asked;
  };
  providePhotos((hash) => underWay.get(hash) ?? begin(hash));
}
