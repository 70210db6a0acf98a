import type { BandLine } from '@domain/judging/results/result-task.ts';
import type { RoundTimes } from '@domain/contest/round.ts';
import type { BlobHash, EpochMs, Id } from '@domain/kernel/ids.ts';
import type { Db, Trx } from '../database.ts';
import { insertRows } from './bulk.ts';
import { groupedBy } from './grouped.ts';
import { competes } from './standing.ts';

export type Side = 'left' | 'right';

export type FinalRow = {
  readonly id: Id;
  readonly divisionId: string;
  /** By score, when the final was planned. */
  readonly entryIds: readonly Id[];
  readonly lines: readonly BandLine[];
  readonly pairs: readonly {
    readonly leftId: Id;
    readonly rightId: Id;
    readonly judgeId: Id | null;
    readonly chosen: Side | null;
  }[];
};

/** Finals of a round with their pairs, in the order they were planned. */
export async function listFinals(db: Db, roundId: Id): Promise<FinalRow[]> {
  const finals = await db
    .selectFrom('final')
    .select(['id', 'division_id as divisionId', 'entries'])
    .where('round_id', '=', roundId)
    .orderBy('division_id')
    .orderBy('position')
    .execute();
  const pairs = await db
    .selectFrom('final_pair')
    .innerJoin('final', 'final.id', 'final_pair.final_id')
    .select([
      'final_pair.final_id as finalId',
      'final_pair.left_entry_id as leftId',
      'final_pair.right_entry_id as rightId',
      'final_pair.judge_id as judgeId',
      'final_pair.chosen as chosen',
    ])
    .where('final.round_id', '=', roundId)
    .orderBy('final_pair.final_id')
    .orderBy('final_pair.position')
    .execute();
  const byFinal = groupedBy(pairs, ({ finalId }) => finalId);
  return finals.map(({ id, divisionId, entries }) => ({
    id,
    divisionId,
    ...(JSON.parse(entries) as Pick<FinalRow, 'entryIds' | 'lines'>),
    pairs: byFinal.get(id) ?? [],
  }));
}

export type NewFinal = {
  readonly id: Id;
  readonly divisionId: string;
  readonly position: number;
  readonly seed: number;
  readonly entryIds: readonly Id[];
  readonly lines: readonly BandLine[];
  readonly pairs: readonly {
    readonly id: Id;
    readonly leftId: Id;
    readonly rightId: Id;
    readonly judgeId: Id | null;
  }[];
};

export async function insertFinal(
  trx: Trx,
  roundId: Id,
  final: NewFinal,
  begun: { readonly at: EpochMs; readonly by: Id },
): Promise<void> {
  await trx
    .insertInto('final')
    .values({
      id: final.id,
      round_id: roundId,
      division_id: final.divisionId,
      position: final.position,
      seed: final.seed,
      entries: JSON.stringify({ entryIds: final.entryIds, lines: final.lines }),
      begun_at: begun.at,
      begun_by: begun.by,
    })
    .execute();
  await insertRows(
    trx,
    'final_pair',
    final.pairs.map((pair, index) => ({
      id: pair.id,
      final_id: final.id,
      left_entry_id: pair.leftId,
      right_entry_id: pair.rightId,
      judge_id: pair.judgeId,
      position: index + 1,
      chosen: null,
      chosen_at: null,
    })),
  );
}

export type PairOfJudge = { readonly id: Id; readonly chosen: Side | null };

/** The pairs of a judge in a round, in the order of the plan; only of entries that stand. */
export async function listPairsOfJudge(db: Db, roundId: Id, judgeId: Id): Promise<PairOfJudge[]> {
  const rows = await db
    .selectFrom('final_pair')
    .innerJoin('final', 'final.id', 'final_pair.final_id')
    .select(['final_pair.id as id', 'final_pair.chosen as chosen'])
    .where('final.round_id', '=', roundId)
    .where('final_pair.judge_id', '=', judgeId)
    .where(({ and, exists, selectFrom }) =>
      and(
        (['left_entry_id', 'right_entry_id'] as const).map((side) =>
          exists(
            selectFrom('entry')
              .select('entry.id')
              .whereRef('entry.id', '=', `final_pair.${side}`)
              .where(competes),
          ),
        ),
      ),
    )
    .orderBy('final.position')
    .orderBy('final_pair.position')
    .execute();
  return rows;
}

export type PairEntry = {
  readonly blindCode: string;
  readonly title: string;
  readonly pageCount: number;
  readonly pictureHash: BlobHash;
};

export type Pair = {
  readonly id: Id;
  readonly judgeId: Id | null;
  readonly roundId: Id;
  readonly chosen: Side | null;
  readonly round: RoundTimes;
  readonly left: PairEntry;
  readonly right: PairEntry;
};

/** A pair with what a judge may know of its entries; null where one of them no longer stands. */
export async function findPair(db: Db, pairId: Id): Promise<Pair | null> {
  const row = await db
    .selectFrom('final_pair')
    .innerJoin('final', 'final.id', 'final_pair.final_id')
    .innerJoin('round', 'round.id', 'final.round_id')
    .select([
      'final_pair.id as id',
      'final_pair.judge_id as judgeId',
      'final_pair.chosen as chosen',
      'final_pair.left_entry_id as leftId',
      'final_pair.right_entry_id as rightId',
      'round.id as roundId',
      'round.opens_at as opensAt',
      'round.closes_at as closesAt',
      'round.submission_closed_at as submissionClosedAt',
      'round.judging_closed_at as judgingClosedAt',
      'round.published_at as publishedAt',
    ])
    .where('final_pair.id', '=', pairId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const entries = await db
    .selectFrom('entry')
    .select([
      'id',
      'blind_code as blindCode',
      'title',
      'page_count as pageCount',
      'picture_hash as pictureHash',
    ])
    .where('id', 'in', [row.leftId, row.rightId])
    .where(competes)
    .$narrowType<{ blindCode: string; pictureHash: string }>()
    .execute();
  const left = entries.find(({ id }) => id === row.leftId);
  const right = entries.find(({ id }) => id === row.rightId);
  if (left === undefined || right === undefined) return null;
  const { opensAt, closesAt, submissionClosedAt, judgingClosedAt, publishedAt } = row;
  return {
    id: row.id,
    judgeId: row.judgeId,
    roundId: row.roundId,
    chosen: row.chosen,
    round: { opensAt, closesAt, submissionClosedAt, judgingClosedAt, publishedAt },
    left,
    right,
  };
}

export async function writeChoice(trx: Trx, pairId: Id, chosen: Side, at: EpochMs): Promise<void> {
  await trx
    .updateTable('final_pair')
    .set({ chosen, chosen_at: at })
    .where('id', '=', pairId)
    .execute();
}
