import type { SheetSummary } from '@contract/judging.ts';

export const SHEET_FILTERS = ['all', 'todo', 'done'] as const;
export type SheetFilter = (typeof SHEET_FILTERS)[number];

const isDone = (sheet: SheetSummary) => sheet.state === 'submitted';

export function countDone(sheets: readonly SheetSummary[]): number {
  return sheets.filter(isDone).length;
}

export function showSheets(sheets: readonly SheetSummary[], filter: SheetFilter): SheetSummary[] {
  return sheets.filter((sheet) => filter === 'all' || isDone(sheet) === (filter === 'done'));
}

/**
 * The sheet to go on with, in the judge's own order: the next unfinished one after `afterId`,
 * then from the beginning; null when all are handed in. Without `afterId` a begun sheet comes
 * before untouched ones.
 */
export function nextUnfinished(
  sheets: readonly SheetSummary[],
  afterId?: string,
): SheetSummary | null {
  const at = sheets.findIndex((sheet) => sheet.id === afterId);
  const inTurn = [...sheets.slice(at + 1), ...sheets.slice(0, at + 1)].filter(
    (sheet) => !isDone(sheet) && sheet.id !== afterId,
  );
  const begun = at === -1 ? inTurn.find((sheet) => sheet.state === 'started') : undefined;
  return begun ?? inTurn[0] ?? null;
}

/** The sheets before and after one in the judge's own order. */
export function neighbours(
  sheets: readonly SheetSummary[],
  sheetId: string,
): { before: SheetSummary | null; after: SheetSummary | null } {
  const at = sheets.findIndex((sheet) => sheet.id === sheetId);
  return { before: sheets[at - 1] ?? null, after: at === -1 ? null : (sheets[at + 1] ?? null) };
}
