import type { SheetView } from '@contract/judging.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { type CriterionView, type Points, sheetProblems } from '@domain/judging/sheet.ts';
import type { Db } from '@server/store/database.ts';
import { listCriteria } from '@server/store/queries/editions.ts';
import { findSheet, type Sheet, type SheetContent } from '@server/store/queries/sheets.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { readPicture } from '@server/usecases/pages/entry-page.ts';
import { ownCalibration } from './own-calibration.ts';

/**
 * The sheet, once its judge has been allowed to it. Refuses not-found, permission.denied, and
 * judging.calibration-first while the judge has reference entries to score before.
 */
export async function ownSheet(db: Db, caller: Caller, sheetId: Id): Promise<Sheet> {
  const sheet = await findSheet(db, sheetId);
  if (sheet === null) throw refuse('not-found');
  caller.allow({ judgeId: sheet.judgeId });
  if (sheet.calibrationRequired && !(await ownCalibration(db, sheet)).finished) {
    throw refuse('judging.calibration-first');
  }
  return sheet;
}

/** What a judge sees: named field by field, so that nothing of the authors ever slips in. */
export async function sheetView(
  deps: Pick<Deps, 'db' | 'files'>,
  sheet: Sheet,
): Promise<SheetView> {
  const criteria = await listCriteria(deps.db, sheet.editionId);
  const picture = await readPicture(deps, sheet.pictureHash);
  return {
    id: sheet.id,
    blindCode: sheet.blindCode,
    title: sheet.title,
    captions: picture.pages.map((page) => page.caption),
    altTexts: picture.pages.map((page) => page.alt),
    criteria,
    points: sheet.points,
    note: sheet.note,
    comment: sheet.comment,
    flag: sheet.flag,
    version: sheet.version,
    state: sheet.state,
    submittedAt: sheet.submittedAt,
  };
}

/** Refuses judging.points-out-of-range for points beyond the rubric or for no criterion of it. */
export function requireInRange(criteria: readonly CriterionView[], points: Points): void {
  const { outOfRange } = sheetProblems(criteria, points);
  if (outOfRange.length > 0) throw refuse('judging.points-out-of-range');
}

export function saysTheSame(sheet: SheetContent, content: SheetContent): boolean {
  const given = Object.entries(content.points);
  return (
    sheet.note === content.note &&
    sheet.comment.words === content.comment.words &&
    sheet.comment.phrases.join() === content.comment.phrases.join() &&
    sameFlag(sheet.flag, content.flag) &&
    given.length === Object.keys(sheet.points).length &&
    given.every(([criterionId, points]) => sheet.points[criterionId] === points)
  );
}

export function sameFlag(a: SheetContent['flag'], b: SheetContent['flag']): boolean {
  return a?.note === b?.note && a?.reasons.join() === b?.reasons.join();
}
