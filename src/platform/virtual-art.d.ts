// Made by content/stamps/compiler/vite-plugin.ts.
declare module 'virtual:art/files' {
  /** Addresses by name: `pack`, and each group of the pack. */
  export const files: Readonly<Record<string, string>>;
}

declare module 'virtual:art/pack' {
  import type { ArtPack } from '@domain/story/art/pack.ts';
  import type { VectorArt } from '@domain/story/art/vector-art.ts';

  export const pack: ArtPack;
  export const art: readonly VectorArt[];
}
