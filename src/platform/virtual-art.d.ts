// Made by content/stamps/compiler/vite-plugin.ts.
declare module 'virtual:art/files' {
  /** Addresses by name: `pack`, and each group of the pack. */
  export const files: Readonly<Record<string, string>>;
}

declare module 'virtual:art/pack' {
  export const pack: import('@domain/story/art/pack.ts').ArtPack;
  export const art: readonly import('@domain/story/art/vector-art.ts').VectorArt[];
}
