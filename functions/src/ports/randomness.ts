/** Randomness from the machine, replaced by a seeded source in tests. */
export type Randomness = {
  /** 22 characters of base64url, 128 bits. */
  readonly id: () => string;
  /** 43 characters of base64url, 256 bits: sessions and one-time links. */
  readonly token: () => string;
  /** An integer in [0, below). */
  readonly integer: (below: number) => number;
};
