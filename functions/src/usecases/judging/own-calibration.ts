import { referenceIsReady } from '@domain/judging/calibration.ts';
import { conflictsOf, tiesOfTeachers } from '@domain/judging/assignment/ties.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Db } from '@server/store/database.ts';
import { listEntriesToJudge } from '@server/store/queries/assignment.ts';
import { listCriteria } from '@server/store/queries/editions.ts';
import {
  type CalibrationSheet,
  listCalibrationSheets,
  listReferences,
  type Reference,
} from '@server/store/queries/references.ts';
import { listJudgesAndTeachers, listTies } from '@server/store/queries/ties.ts';

export type OwnCalibration = {
  /** Reference entries this judge may see, in their order. */
  readonly references: readonly Reference[];
  readonly done: ReadonlyMap<Id, CalibrationSheet>;
  /** Every one of them is scored, and the organiser has prepared some. */
  readonly finished: boolean;
};

/**
 * What a judge has to score, and has scored, before the real sheets. An entry that the judge must not
 * see is left out here as everywhere; one that lacks points for a criterion waits for the organiser.
 */
export async function ownCalibration(
  db: Db,
  {
    editionId,
    roundId,
    judgeId,
  }: { readonly editionId: Id; readonly roundId: Id; readonly judgeId: Id },
): Promise<OwnCalibration> {
  const criteria = await listCriteria(db, editionId);
  const all = await listReferences(db, roundId);
  const ready = all.filter(({ lines }) => referenceIsReady(criteria, lines));
  const done = await listCalibrationSheets(db, roundId, judgeId);
  if (ready.length > 0 && ready.every(({ id }) => done.has(id))) {
    return { references: ready, done, finished: true };
  }
  const barred = await barredFrom(db, editionId, judgeId, ready);
  const references = ready.filter(({ entryId }) => !barred.has(entryId));
  return {
    references,
    done,
    finished: ready.length > 0 && references.every(({ id }) => done.has(id)),
  };
}

async function barredFrom(
  db: Db,
  editionId: Id,
  judgeId: Id,
  references: readonly Reference[],
): Promise<Set<Id>> {
  const among = references.map(({ entryId }) => entryId);
  const entries = await listEntriesToJudge(db, editionId, among);
  const adults = await listJudgesAndTeachers(db);
  const judges = adults.filter(({ id }) => id === judgeId);
  const teachers = adults.filter(({ role }) => role === 'teacher');
  const ties = [...(await listTies(db)), ...tiesOfTeachers(judges, teachers)];
  const seats = conflictsOf(ties, entries).filter((seat) => seat.judgeId === judgeId);
  return new Set(seats.map(({ entryId }) => entryId));
}
