import type { EpochMs } from '@domain/kernel/ids.ts';
import { DEFAULT_SETTINGS } from '@domain/contest/settings.ts';
import { vietnamDay, vietnamMidnight } from '@domain/contest/day.ts';
import { DEFAULT_QUIZ } from '@domain/quiz/round.ts';
import { inTransaction } from '@server/store/database.ts';
import { insertRows } from '@server/store/queries/bulk.ts';
import {
  continueReceiptsAfter,
  findRunningEdition,
  insertEdition,
} from '@server/store/queries/editions.ts';
import { writeSettings } from '@server/store/queries/rules.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { writeLedger } from './consents.ts';
import { drawWorks } from './works.ts';
import { fillSheets } from './judging.ts';
import { planDemo } from './plan.ts';
import { DEMO_EDITION } from './roster-content.ts';
import { writeRoster } from './roster.ts';
import { demoTies } from './ties.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Entries that have judges already; the organiser assigns the rest. */
const ASSIGNED_ENTRIES = 50;

/** Opened a month ago at 07:00, closes in a fortnight at 17:00, by the clock in Vietnam. */
function roundTimes(now: EpochMs): { opensAt: EpochMs; closesAt: EpochMs } {
  const midnight = vietnamMidnight(now);
  return {
    opensAt: midnight - 30 * DAY_MS + 7 * HOUR_MS,
    closesAt: midnight + 14 * DAY_MS + 17 * HOUR_MS,
  };
}

/**
 * Fills an empty contest with the demo edition; where an edition runs already, nothing is done.
 * Files first, then all rows in one transaction: a seeding that was cut short begins anew.
 */
export async function seedDemo(deps: Deps): Promise<void> {
  const { db, clock, files, randomness } = deps;
  if ((await findRunningEdition(db)) !== null) return;
  const now = clock.now();
  const today = vietnamDay(now);
  const times = roundTimes(now);
  const newId = randomness.id;
  const plan = planDemo(today);
  const roster = await writeRoster(deps, plan, times.opensAt);
  const works = drawWorks(plan, roster, { deps, opensAt: times.opensAt, now });
  for (const { hash, bytes } of works.files) await files.put(hash, bytes);

  const consents = writeLedger(
    plan.pupils.map((pupil, index) => ({
      pupilId: roster.pupilIds[index]!,
      birthDate: pupil.birthDate,
      teacherId: roster.teacherIds[plan.classes[pupil.classIndex]!.teacherIndex]!,
      entryIndex: works.entryOf.get(index) ?? null,
    })),
    { today, recordedAt: times.opensAt + 5 * DAY_MS, newId },
  );
  const ids = {
    id: roster.editionId,
    provinceId: roster.provinceId,
    roundId: newId(),
    criterionIds: DEMO_EDITION.criteria.map(() => newId()),
    isDemo: true,
    createdAt: times.opensAt,
  };
  const { sheets, scores } = fillSheets({
    roundId: ids.roundId,
    entryIds: works.submittedIds.slice(0, ASSIGNED_ENTRIES),
    judgeIds: roster.judgeIds,
    judgesPerEntry: DEMO_EDITION.judgesPerEntry,
    criteria: DEMO_EDITION.criteria.map(({ maxPoints }, index) => ({
      id: ids.criterionIds[index]!,
      maxPoints,
    })),
    newId,
    now,
  });

  const ties = demoTies({ roster, authors: works.authors, sheets, newId, at: times.opensAt });

  await inTransaction(db, async (trx) => {
    // Another instance may have been quicker; its demo is as good.
    if ((await findRunningEdition(trx)) !== null) return;
    await insertRows(trx, 'unit', roster.units);
    await insertEdition(trx, ids, { ...DEMO_EDITION, ...times });
    const { telling } = DEMO_EDITION;
    // Open as long as the round: whoever tries the demo may play.
    const quiz = { ...DEFAULT_QUIZ, mode: 'on', ...times } as const;
    await writeSettings(trx, ids.id, { ...DEFAULT_SETTINGS, telling, quiz });
    await insertRows(trx, 'account', roster.accounts);
    await insertRows(trx, 'school_class', roster.classes);
    await insertRows(trx, 'class_teacher', roster.classTeachers);
    await insertRows(trx, 'pupil', roster.pupils);
    await insertRows(trx, 'team', works.teams);
    await insertRows(trx, 'entry', works.entries);
    await insertRows(trx, 'entry_author', works.authors);
    await insertRows(trx, 'blob', works.blobs);
    await insertRows(trx, 'blob_sender', works.senders);
    await insertRows(trx, 'draft_version', works.draftVersions);
    await insertRows(trx, 'consent', consents);
    await insertRows(trx, 'sheet', sheets);
    await insertRows(trx, 'score', scores);
    await insertRows(trx, 'judge_tie', ties);
    await continueReceiptsAfter(trx, ids.id, works.submittedIds.length);
  });
}
