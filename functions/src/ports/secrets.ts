/** Seals PINs and QR secrets with a key that is kept outside the database. */
export type CardSafe = {
  readonly seal: (plain: string) => string;
  /** Throws when the text was not sealed with this key: a bug or a wrong key, never a user's fault. */
  readonly open: (sealed: string) => string;
};

/** argon2id. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (hash: string, password: string) => Promise<boolean>;
};

/** The proof of an adult's identity from outside: an ID token checked, or null where it is wrong. */
export type IdTokens = {
  readonly verify: (idToken: string) => Promise<{ readonly email: string } | null>;
};
