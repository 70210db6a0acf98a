import { describe, expect, it } from 'vitest';
import type { Id } from '@domain/kernel/ids.ts';
import type { Actor } from '@domain/people/actor.ts';
import { listAudit } from '@server/store/queries/audit.ts';
import { declareConflict } from '@server/usecases/judging/declare-conflict.ts';
import { listSheets } from '@server/usecases/judging/list-sheets.ts';
import {
  buildAdult,
  buildClass,
  buildContest,
  buildPupil,
  buildSchool,
  callerFor,
} from '@tests/fixtures/builders.ts';
import { assignNow, insertEntry } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { assignRound, previewAssignment } from './assign-round.ts';
import { addAccount } from './invite-account.ts';
import { readAssignment, readAssignmentRun } from './read-assignment.ts';
import { readOverview } from './read-overview.ts';
import { addTie, listTieSubjects, previewTie, removeTie, setCapacity } from './record-tie.ts';
import { saveSettings } from './rules.ts';

/** Two schools of two communes, three entries each, and some judges; two judges for each entry. */
async function begin({ open }: TestEngine, judgeCount = 4) {
  const contest = await buildContest(await open());
  const { world, edition, schoolClass, organiser } = contest;
  const far = await buildSchool(world, edition, { commune: 'Xã Gành Đá', school: 'Trường Rạn Đá' });
  const farClass = await buildClass(world, edition, far.schoolId, '5B');
  const entries: { entryId: Id; blindCode: string; near: boolean; pupilId: Id }[] = [];
  for (let i = 0; i < 6; i += 1) {
    const near = i < 3;
    const pupil = await buildPupil(world, near ? schoolClass : farClass, {
      fullName: `Lê An ${i}`,
      birthDate: near ? '2018-01-01' : '2013-01-01',
    });
    entries.push({ ...(await insertEntry(world, [pupil])), near, pupilId: pupil.pupilId });
  }
  const judgeIds: Id[] = [];
  for (let i = 0; i < judgeCount; i += 1) {
    judgeIds.push(await buildAdult(world, 'judge', `Vũ Lan ${i}`));
  }
  const caller = callerFor(organiser, 'round.assign');
  const oversee = callerFor(organiser, 'round.oversee');
  const sheets = () =>
    world.db.selectFrom('sheet').selectAll().orderBy('entry_id').orderBy('judge_id').execute();
  const judgesOf = async (entryId: Id) =>
    (await sheets()).filter((s) => s.entry_id === entryId).map((s) => s.judge_id);
  return {
    ...contest,
    far,
    farClass,
    entries,
    judgeIds,
    caller,
    sheets,
    judgesOf,
    tie: (judgeId: Id, kind: 'school' | 'commune' | 'pupil' | 'entry', subjectId: Id) =>
      addTie(world.deps, caller, { judgeId }, { kind, subjectId, note: '' }),
    overview: () => readOverview(world.deps, oversee),
    assignment: () => readAssignment(world.deps, oversee),
    run: (runId: Id) => readAssignmentRun(world.deps, oversee, { runId }),
    begun: (sheetId: Id) =>
      world.db.updateTable('sheet').set({ state: 'started' }).where('id', '=', sheetId).execute(),
  };
}

describe.each(DATABASES)('assigning a round on $name', (engine) => {
  it('keeps judges from entries of their school, commune and relatives', async () => {
    const { world, organiser, schoolId, far, entries, judgeIds, judgesOf, tie } =
      await begin(engine);
    const [ofSchool, ofCommune, relative] = judgeIds as [Id, Id, Id];
    await tie(ofSchool, 'school', schoolId);
    await tie(ofCommune, 'commune', far.communeId);
    await tie(relative, 'pupil', entries[0]!.pupilId);
    const report = await assignNow(world, organiser);
    for (const { entryId, near } of entries) {
      expect(await judgesOf(entryId)).not.toContain(near ? ofSchool : ofCommune);
    }
    expect(await judgesOf(entries[0]!.entryId)).not.toContain(relative);
    expect(report.loads.map(({ load }) => load)).toEqual([3, 3, 3, 3]);
    expect(report.unmet).toEqual([]);
    expect(report.loads.find(({ judgeId }) => judgeId === relative)?.barred).toBe(1);
  });

  it('knows a teacher who judges by the address, and hints at one of the same name', async () => {
    const { world, judgeIds, schoolClass, assignment, farClass } = await begin(engine);
    const [teacher, namesake] = judgeIds as [Id, Id];
    const email = 'hang.pham@truong.example';
    const { accountId } = schoolClass.teacher;
    const set = (id: Id, values: { email?: string; full_name?: string }) =>
      world.db.updateTable('account').set(values).where('id', '=', id).execute();
    await set(accountId, { email, full_name: 'Phạm Thị Hằng' });
    await set(teacher, { email: 'hang.pham+giamkhao@truong.example' });
    await set(namesake, { full_name: 'Phạm Thu Hằng' });
    const { judges } = await assignment();
    expect(judges.find(({ judgeId }) => judgeId === teacher)).toMatchObject({
      barred: 3,
      ties: [
        { kind: 'teacher', name: 'Phạm Thị Hằng', source: 'derived', id: null },
        { kind: 'school', name: 'Trường Tiểu học Hải Âu', source: 'derived', id: null },
      ],
    });
    expect(judges.find(({ judgeId }) => judgeId === namesake)?.namesakes).toMatchObject([
      { teacherId: farClass.teacher.accountId, schoolName: 'Trường Rạn Đá' },
    ]);
  });

  it('previews without changing anything, and makes true only what was seen', async () => {
    const { world, caller, sheets, judgeIds, tie, schoolId, run } = await begin(engine);
    const seen = await previewAssignment(world.deps, caller, { seed: 7 });
    expect(seen.report).toMatchObject({ seed: 7, added: 12, removed: 0, takenOut: [] });
    expect(await previewAssignment(world.deps, caller, { seed: 7 })).toEqual(seen);
    expect(await sheets()).toEqual([]);
    await tie(judgeIds[0]!, 'school', schoolId);
    const confirm = () => assignRound(world.deps, caller, { seed: 7, basis: seen.basis });
    await expect(confirm()).rejects.toMatchObject({ code: 'judging.plan-stale' });
    const again = await previewAssignment(world.deps, caller, { seed: 7 });
    const made = await assignRound(world.deps, caller, { seed: 7, basis: again.basis });
    expect(made.report).toEqual(again.report);
    expect(await run(made.runId)).toMatchObject({
      actorName: 'Lê Minh Quân',
      report: again.report,
    });
    const acts = (await listAudit(world.db)).filter(({ action }) => action === 'round.assign');
    expect(acts.at(-1)?.detail).toMatchObject({ seed: 7, added: 12, unmet: 0, components: 1 });
  });

  it('compares divisions apart and joins each of them', async () => {
    const { world, organiser } = await begin(engine);
    const divisions = [
      { id: 'nho', name: 'Nhi đồng', minAge: 6, maxAge: 10 },
      { id: 'lon', name: 'Thiếu niên', minAge: 11, maxAge: 15 },
    ];
    await saveSettings(world.deps, callerFor(organiser, 'edition.edit'), {
      version: 0,
      settings: { divisions },
    });
    const report = await assignNow(world, organiser);
    expect(report.divisions).toMatchObject([
      { divisionId: 'lon', name: 'Thiếu niên', entries: 3, components: 1 },
      { divisionId: 'nho', name: 'Nhi đồng', entries: 3, components: 1 },
    ]);
    expect(report.unmet).toEqual([]);
  });

  it('takes a sheet out when a judge steps back, and repairs with what nobody began', async () => {
    const { world, organiser, judgeIds, sheets, begun, overview, assignment } = await begin(engine);
    await assignNow(world, organiser);
    const before = await sheets();
    const accountId = judgeIds[0]!;
    const own = before.filter((sheet) => sheet.judge_id === accountId);
    const [left, stays] = own as [(typeof own)[0], (typeof own)[0]];
    for (const { id } of [left, stays]) await begun(id);
    const judge: Actor = { role: 'judge', accountId };
    const recuse = callerFor(judge, 'sheet.recuse');
    const other: Actor = { role: 'judge', accountId: judgeIds[1]! };
    await expect(
      declareConflict(
        world.deps,
        callerFor(other, 'sheet.recuse'),
        { sheetId: left.id },
        { reason: 'x y z' },
      ),
    ).rejects.toMatchObject({ code: 'permission.denied' });
    const reason = 'Tác giả là cháu tôi';
    await declareConflict(world.deps, recuse, { sheetId: left.id }, { reason });
    const list = await listSheets(world.deps, callerFor(judge, 'sheet.list'));
    expect(list.sheets.map(({ id }) => id)).not.toContain(left.id);
    expect((await overview()).entries.unassigned).toBe(1);
    const kept = await world.db.selectFrom('recused_sheet').selectAll().execute();
    expect(kept).toMatchObject([{ id: left.id, judge_id: accountId }]);
    expect(JSON.parse(kept[0]!.content)).toMatchObject({ state: 'started', points: {} });

    const report = await assignNow(world, organiser);
    expect(report.changes.some((change) => change.change === 'added')).toBe(true);
    const after = await sheets();
    expect(after.map(({ id }) => id)).toContain(stays.id);
    const again = after.filter(({ entry_id }) => entry_id === left.entry_id);
    expect(again.map(({ judge_id }) => judge_id)).not.toContain(accountId);
    expect(again).toHaveLength(2);
    const row = (await assignment()).judges.find(({ judgeId }) => judgeId === accountId);
    expect(row?.ties).toMatchObject([{ kind: 'entry', source: 'judge', note: reason }]);
  });

  it('takes sheets out with a tie, also filled ones, and says so beforehand', async () => {
    const { world, organiser, schoolId, judgeIds, caller, sheets, begun, entries, tie } =
      await begin(engine);
    await assignNow(world, organiser);
    const near = new Set(entries.filter((entry) => entry.near).map(({ entryId }) => entryId));
    const own = (await sheets()).filter(
      (sheet) => sheet.judge_id === judgeIds[0] && near.has(sheet.entry_id),
    );
    await begun(own[0]!.id);
    const input = { kind: 'school', subjectId: schoolId, note: '' } as const;
    const judgeId = judgeIds[0]!;
    expect(await previewTie(world.deps, caller, { judgeId }, input)).toEqual({
      entries: 3,
      sheets: own.length,
      begun: 1,
    });
    expect(await tie(judgeId, 'school', schoolId)).toEqual({ takenOut: own.length });
    await expect(tie(judgeId, 'school', schoolId)).rejects.toMatchObject({
      code: 'judging.tie-known',
    });
    const left = await sheets();
    expect(left.filter((s) => s.judge_id === judgeId && near.has(s.entry_id))).toEqual([]);
    expect(left).toHaveLength(12 - own.length);
  });

  it('takes sheets out at once when the account of a teacher who judges comes later', async () => {
    const { world, organiser, judgeIds, sheets, schoolId, far } = await begin(engine);
    await assignNow(world, organiser);
    const [judge_id] = judgeIds as [Id];
    const set = world.db.updateTable('account').set({ email: 'hoa+gk@truong.example' });
    await set.where('id', '=', judge_id).execute();
    const invite = (school: Id, email: string) =>
      addAccount(world.deps, callerFor(organiser, 'account.manage'), {
        role: 'teacher',
        email,
        fullName: 'Nguyễn Thị Hoà',
        schoolId: school,
      });
    await invite(far.schoolId, 'khac@truong.example');
    expect(await sheets()).toHaveLength(12);
    await invite(schoolId, 'hoa@truong.example');
    const near = (await readAssignment(world.deps, callerFor(organiser, 'round.oversee'))).judges;
    expect(near.find(({ judgeId }) => judgeId === judge_id)).toMatchObject({ barred: 3 });
    expect((await sheets()).length).toBeLessThan(12);
    expect((await assignNow(world, organiser)).takenOut).toEqual([]);
    expect(await sheets()).toHaveLength(12);
  });

  it('takes out what other data made a conflict since, when it is repaired', async () => {
    const { world, organiser, judgeIds, schoolClass, sheets } = await begin(engine);
    await assignNow(world, organiser);
    const email = 'co.hang@truong.example';
    const set = (id: Id, mail: string) =>
      world.db.updateTable('account').set({ email: mail }).where('id', '=', id).execute();
    await set(schoolClass.teacher.accountId, email);
    await set(judgeIds[0]!, 'CO.HANG+gk@truong.example'.toLowerCase());
    const report = await assignNow(world, organiser);
    expect(report.takenOut.every(({ judgeId }) => judgeId === judgeIds[0])).toBe(true);
    expect(report.takenOut.length).toBeGreaterThan(0);
    expect(await sheets()).toHaveLength(12);
  });

  it('gives a late judge a share of what nobody has begun, within their capacity', async () => {
    const { world, organiser, sheets, begun, caller } = await begin(engine);
    await assignNow(world, organiser);
    const before = await sheets();
    for (const { id } of before.slice(0, 4)) await begun(id);
    const late = await buildAdult(world, 'judge', 'Đinh Muộn');
    await setCapacity(world.deps, caller, { judgeId: late }, { capacity: 1 });
    const report = await assignNow(world, organiser);
    expect([report.added, report.removed]).toEqual([1, 1]);
    const after = await sheets();
    expect(after.filter(({ judge_id }) => judge_id === late)).toHaveLength(1);
    expect(after.map(({ id }) => id)).toEqual(
      expect.arrayContaining(before.slice(0, 4).map(({ id }) => id)),
    );
    await setCapacity(world.deps, caller, { judgeId: late }, { capacity: null });
    expect((await assignNow(world, organiser)).added).toBe(1);
  });

  it('says plainly what cannot be had', async () => {
    const { world, organiser, entries, judgeIds, tie } = await begin(engine, 3);
    const [first, second] = judgeIds as [Id, Id];
    const { entryId, blindCode } = entries[0]!;
    for (const judgeId of [first, second]) await tie(judgeId, 'entry', entryId);
    const report = await assignNow(world, organiser);
    expect(report.unmet).toContainEqual({
      kind: 'seats-missing',
      entryId,
      wanted: 2,
      seated: 1,
      cause: 'conflicts',
    });
    expect(report.blindCodes[entryId]).toBe(blindCode);
  });

  it('has every judge score the anchors, once the round is large enough', async () => {
    const { world, organiser, schoolClass, sheets } = await begin(engine);
    for (let i = 0; i < 44; i += 1) {
      await insertEntry(world, [await buildPupil(world, schoolClass, { fullName: `Lê ${i}` })]);
    }
    const report = await assignNow(world, organiser);
    expect(report.anchors).toHaveLength(5);
    const all = await sheets();
    for (const anchor of report.anchors) {
      expect(all.filter(({ entry_id }) => entry_id === anchor)).toHaveLength(4);
    }
    expect(all).toHaveLength(5 * 4 + 45 * 2);
    await buildAdult(world, 'judge', 'Đinh Muộn');
    expect((await assignNow(world, organiser)).anchors).toEqual(report.anchors);
  });

  it('forgets a tie, and names for each kind what a tie may point at', async () => {
    const { world, caller, assignment, tie, judgeIds, far, entries } = await begin(engine);
    const judgeId = judgeIds[0]!;
    await tie(judgeId, 'commune', far.communeId);
    const found = (await assignment()).judges.find((judge) => judge.judgeId === judgeId)!;
    expect(found).toMatchObject({ barred: 3, ties: [{ name: 'Xã Gành Đá', source: 'organiser' }] });
    await removeTie(world.deps, caller, { judgeId, tieId: found.ties[0]!.id! });
    expect((await assignment()).judges.map(({ barred }) => barred)).toEqual([0, 0, 0, 0]);
    const counts = [];
    for (const kind of ['school', 'class', 'teacher', 'commune', 'pupil', 'entry'] as const) {
      counts.push((await listTieSubjects(world.deps, caller, { kind })).subjects.length);
    }
    expect(counts).toEqual([2, 2, 2, 2, 6, entries.length]);
    await expect(tie(judgeId, 'pupil', far.schoolId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
