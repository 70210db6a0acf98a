import type { SheetSummary } from '@contract/judging.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import { findRunningEdition, listCriteria } from '@server/store/queries/editions.ts';
import { listSheetsOfJudge } from '@server/store/queries/sheets.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';

/** The judge's sheets in the judge's own order; a total only where every criterion has points. */
export async function listSheets(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
): Promise<{ judgingOpen: boolean; sheets: SheetSummary[] }> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'judge');
  const edition = await findRunningEdition(db);
  if (edition === null) return { judgingOpen: false, sheets: [] };
  const criteria = await listCriteria(db, edition.id);
  const sheets = await listSheetsOfJudge(db, edition.round.id, accountId);
  return {
    judgingOpen: judgingOpen(edition.round),
    sheets: sheets.map(({ id, blindCode, title, pageCount, state, points }) => ({
      id,
      blindCode,
      title,
      pageCount,
      state,
      total:
        points.length === criteria.length ? points.reduce((sum, given) => sum + given, 0) : null,
    })),
  };
}
