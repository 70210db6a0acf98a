import type { Decks } from '@domain/games/decks.ts';
import type { Item } from '@domain/quiz/item.ts';
import type { BindBook } from '@server/ports/book.ts';
import type { Clock } from '@server/ports/clock.ts';
import type { Files, RenderCache } from '@server/ports/files.ts';
import type { Papers } from '@server/ports/papers.ts';
import type { Randomness } from '@server/ports/randomness.ts';
import type { Renderer } from '@server/ports/renderer.ts';
import type { CardSafe, IdTokens, Passwords } from '@server/ports/secrets.ts';
import type { Db } from '@server/store/database.ts';

/** Everything use cases stand on. A use case names the few it needs: `Pick<Deps, 'db' | 'clock'>`. */
export type Deps = Renderer & {
  readonly db: Db;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly files: Files;
  readonly renderCache: RenderCache;
  readonly bindBook: BindBook;
  readonly papers: Papers;
  /** The question bank, keys included. */
  readonly bank: readonly Item[];
  /** What the games are played with. */
  readonly decks: Decks;
  readonly cardSafe: CardSafe;
  /** Null on Firebase, where adults sign in with an ID token. */
  readonly passwords: Passwords | null;
  /** Null on the embedded host. */
  readonly idTokens: IdTokens | null;
  /** Address that tablets reach, without a trailing slash: the root of QR and invite links. */
  readonly publicUrl: string;
};
