import type { SheetList } from '@contract/judging.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import { totalPoints } from '@domain/judging/sheet.ts';
import { findRunningEdition, listCriteria } from '@server/store/queries/editions.ts';
import { listSheetsOfJudge } from '@server/store/queries/sheets.ts';
import { actingAs, type Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { ownCalibration } from './own-calibration.ts';

/**
 * The judge's sheets in the judge's own order; a total only where every criterion has points. None
 * are opened while reference entries are to be scored first: `waiting` says how many there are.
 */
export async function listSheets({ db }: Pick<Deps, 'db'>, caller: Caller): Promise<SheetList> {
  caller.allow({});
  const { accountId } = actingAs(caller, 'judge');
  const edition = await findRunningEdition(db);
  if (edition === null) return { judgingOpen: false, waiting: 0, criteria: [], sheets: [] };
  const criteria = await listCriteria(db, edition.id);
  const sheets = await listSheetsOfJudge(db, edition.round.id, accountId);
  const ids = { editionId: edition.id, roundId: edition.round.id, judgeId: accountId };
  const { required } = edition.settings.calibration;
  if (required && !(await ownCalibration(db, ids)).finished) {
    return {
      judgingOpen: judgingOpen(edition.round),
      waiting: sheets.length,
      criteria,
      sheets: [],
    };
  }
  return {
    judgingOpen: judgingOpen(edition.round),
    waiting: 0,
    criteria,
    sheets: sheets.map(({ id, blindCode, title, pageCount, state, points }) => ({
      id,
      blindCode,
      title,
      pageCount,
      state,
      points,
      total: criteria.every((criterion) => points[criterion.id] !== undefined)
        ? totalPoints(points)
        : null,
    })),
  };
}
