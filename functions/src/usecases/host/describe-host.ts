import { editionView, type EditionView } from '@domain/contest/edition.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';

type Description = {
  readonly adultSignIn: 'password' | 'firebase';
  readonly edition: EditionView | null;
  readonly isDemo: boolean;
  readonly now: number;
};

/** What anybody may know before signing in. That it answers also says that the database does. */
export async function describeHost(
  deps: Pick<Deps, 'db' | 'clock' | 'passwords'>,
): Promise<Description> {
  const now = deps.clock.now();
  const edition = await findRunningEdition(deps.db);
  return {
    adultSignIn: deps.passwords === null ? 'firebase' : 'password',
    edition: edition && editionView(edition, now),
    isDemo: edition?.isDemo ?? false,
    now,
  };
}
