/** Content-addressed files. Putting the same hash twice is harmless. */
export type Files = {
  /** Durable when the promise resolves. Refuses `blob.hash-differs` when bytes and name disagree. */
  readonly put: (hash: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, or null when there is no such file. */
  readonly get: (hash: string) => Promise<Uint8Array | null>;
  readonly has: (hash: string) => Promise<boolean>;
  /** There is no such file any more; also where there never was. */
  readonly remove: (hash: string) => Promise<void>;
};

/** Derived files (rendered pages): a cache that may be emptied at any time. */
export type RenderCache = {
  readonly get: (key: string) => Promise<Uint8Array | null>;
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
};
