import type { Deps } from '@server/usecases/deps.ts';
import { anyOrganiser } from '@server/store/queries/accounts.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';

/** What a database holds, so that a demonstration and a contest are never poured into each other. */
export async function kindOfContest({ db }: Pick<Deps, 'db'>): Promise<'empty' | 'demo' | 'real'> {
  const edition = await findRunningEdition(db);
  if (edition !== null) return edition.isDemo ? 'demo' : 'real';
  return (await anyOrganiser(db)) ? 'real' : 'empty';
}
