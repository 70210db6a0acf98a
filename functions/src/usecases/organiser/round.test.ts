import { describe, expect, it } from 'vitest';
import { NO_COMMENT } from '@domain/judging/child-comment.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { listAudit } from '@server/store/queries/audit.ts';
import { submitSheet } from '@server/usecases/judging/write-sheet.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import {
  buildAdult,
  buildClass,
  buildConsents,
  buildContest,
  buildEntry,
  buildPupil,
  buildSchool,
  callerFor,
  DAY_MS,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { freezeNow } from '@tests/fixtures/builders-decision.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { closeJudging, closeSubmission } from './close-round.ts';
import { publishRound } from './publish-round.ts';
import { readOverview } from './read-overview.ts';
import { readRanking } from './read-ranking.ts';

async function begin({ open }: TestEngine, entryCount: number, judgeCount = 2) {
  const contest = await buildContest(await open());
  const { world, schoolClass, organiser, edition } = contest;
  const { deps, db } = world;
  const entryIds: Id[] = [];
  for (let i = 0; i < entryCount; i += 1) {
    const pupil = await buildPupil(world, schoolClass, { fullName: `Lê An ${i + 1}` });
    entryIds.push((await buildEntry(world, pupil)).entryId);
  }
  const judgeIds: Id[] = [];
  for (let i = 0; i < judgeCount; i += 1) {
    judgeIds.push(await buildAdult(world, 'judge', `Vũ Lan ${i + 1}`));
  }
  const assign = () => assignNow({ deps }, organiser);
  const close = callerFor(organiser, 'round.close');
  const overview = () => readOverview(deps, callerFor(organiser, 'round.oversee'));
  const ranking = async () => {
    const { divisions, ...rest } = await readRanking(deps, callerFor(organiser, 'round.oversee'));
    return { ...rest, rows: divisions.flatMap(({ rows }) => rows) };
  };
  const freeze = () => freezeNow(world, organiser);
  const publish = () => publishRound(deps, callerFor(organiser, 'round.publish'));
  /** The sheets of an entry, in any order, filled with these totals. */
  const score = async (entryId: Id, totals: readonly number[]) => {
    const sheets = await db
      .selectFrom('sheet')
      .select(['id', 'judge_id'])
      .where('entry_id', '=', entryId)
      .execute();
    const [content, art] = edition.criterionIds as [Id, Id];
    for (const [index, total] of totals.entries()) {
      const { id: sheetId, judge_id: accountId } = sheets[index]!;
      const points = { [content]: Math.min(total, 60), [art]: Math.max(0, total - 60) };
      const judge = callerFor({ role: 'judge', accountId }, 'sheet.write');
      await submitSheet(deps, judge, {
        sheetId,
        version: 0,
        points,
        note: '',
        comment: NO_COMMENT,
        flag: null,
      });
    }
  };
  return {
    ...contest,
    deps,
    entryIds,
    judgeIds,
    assign,
    score,
    overview,
    ranking,
    publish,
    freeze,
    endSubmission: () => closeSubmission(deps, close),
    endJudging: () => closeJudging(deps, close),
  };
}

describe.each(DATABASES)('the round on $name', (engine) => {
  it('shows progress by school, also where nothing has happened yet', async () => {
    const { world, edition, schoolClass, overview } = await begin(engine, 2);
    const quiet = { commune: 'Xã Gành Đá', school: 'Trường THCS Rạn San Hô' };
    const { schoolId } = await buildSchool(world, edition, quiet);
    const drafting = await buildPupil(world, schoolClass, { fullName: 'Lê Bình' });
    await openDraft(world.deps, callerFor(drafting, 'harbour.read'));
    await buildPupil(world, schoolClass, { fullName: 'Lê Chi' });
    const { schools, entries, sheets } = await overview();
    expect(schools.find((school) => school.schoolId === schoolId)).toMatchObject({
      communeName: 'Xã Gành Đá',
      classCount: 0,
      pupilCount: 0,
    });
    expect(schools.find((school) => school.schoolId !== schoolId)).toMatchObject({
      classCount: 1,
      pupilCount: 4,
      draftCount: 1,
      submittedCount: 2,
    });
    expect(entries).toEqual({ submitted: 2, unassigned: 2 });
    expect(sheets).toEqual({ assigned: 0, started: 0, submitted: 0 });
  });

  it('gives every entry its judges, evenly, and later ones only what they lack', async () => {
    const { world, schoolClass, entryIds, judgeIds, assign, overview } = await begin(engine, 5, 3);
    const made = await assign();
    expect(made).toMatchObject({ added: 10, entries: 5 });
    const { judges } = await overview();
    expect(judges.map((judge) => judge.assigned).toSorted()).toEqual([3, 3, 4]);
    await expect(assign()).rejects.toMatchObject({ code: 'judging.nothing-to-assign' });

    const late = await buildEntry(world, await buildPupil(world, schoolClass));
    expect(await assign()).toMatchObject({ added: 2, removed: 0, entries: 6 });
    const seats = await world.db.selectFrom('sheet').selectAll().execute();
    expect(seats.filter((seat) => seat.entry_id === late.entryId)).toHaveLength(2);
    for (const judgeId of judgeIds) {
      const own = seats.filter((seat) => seat.judge_id === judgeId);
      expect(new Set(own.map((seat) => seat.position)).size).toBe(own.length);
      expect(own.find((seat) => seat.entry_id === late.entryId)?.position ?? own.length).toBe(
        own.length,
      );
    }
    expect(new Set(seats.map((seat) => `${seat.entry_id} ${seat.judge_id}`)).size).toBe(12);
    expect(entryIds).toHaveLength(5);
  });

  it('assigns once when the button is pressed twice at the same time', async () => {
    const { world, assign } = await begin(engine, 3, 4);
    const outcomes = await Promise.allSettled([assign(), assign()]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await world.db.selectFrom('sheet').select('id').execute()).toHaveLength(6);
  });

  it('says how many judges are missing; disabled ones do not count', async () => {
    const { world, judgeIds, assign } = await begin(engine, 1);
    await world.db
      .updateTable('account')
      .set({ disabled_at: START_MS })
      .where('id', '=', judgeIds[0]!)
      .execute();
    await expect(assign()).rejects.toMatchObject({
      code: 'judging.too-few-judges',
      details: { needed: 2, have: 1 },
    });
  });

  it('gives the unfinished sheets of a judge who left to others', async () => {
    const { world, judgeIds, entryIds, assign, score, overview } = await begin(engine, 3, 3);
    await assign();
    const [gone] = judgeIds as [Id];
    const own = await world.db
      .selectFrom('sheet')
      .select('entry_id')
      .where('judge_id', '=', gone)
      .execute();
    expect(own).toHaveLength(2);
    const [done, left] = own.map((seat) => seat.entry_id) as [Id, Id];
    await score(done, [50, 50]);
    await world.db
      .updateTable('account')
      .set({ disabled_at: START_MS })
      .where('id', '=', gone)
      .execute();
    const { entries, sheets } = await overview();
    expect({ entries, sheets }).toEqual({
      entries: { submitted: entryIds.length, unassigned: 1 },
      sheets: { assigned: 3, started: 0, submitted: 2 },
    });
    expect(await assign()).toMatchObject({ added: 1, removed: 1 });
    const judges = await world.db
      .selectFrom('sheet')
      .select('judge_id')
      .where('entry_id', '=', left)
      .execute();
    expect(judges.map((seat) => seat.judge_id).toSorted()).toEqual(judgeIds.slice(1).toSorted());
    await expect(assign()).rejects.toMatchObject({ code: 'judging.nothing-to-assign' });
  });

  it('ranks by mean, says what parts equal means, and leaves unjudged entries last', async () => {
    const { entryIds, assign, score, ranking } = await begin(engine, 5);
    await assign();
    const [first, second, third, fourth, fifth] = entryIds as [Id, Id, Id, Id, Id];
    await score(first, [70, 80]);
    await score(second, [90, 60]);
    await score(third, [75]);
    await score(fourth, [10, 20]);
    const { rows, provisional, maxTotal } = await ranking();
    expect({ provisional, maxTotal }).toEqual({ provisional: true, maxTotal: 100 });
    const shown = rows.map((row) => [row.rank, row.raw, row.brokenBy, row.sheetsExpected]);
    expect(shown).toEqual([
      [1, 75, null, 2],
      [2, 75, 'draw', 2],
      [3, 75, 'draw', 2],
      [4, 15, null, 2],
      [null, null, null, 2],
    ]);
    expect(rows.at(-1)!.entryId).toBe(fifth);
  });

  it('names the authors of a team and what their consents allow', async () => {
    const { world, edition, schoolId, schoolClass, ranking } = await begin(engine, 0);
    const neighbour = await buildClass(world, edition, schoolId, '5B');
    const an = await buildPupil(world, schoolClass, { fullName: 'Lê An' });
    const binh = await buildPupil(world, neighbour, { fullName: 'Đỗ Bình' });
    await buildEntry(world, an, { coAuthors: [binh] });
    const yes = [
      ['gallery', 'guardian', true],
      ['gallery', 'child', true],
    ] as const;
    const { accountId } = schoolClass.teacher;
    await buildConsents(world, an, accountId, yes);
    expect((await ranking()).rows).toMatchObject([
      {
        authors: ['Lê An', 'Đỗ Bình'],
        className: '4A, 5B',
        schoolName: 'Trường Tiểu học Hải Âu',
        receiptNumber: 'BD-000001',
        galleryAllowed: false,
      },
    ]);
    await buildConsents(world, binh, accountId, yes);
    expect((await ranking()).rows).toMatchObject([{ galleryAllowed: true }]);
  });

  it('goes through its phases in order and refuses every step out of turn', async () => {
    const { world, entryIds, assign, score, endSubmission, endJudging, freeze, publish, overview } =
      await begin(engine, 2);
    await assign();
    await expect(publish()).rejects.toMatchObject({ code: 'round.judging-open' });
    await expect(endJudging()).rejects.toMatchObject({ code: 'round.submission-open' });

    world.time.now += 1000;
    const ended = await endSubmission();
    expect(ended).toMatchObject({
      edition: { phase: 'judging', closesAt: START_MS + 1000 },
      submissionEndsAt: START_MS + 1000,
    });
    await expect(endSubmission()).rejects.toMatchObject({ code: 'round.already-closed' });
    await expect(endJudging()).rejects.toMatchObject({ code: 'round.nothing-judged' });
    await expect(publish()).rejects.toMatchObject({ code: 'round.judging-open' });

    await score(entryIds[0]!, [50, 60]);
    expect(await endJudging()).toMatchObject({ judgingClosedAt: START_MS + 1000 });
    await expect(endJudging()).rejects.toMatchObject({ code: 'round.already-closed' });
    await expect(assign()).rejects.toMatchObject({ code: 'judging.closed' });

    await expect(publish()).rejects.toMatchObject({ code: 'decision.not-frozen' });
    await freeze();
    expect(await publish()).toMatchObject({ publishedAt: START_MS + 1000 });
    await expect(publish()).rejects.toMatchObject({ code: 'round.already-published' });
    const frozen = await world.db.selectFrom('result').selectAll().execute();
    expect(frozen).toMatchObject([{ entry_id: entryIds[0], rank: 1, mean: 55, sheet_count: 2 }]);
    expect((await overview()).sheets).toEqual({ assigned: 2, started: 0, submitted: 2 });
    const acts = (await listAudit(world.db)).map((line) => line.action);
    expect(acts.toSorted()).toEqual([
      'decision.freeze',
      'decision.sign',
      'decision.sign',
      'round.assign',
      'round.close',
      'round.close',
      'round.publish',
    ]);
  });

  it('publishes once when the button is pressed twice at the same time', async () => {
    const { world, entryIds, assign, score, endJudging, freeze, publish } = await begin(engine, 1);
    await assign();
    await score(entryIds[0]!, [50]);
    world.time.now += 2 * DAY_MS;
    await endJudging();
    await freeze();
    const outcomes = await Promise.allSettled([publish(), publish()]);
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason] : []));
    expect(refused).toMatchObject([{ code: 'round.already-published' }]);
    expect(await world.db.selectFrom('result').select('entry_id').execute()).toHaveLength(1);
  });

  it('cannot end what has not begun', async () => {
    const { world, endSubmission } = await begin(engine, 0);
    world.time.now = START_MS - 2 * DAY_MS;
    await expect(endSubmission()).rejects.toMatchObject({ code: 'entry.round-not-open' });
  });
});
