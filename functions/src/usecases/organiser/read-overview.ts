import type { Overview } from '@contract/organiser.ts';
import { editionView } from '@domain/contest/edition.ts';
import { judgingOpen, submissionEndsAt } from '@domain/contest/round.ts';
import { isLate } from '@domain/judging/progress.ts';
import { byGivenName } from '@domain/people/names.ts';
import { lastRunAt } from '@server/store/queries/assignment.ts';
import { listCompetingEntries } from '@server/store/queries/entries.ts';
import { listJudgeProgress, listSchoolProgress } from '@server/store/queries/progress.ts';
import { listSeats } from '@server/store/queries/sheets.ts';
import type { Caller } from '@server/usecases/caller.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { runningEdition } from './running-edition.ts';
import { seatsByEntry } from './seats.ts';

export async function readOverview(
  deps: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
): Promise<Overview> {
  caller.allow({});
  return overview(deps);
}

/** `entries.unassigned` counts the submitted entries that lack a judge or more. */
export async function overview({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Overview> {
  const edition = await runningEdition(db);
  const { round, judgesPerEntry } = edition;
  const entries = await listCompetingEntries(db, edition.id);
  const seated = seatsByEntry(await listSeats(db, round.id));
  const judges = await listJudgeProgress(db, round.id);
  const started = judges.reduce((sum, judge) => sum + judge.started, 0);
  const submitted = judges.reduce((sum, judge) => sum + judge.submitted, 0);
  const givenAt = await lastRunAt(db, round.id);
  const running = judgingOpen(round);
  const all = judges.reduce((sum, judge) => sum + judge.assigned, 0);
  return {
    edition: editionView(edition, clock.now()),
    submissionEndsAt: submissionEndsAt(round),
    judgingClosedAt: round.judgingClosedAt,
    publishedAt: round.publishedAt,
    judgesPerEntry,
    schools: await listSchoolProgress(db, edition.id),
    entries: {
      submitted: entries.length,
      unassigned: entries.filter(({ id }) => (seated.get(id)?.length ?? 0) < judgesPerEntry).length,
    },
    sheets: { assigned: all - started - submitted, started, submitted },
    judges: judges
      .filter((judge) => judge.active || judge.assigned > 0)
      .map(({ judgeId, fullName, assigned, started: begun, submitted: done, lastActiveAt }) => ({
        judgeId,
        fullName,
        assigned,
        started: begun,
        submitted: done,
        lastActiveAt,
        late: running && isLate({ left: assigned - done, lastActiveAt, givenAt }, clock.now()),
      }))
      .toSorted(byGivenName),
  };
}
