import type { Id } from '../kernel/ids.ts';

/** A place as it was published. */
export type Ranked = {
  readonly entryId: Id;
  readonly rank: number;
  /** The score that decided, points. */
  readonly mean: number;
  readonly sheetCount: number;
};

/** No child's low place is shown in public: the gallery names the first three ranks only. */
const LAST_PUBLIC_RANK = 3;

export function publicRank(rank: number | null): number | null {
  return rank !== null && rank <= LAST_PUBLIC_RANK ? rank : null;
}
