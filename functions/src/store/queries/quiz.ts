import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { Judgement } from '@domain/quiz/attempt.ts';
import type { PaperKey } from '@domain/quiz/round.ts';
import type { Db, Trx } from '../database.ts';
import type { Database } from '../schema.ts';
import { groupedBy } from './grouped.ts';

export type Paper = PaperKey & {
  readonly seed: number;
  readonly itemIds: readonly string[];
  readonly paperHash: string;
};

export async function findPaper(
  db: Db,
  { editionId, divisionId }: PaperKey,
): Promise<Paper | null> {
  const row = await db
    .selectFrom('quiz_paper')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('division_id', '=', divisionId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const itemIds = JSON.parse(row.item_ids) as string[];
  return { editionId, divisionId, seed: row.seed, itemIds, paperHash: row.paper_hash };
}

export async function insertPaper(trx: Trx, paper: Paper, drawnAt: EpochMs): Promise<void> {
  await trx
    .insertInto('quiz_paper')
    .values({
      edition_id: paper.editionId,
      division_id: paper.divisionId,
      seed: paper.seed,
      item_ids: JSON.stringify(paper.itemIds),
      paper_hash: paper.paperHash,
      drawn_at: drawnAt,
    })
    .execute();
}

export type Attempt = {
  readonly id: Id;
  readonly editionId: Id;
  readonly divisionId: string;
  readonly pupilId: Id;
  /** Draws the order of options. */
  readonly seed: number;
  readonly startedAt: EpochMs;
  readonly endsAt: EpochMs;
  /** The question that is asked now. */
  readonly nextSeq: number;
  readonly askedAt: EpochMs;
  readonly closedAt: EpochMs | null;
  /** Last link of the chain of answers. */
  readonly link: string;
};

function attemptOf(row: Database['quiz_attempt'] | undefined): Attempt | null {
  if (row === undefined) return null;
  return {
    id: row.id,
    editionId: row.edition_id,
    divisionId: row.division_id,
    pupilId: row.pupil_id,
    seed: row.seed,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    nextSeq: row.next_seq,
    askedAt: row.asked_at,
    closedAt: row.closed_at,
    link: row.link,
  };
}

export async function findAttempt(db: Db, attemptId: Id): Promise<Attempt | null> {
  return attemptOf(
    await db.selectFrom('quiz_attempt').selectAll().where('id', '=', attemptId).executeTakeFirst(),
  );
}

export async function findAttemptOf(db: Db, editionId: Id, pupilId: Id): Promise<Attempt | null> {
  return attemptOf(
    await db
      .selectFrom('quiz_attempt')
      .selectAll()
      .where('edition_id', '=', editionId)
      .where('pupil_id', '=', pupilId)
      .executeTakeFirst(),
  );
}

export async function anyAttempt(db: Db, editionId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('quiz_attempt')
    .select('id')
    .where('edition_id', '=', editionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAttempt(trx: Trx, attempt: Attempt): Promise<void> {
  await trx
    .insertInto('quiz_attempt')
    .values({
      id: attempt.id,
      edition_id: attempt.editionId,
      division_id: attempt.divisionId,
      pupil_id: attempt.pupilId,
      seed: attempt.seed,
      started_at: attempt.startedAt,
      ends_at: attempt.endsAt,
      next_seq: attempt.nextSeq,
      asked_at: attempt.askedAt,
      closed_at: attempt.closedAt,
      link: attempt.link,
    })
    .execute();
}

/** Keeps an answer and moves the attempt on, in the transaction that judged it. */
export async function appendAnswer(
  trx: Trx,
  attempt: Attempt,
  judgement: Judgement,
  moved: Pick<Attempt, 'nextSeq' | 'askedAt' | 'closedAt' | 'link'>,
): Promise<void> {
  await trx
    .insertInto('quiz_answer')
    .values({
      attempt_id: attempt.id,
      seq: judgement.seq,
      judgement: JSON.stringify(judgement),
      link: moved.link,
    })
    .execute();
  await trx
    .updateTable('quiz_attempt')
    .set({
      next_seq: moved.nextSeq,
      asked_at: moved.askedAt,
      closed_at: moved.closedAt,
      link: moved.link,
    })
    .where('id', '=', attempt.id)
    .execute();
}

export async function listAnswers(db: Db, attemptId: Id): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('quiz_answer')
    .select('judgement')
    .where('attempt_id', '=', attemptId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => Judgement.parse(JSON.parse(row.judgement)));
}

export type Contestant = {
  readonly attempt: Attempt;
  readonly fullName: string;
  readonly className: string;
  readonly schoolName: string;
  readonly answers: readonly Judgement[];
};

/** Every attempt of an edition with its answers, in no particular order. */
export async function listContestants(db: Db, editionId: Id): Promise<Contestant[]> {
  const attempts = await db
    .selectFrom('quiz_attempt')
    .innerJoin('pupil', 'pupil.id', 'quiz_attempt.pupil_id')
    .innerJoin('school_class', 'school_class.id', 'pupil.class_id')
    .innerJoin('unit', 'unit.id', 'school_class.school_id')
    .selectAll('quiz_attempt')
    .select([
      'pupil.full_name as fullName',
      'school_class.name as className',
      'unit.name as schoolName',
    ])
    .where('quiz_attempt.edition_id', '=', editionId)
    .execute();
  const answers = await db
    .selectFrom('quiz_answer')
    .innerJoin('quiz_attempt', 'quiz_attempt.id', 'quiz_answer.attempt_id')
    .select(['quiz_answer.attempt_id as attemptId', 'quiz_answer.judgement as judgement'])
    .where('quiz_attempt.edition_id', '=', editionId)
    .orderBy('quiz_answer.attempt_id')
    .orderBy('quiz_answer.seq')
    .execute();
  const byAttempt = groupedBy(answers, ({ attemptId }) => attemptId);
  return attempts.map(({ fullName, className, schoolName, ...row }) => ({
    attempt: attemptOf(row)!,
    fullName,
    className,
    schoolName,
    answers: (byAttempt.get(row.id) ?? []).map(({ judgement }) =>
      Judgement.parse(JSON.parse(judgement)),
    ),
  }));
}

export async function findBirthDate(db: Db, pupilId: Id): Promise<string | null> {
  const row = await db
    .selectFrom('pupil')
    .select('birth_date')
    .where('id', '=', pupilId)
    .executeTakeFirst();
  return row?.birth_date ?? null;
}
