import { describe, expect, it } from 'vitest';
import { NO_COMMENT } from '@domain/judging/child-comment.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Actor } from '@domain/people/actor.ts';
import {
  buildAdult,
  buildClass,
  buildContest,
  buildEntry,
  buildPupil,
  buildSchool,
  callerFor,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { readFlags } from '@server/usecases/decision/read-flags.ts';
import { listRaisedFlags, resolveFlag } from '@server/usecases/organiser/raised-flags.ts';
import { saveReferences } from '@server/usecases/organiser/references.ts';
import { addTie } from '@server/usecases/organiser/record-tie.ts';
import { readRules, saveEdition, saveSettings } from '@server/usecases/organiser/rules.ts';
import { listCalibration, readReference, scoreReference } from './calibrate.ts';
import { declareConflict } from './declare-conflict.ts';
import { listSheets } from './list-sheets.ts';
import { readComments } from './read-comments.ts';
import { readSheet } from './read-sheet.ts';
import { saveSheet, submitSheet, touchSheet } from './write-sheet.ts';

type Judge = Extract<Actor, { role: 'judge' }>;

async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const { world, edition, organiser, schoolClass } = contest;
  const { deps } = world;
  const far = await buildSchool(world, edition, { commune: 'Xã Xa', school: 'Trường Xa' });
  const farClass = await buildClass(world, edition, far.schoolId, '5B');
  const entries: { entryId: Id; pupil: Awaited<ReturnType<typeof buildPupil>> }[] = [];
  for (let i = 0; i < 4; i += 1) {
    const pupil = await buildPupil(world, i === 0 ? farClass : schoolClass);
    const story = buildStory({ title: `Truyện ${i}`, shiftPx: i });
    entries.push({ ...(await buildEntry(world, pupil, { story })), pupil });
  }
  const judges: [Judge, Judge] = [
    { role: 'judge', accountId: await buildAdult(world, 'judge', 'Vũ Thị Lan') },
    { role: 'judge', accountId: await buildAdult(world, 'judge', 'Đỗ Văn Hải') },
  ];
  const [content, art] = edition.criterionIds as [Id, Id];
  const points = (a: number, b: number) => ({ [content]: a, [art]: b });
  const reference = (entryId: Id, a = 40, b = 30) => ({
    entryId,
    comment: 'Bài kể rõ ràng.',
    lines: [
      { criterionId: content, points: a, comment: 'Đúng chủ đề' },
      { criterionId: art, points: b, comment: '' },
    ],
  });
  const asOrganiser = callerFor(organiser, 'reference.write');
  const list = (judge: Judge) => listSheets(deps, callerFor(judge, 'sheet.list'));
  const calibration = (judge: Judge) => listCalibration(deps, callerFor(judge, 'calibration.read'));
  const score = (judge: Judge, referenceId: Id, given = points(41, 20)) =>
    scoreReference(deps, callerFor(judge, 'calibration.write'), { referenceId, points: given });
  const refer = (ids: readonly Id[]) =>
    saveReferences(deps, asOrganiser, { references: ids.map((id) => reference(id)) });
  const require = async () => {
    const caller = callerFor(organiser, 'edition.edit');
    const { version } = await readRules(deps, caller);
    await saveSettings(deps, caller, { version, settings: { calibration: { required: true } } });
  };
  const sheet = (sheetId: Id, change: object = {}) => ({
    sheetId,
    version: 0,
    points: points(50, 30),
    note: '',
    comment: NO_COMMENT,
    flag: null,
    ...change,
  });
  return {
    ...contest,
    deps,
    entries,
    judges,
    points,
    reference,
    asOrganiser,
    list,
    calibration,
    score,
    refer,
    require,
    sheet,
  };
}

describe.each(DATABASES)('the desk on $name', (engine) => {
  it('opens the real sheets when every reference entry is scored, and not before', async () => {
    const d = await begin(engine);
    const [judge] = d.judges;
    await assignNow(d, d.organiser);
    await d.require();
    await d.refer([d.entries[1]!.entryId, d.entries[2]!.entryId]);
    // Four entries were assigned; two of them are references now and compete no more.
    expect(await d.list(judge)).toMatchObject({ waiting: 2, sheets: [] });
    const { references, finished } = await d.calibration(judge);
    expect([references.length, finished]).toEqual([2, false]);
    const own = await d.world.db
      .selectFrom('sheet')
      .select(['id', 'entry_id'])
      .where('judge_id', '=', judge.accountId)
      .execute();
    const reading = callerFor(judge, 'sheet.read');
    const sheetId = own.find(({ entry_id }) => entry_id === d.entries[3]!.entryId)!.id;
    const first = { code: 'judging.calibration-first' };
    await expect(readSheet(d.deps, reading, { sheetId })).rejects.toMatchObject(first);

    const one = references[0]!;
    const two = references[1]!;
    const before = await readReference(d.deps, callerFor(judge, 'calibration.read'), {
      referenceId: one.id,
    });
    expect(before).toMatchObject({ own: null, organiser: null });
    expect(await d.score(judge, one.id)).toMatchObject({
      own: d.points(41, 20),
      organiser: { comment: 'Bài kể rõ ràng.', lines: [{ points: 40 }, { points: 30 }] },
    });
    // What was given before the reference was known stays.
    expect(await d.score(judge, one.id, d.points(40, 30))).toMatchObject({ own: d.points(41, 20) });
    expect((await d.list(judge)).sheets).toEqual([]);
    await d.score(judge, two.id);
    expect(await d.calibration(judge)).toMatchObject({
      finished: true,
      references: [{ total: 61, near: 1 }, { total: 61 }],
    });
    expect((await d.list(judge)).sheets).toHaveLength(2);
    expect(await readSheet(d.deps, reading, { sheetId })).toMatchObject({ state: 'assigned' });
    const hidden = own.find(({ entry_id }) => entry_id === d.entries[1]!.entryId)!.id;
    await expect(readSheet(d.deps, reading, { sheetId: hidden })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(d.refer([])).rejects.toMatchObject({ code: 'judging.references-closed' });
  });

  it('waits for the organiser while nothing is prepared', async () => {
    const d = await begin(engine);
    await assignNow(d, d.organiser);
    await d.require();
    expect(await d.list(d.judges[0])).toMatchObject({ waiting: 4, sheets: [] });
    expect(await d.calibration(d.judges[0])).toMatchObject({ finished: false, references: [] });
  });

  it('asks no judge to score a reference entry from their own school', async () => {
    const d = await begin(engine);
    const [judge, other] = d.judges;
    await d.require();
    await d.refer([d.entries[0]!.entryId, d.entries[1]!.entryId]);
    const tie = { kind: 'school' as const, subjectId: d.schoolId, note: '' };
    await addTie(d.deps, callerFor(d.organiser, 'round.assign'), { judgeId: judge.accountId }, tie);
    const { references } = await d.calibration(judge);
    expect(references.map(({ title }) => title)).toEqual(['Truyện 0']);
    const foreign = (await d.calibration(other)).references[1]!.id;
    await expect(d.score(judge, foreign)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a reference without all points, beyond them, or that was never submitted', async () => {
    const d = await begin(engine);
    const save = (first: object) =>
      saveReferences(d.deps, d.asOrganiser, {
        references: [
          { ...d.reference(d.entries[0]!.entryId), ...first },
          d.reference(d.entries[1]!.entryId),
        ],
      });
    await expect(save({ lines: [] })).rejects.toMatchObject({ code: 'judging.sheet-incomplete' });
    await expect(save({ lines: d.reference('x', 61).lines })).rejects.toMatchObject({
      code: 'judging.points-out-of-range',
    });
    await expect(save({ entryId: 'x'.repeat(22) })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('raises a flag with the sheet, lets the organiser settle it, and the judge raise it anew', async () => {
    const d = await begin(engine);
    await assignNow(d, d.organiser);
    const [judge] = d.judges;
    const { sheets } = await d.list(judge);
    const { id: sheetId } = sheets[0]!;
    const write = callerFor(judge, 'sheet.write');
    const flag = { reasons: ['wrong-map' as const], note: 'Thiếu Hoàng Sa' };
    await saveSheet(d.deps, write, d.sheet(sheetId, { flag }));
    const organiser = callerFor(d.organiser, 'flag.read');
    expect(await listRaisedFlags(d.deps, organiser)).toMatchObject({
      flags: [{ ...flag, sheetId, judgeName: 'Vũ Thị Lan', resolvedAt: null }],
    });
    const resolution = 'Đã trao đổi với nhà trường';
    const { flags } = await resolveFlag(d.deps, organiser, { sheetId, resolution });
    expect(flags).toMatchObject([{ resolution, resolvedBy: 'Lê Minh Quân' }]);
    // The judge learns that it was looked at, and no word that could name anybody.
    const seen = await readSheet(d.deps, callerFor(judge, 'sheet.read'), { sheetId });
    expect(seen.flag).toEqual({ ...flag, resolved: true });
    const again = { reasons: ['name-visible' as const], note: '' };
    await saveSheet(d.deps, write, d.sheet(sheetId, { flag: again, version: 1 }));
    expect((await listRaisedFlags(d.deps, organiser)).flags).toMatchObject([
      { ...again, resolvedAt: null, resolution: null },
    ]);
    await saveSheet(d.deps, write, d.sheet(sheetId, { version: 2 }));
    expect((await listRaisedFlags(d.deps, organiser)).flags).toEqual([]);
  });

  it('keeps a flag when its judge steps back', async () => {
    const d = await begin(engine);
    await assignNow(d, d.organiser);
    const [judge] = d.judges;
    const { id: sheetId } = (await d.list(judge)).sheets[0]!;
    const flag = { reasons: ['copied-work' as const], note: '' };
    await saveSheet(d.deps, callerFor(judge, 'sheet.write'), d.sheet(sheetId, { flag }));
    const reason = { reason: 'Cháu của tôi' };
    await declareConflict(d.deps, callerFor(judge, 'sheet.recuse'), { sheetId }, reason);
    const { flags } = await listRaisedFlags(d.deps, callerFor(d.organiser, 'flag.read'));
    expect(flags).toMatchObject([{ sheetId, resolvedAt: null }]);
  });

  it('gives words to the child and the teacher once results are published, without a name', async () => {
    const d = await begin(engine);
    await assignNow(d, d.organiser);
    const { entryId, pupil } = d.entries[1]!;
    const comment = { phrases: ['brave-colours' as const], words: 'Con sóng rất khoẻ.' };
    for (const judge of d.judges) {
      const { sheets } = await d.list(judge);
      const { id } = sheets.find(({ title }) => title === 'Truyện 1')!;
      const own = judge === d.judges[0] ? { comment } : {};
      await submitSheet(d.deps, callerFor(judge, 'sheet.write'), d.sheet(id, own));
    }
    const asPupil = callerFor(pupil, 'comment.read');
    expect(await readComments(d.deps, asPupil, { entryId })).toEqual({ comments: [] });
    const round = d.world.db.updateTable('round').set({ published_at: d.world.time.now });
    await round.execute();
    expect(await readComments(d.deps, asPupil, { entryId })).toEqual({ comments: [comment] });
    const teacher = callerFor(d.schoolClass.teacher, 'comment.read');
    expect(await readComments(d.deps, teacher, { entryId })).toEqual({ comments: [comment] });
    const foreign = { entryId: d.entries[0]!.entryId };
    const denied = { code: 'permission.denied' };
    await expect(readComments(d.deps, asPupil, foreign)).rejects.toMatchObject(denied);
    await expect(readComments(d.deps, teacher, foreign)).rejects.toMatchObject(denied);
  });

  it('reckons the time at work, which flags a judge in haste', async () => {
    const d = await begin(engine);
    await assignNow(d, d.organiser);
    const [judge] = d.judges;
    const { id: sheetId } = (await d.list(judge)).sheets[0]!;
    const write = callerFor(judge, 'sheet.write');
    for (const gap of [0, 20_000, 600_000, 15_000]) {
      d.world.time.now += gap;
      await touchSheet(d.deps, write, { sheetId });
    }
    d.world.time.now += 5_000;
    await submitSheet(d.deps, write, d.sheet(sheetId));
    d.world.time.now += 20_000;
    await touchSheet(d.deps, write, { sheetId });
    const row = await d.world.db.selectFrom('sheet').select('active_ms').where('id', '=', sheetId);
    expect(await row.executeTakeFirst()).toEqual({ active_ms: 40_000 });
    expect(await readFlags(d.deps, callerFor(d.organiser, 'decision.read'))).toMatchObject({
      sheets: 1,
    });
  });

  it('has levels, and criteria of the telling only where every entry is told', async () => {
    const d = await begin(engine);
    const caller = callerFor(d.organiser, 'edition.edit');
    const save = async (work: 'drawing' | 'telling') => {
      const { version, edition, criteria } = await readRules(d.deps, caller);
      const [first, ...others] = criteria.map((line) => ({ ...line, levels: [] as string[] }));
      const changed = { ...first!, work, levels: ['Rất rõ', 'Rõ', 'Chưa rõ'] };
      return saveEdition(d.deps, caller, { version, edition, criteria: [changed, ...others] });
    };
    expect((await save('drawing')).criteria[0]).toMatchObject({
      work: 'drawing',
      levels: ['Rất rõ', 'Rõ', 'Chưa rõ'],
    });
    const told = { code: 'edition.telling-not-required' };
    await expect(save('telling')).rejects.toMatchObject(told);
    const { version } = await readRules(d.deps, caller);
    const telling = { mode: 'required' as const, maxMinutes: 3 };
    await saveSettings(d.deps, caller, { version, settings: { telling } });
    const { version: next } = await save('telling');
    const back = { version: next, settings: { telling: { ...telling, mode: 'none' as const } } };
    await expect(saveSettings(d.deps, caller, back)).rejects.toMatchObject(told);
  });
});
