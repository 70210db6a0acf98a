import type { PupilRow } from '@contract/classroom.ts';
import { consented, needsChildAssent, standingLines } from '@domain/classroom/consent.ts';
import { vietnamDay } from '@domain/contest/day.ts';
import { receiptOf } from '@domain/entry/entry.ts';
import type { EpochMs, Id, IsoDay } from '@domain/kernel/ids.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { byGivenName } from '@domain/people/names.ts';
import { type Failures, waitBeforeTryMs } from '@domain/people/throttle.ts';
import { listFailures, listRoll, type RollPupil } from '@server/store/queries/pupils.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { cardSubject } from '@server/usecases/session/throttle-tries.ts';

type Moment = { readonly now: EpochMs; readonly today: IsoDay };

function pupilRow(pupil: RollPupil, failures: Failures | undefined, at: Moment): PupilRow {
  const { id, fullName, birthDate, cardNumber, work, consents } = pupil;
  const waitMs = failures === undefined ? 0 : waitBeforeTryMs(failures, at.now);
  return {
    id,
    fullName,
    birthDate,
    cardNumber,
    work: work?.state ?? 'none',
    title: work?.title ?? null,
    entryId: work?.entryId ?? null,
    receipt: work === null ? null : receiptOf(work),
    cardLockedUntil: waitMs > 0 ? at.now + waitMs : null,
    needsChildAssent: needsChildAssent(birthDate, at.today),
    consents: standingLines(consents).map(({ purpose, party, granted, recordedAt }) => ({
      purpose,
      party,
      granted,
      recordedAt,
    })),
    galleryAllowed: consented(consents, 'gallery', birthDate, at.today),
  };
}

/** The pupils of a class, or one of them, in class-list order. */
export async function pupilRows(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  classId: Id,
  pupilId?: Id,
): Promise<PupilRow[]> {
  const roll = await listRoll(db, classId, pupilId);
  const failures = await listFailures(
    db,
    roll.map((pupil) => cardSubject(pupil.id)),
  );
  const now = clock.now();
  const at = { now, today: vietnamDay(now) };
  return roll
    .map((pupil) => pupilRow(pupil, failures.get(cardSubject(pupil.id)), at))
    .toSorted(byGivenName);
}

export async function onePupilRow(
  deps: Pick<Deps, 'db' | 'clock'>,
  classId: Id,
  pupilId: Id,
): Promise<PupilRow> {
  const [row] = await pupilRows(deps, classId, pupilId);
  if (row === undefined) throw refuse('not-found');
  return row;
}
