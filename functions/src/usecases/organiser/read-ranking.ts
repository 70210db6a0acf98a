import type { RankingDivision, RankingRow } from '@contract/decision.ts';
import { consented, type Purpose } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { judgingOpen } from '@domain/contest/round.ts';
import type { ResultRow } from '@domain/judging/results/decide-result.ts';
import { listSeats } from '@server/store/queries/sheets.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { finalViews, openBands, peopleOf } from '@server/usecases/decision/decision-view.ts';
import { type DivisionOutlook, outlookOf } from '@server/usecases/decision/round-bands.ts';
import { gatherRound, type RoundEntry } from '@server/usecases/decision/round-result.ts';
import { runningEdition } from './running-edition.ts';
import { seatsByEntry } from './seats.ts';

type Ranking = { provisional: boolean; maxTotal: number; divisions: RankingDivision[] };

/** Submitted entries by division and rank, those that nobody has judged yet last and unranked. */
export async function readRanking(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<Ranking> {
  caller.allow({});
  const edition = await runningEdition(db);
  const round = await gatherRound(db, edition);
  const seated = seatsByEntry(await listSeats(db, edition.round.id));
  const { result, outlooks } = outlookOf(round, edition);
  const today = vietnamDay(clock.now());
  const criterionName = new Map(
    round.criteria.map(({ code, name }) => [`criterion:${code}`, `criterion:${name}`]),
  );

  const agreed = ({ authors }: RoundEntry, purpose: Purpose) =>
    authors.every(({ consents, birthDate }) => consented(consents, purpose, birthDate, today));

  const rowOf = (
    entry: RoundEntry,
    row: ResultRow | null,
    outlook: DivisionOutlook | undefined,
  ): RankingRow => {
    const chances = outlook?.chances.get(entry.blindCode);
    return {
      ...peopleOf(entry),
      receiptNumber: entry.receiptNumber,
      sheetCount: row?.sheets ?? 0,
      sheetsExpected: Math.max(edition.judgesPerEntry, seated.get(entry.id)?.length ?? 0),
      galleryAllowed: agreed(entry, 'gallery'),
      printAllowed: agreed(entry, 'print'),
      rank: row?.rank ?? null,
      raw: row?.raw ?? null,
      adjusted: row?.adjusted ?? null,
      low: row?.low ?? null,
      high: row?.high ?? null,
      brokenBy: row?.brokenBy ? (criterionName.get(row.brokenBy) ?? row.brokenBy) : null,
      chances: [...(chances?.prizes ?? [])],
      anyPrize: chances?.above.at(-1) ?? 0,
      inBand: outlook?.bands.some(({ entries }) => entries.includes(entry.blindCode)) ?? false,
      ability: row?.final?.ability ?? null,
      proposed: row?.proposed ?? null,
      prize: row?.prize ?? null,
      reason: row?.reason ?? null,
    };
  };

  return {
    provisional: judgingOpen(edition.round),
    maxTotal: round.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    divisions: result.divisions.map((division, index) => {
      const outlook = outlooks.get(division.id);
      const unjudged = new Set(division.unjudged);
      return {
        id: division.id,
        name: division.name,
        decides: division.decides,
        reason: division.reason,
        prizes: [...round.task.rules.divisions[index]!.prizes],
        finals: finalViews(division, round),
        bandCount: openBands(division.id, outlook, round.finals),
        rows: [
          ...division.rows.map((row) => rowOf(round.byCode.get(row.entry)!, row, outlook)),
          ...round.entries
            .filter(({ blindCode }) => unjudged.has(blindCode))
            .map((entry) => rowOf(entry, null, undefined)),
        ],
      };
    }),
  };
}
