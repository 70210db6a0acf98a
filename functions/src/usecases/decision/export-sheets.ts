import { scoresText } from '@domain/judging/archive/archive-tables.ts';
import type { SheetRow, SheetTable } from '@server/ports/papers.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from '@server/usecases/organiser/running-edition.ts';
import { groupedBy } from '@server/store/queries/grouped.ts';
import { gatherRound, type RoundResult } from './round-result.ts';

async function roundFor({ db }: Pick<Deps, 'db'>, caller: Caller): Promise<RoundResult> {
  caller.allow({});
  return gatherRound(db, await runningEdition(db));
}

/** Every submitted sheet in a line, by receipt and judge. */
function sheetTable({ lines, judges, criteria, entries }: RoundResult): SheetTable {
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const judgeOf = new Map(judges.map((judge) => [judge.id, judge]));
  const rows = [...groupedBy(lines, ({ sheetId }) => sheetId).values()].map((sheet): SheetRow => {
    const { entryId, judgeId } = sheet[0]!;
    const { authors, ...entry } = entryOf.get(entryId)!;
    const judge = judgeOf.get(judgeId)!;
    const given = new Map(sheet.map(({ criterionId, points }) => [criterionId, points]));
    return {
      receiptNumber: entry.receiptNumber,
      blindCode: entry.blindCode,
      title: entry.title,
      authors: authors.map(({ fullName }) => fullName).join(', '),
      className: [...new Set(authors.map(({ className }) => className))].join(', '),
      schoolName: [...new Set(authors.map(({ schoolName }) => schoolName))].join(', '),
      judgeCode: judge.code,
      judgeName: judge.name,
      points: criteria.map(({ id }) => given.get(id) ?? null),
      total: sheet.reduce((sum, { points }) => sum + points, 0),
    };
  });
  const keyOf = ({ receiptNumber, judgeCode }: SheetRow) => `${receiptNumber} ${judgeCode}`;
  return {
    criteria: criteria.map(({ name, maxPoints }) => ({ name, max: maxPoints })),
    rows: rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

export async function exportSheets(
  deps: Pick<Deps, 'db' | 'papers'>,
  caller: Caller,
  format: 'workbook' | 'csv',
): Promise<Uint8Array> {
  return deps.papers[format](sheetTable(await roundFor(deps, caller)));
}

/** RATINGS.csv for `judging fit`: codes only, no identity. */
export async function exportRatings(deps: Pick<Deps, 'db'>, caller: Caller): Promise<Uint8Array> {
  const { task } = await roundFor(deps, caller);
  return new TextEncoder().encode(scoresText(task));
}
