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
  callerFor,
  DAY_MS,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { closeJudging, closeSubmission } from '@server/usecases/organiser/close-round.ts';
import { listSheets } from './list-sheets.ts';
import { readSheet, readSheetPage } from './read-sheet.ts';
import { saveSheet, type SheetInput, submitSheet } from './write-sheet.ts';

type Judge = Extract<Actor, { role: 'judge' }>;

async function begin({ open }: TestEngine, entryCount = 1) {
  const contest = await buildContest(await open());
  const { world, schoolClass, organiser, edition } = contest;
  const { deps } = world;
  const entryIds: Id[] = [];
  for (let i = 0; i < entryCount; i += 1) {
    const pupil = await buildPupil(world, schoolClass, { fullName: `Hoàng Yến Nhi ${i}` });
    entryIds.push((await buildEntry(world, pupil)).entryId);
  }
  const judges: [Judge, Judge] = [
    { role: 'judge', accountId: await buildAdult(world, 'judge', 'Vũ Thị Lan') },
    { role: 'judge', accountId: await buildAdult(world, 'judge', 'Đỗ Văn Hải') },
  ];
  await assignNow({ deps }, organiser);
  const list = (judge: Judge) => listSheets(deps, callerFor(judge, 'sheet.list'));
  const { sheets } = await list(judges[0]);
  const sheetId = sheets[0]!.id;
  const [content, art] = edition.criterionIds as [Id, Id];
  const input = (points: Record<Id, number>, version = 0, note = ''): SheetInput => ({
    sheetId,
    version,
    points,
    note,
    comment: NO_COMMENT,
    flag: null,
  });
  const save = (given: SheetInput, judge = judges[0]) =>
    saveSheet(deps, callerFor(judge, 'sheet.write'), given);
  const submit = (given: SheetInput) =>
    submitSheet(deps, callerFor(judges[0], 'sheet.write'), given);
  return { ...contest, deps, entryIds, judges, list, sheetId, content, art, input, save, submit };
}

describe.each(DATABASES)('judging on $name', (engine) => {
  it('shows a judge nothing that names a child, a class or a school', async () => {
    const { deps, world, judges, sheetId, list } = await begin(engine, 3);
    const { sheets, judgingOpen } = await list(judges[0]);
    expect(judgingOpen).toBe(true);
    expect(sheets).toHaveLength(3);
    const view = await readSheet(deps, callerFor(judges[0], 'sheet.read'), { sheetId });
    const caller = callerFor(judges[0], 'sheet.read');
    const page = await readSheetPage(deps, caller, { sheetId, page: 1 });
    const answers = JSON.stringify({ sheets, view }) + Buffer.from(page).toString('latin1');
    const roster = await world.db
      .selectFrom('pupil')
      .innerJoin('entry_author', 'entry_author.pupil_id', 'pupil.id')
      .innerJoin('entry', 'entry.id', 'entry_author.entry_id')
      .select(['pupil.full_name', 'pupil.id', 'pupil.birth_date', 'pupil.class_id'])
      .select(['entry.id as entryId', 'entry.receipt_number', 'entry.process_hash'])
      .execute();
    const names = ['4A', 'Hải Âu', 'Sóng Xanh', 'Nhi', 'Phạm Thu Hằng'];
    for (const secret of [...names, ...roster.flatMap((row) => Object.values(row))]) {
      expect(answers).not.toContain(String(secret));
    }
  });

  it('opens a sheet to its own judge only', async () => {
    const { deps, judges, sheetId, input, content, save } = await begin(engine);
    const other = callerFor(judges[1], 'sheet.read');
    const refusal = { code: 'permission.denied' };
    await expect(readSheet(deps, other, { sheetId })).rejects.toMatchObject(refusal);
    await expect(readSheetPage(deps, other, { sheetId, page: 1 })).rejects.toMatchObject(refusal);
    await expect(save(input({ [content]: 1 }), judges[1])).rejects.toMatchObject(refusal);
    const unknown = { sheetId: 'x'.repeat(22) };
    await expect(readSheet(deps, other, unknown)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('gives each judge the entries in an order of their own', async () => {
    const { judges, list } = await begin(engine, 8);
    const orders = await Promise.all(judges.map(async (judge) => (await list(judge)).sheets));
    const [first, second] = orders.map((sheets) => sheets.map((sheet) => sheet.blindCode));
    expect(first!.toSorted()).toEqual(second!.toSorted());
    expect(first).not.toEqual(second);
  });

  it('keeps an unfinished sheet and totals it only when every criterion has points', async () => {
    const { judges, list, input, save, content, art } = await begin(engine);
    const kept = await save(input({ [content]: 45 }, 0, 'Nét vẽ mạnh dạn'));
    expect(kept).toMatchObject({ state: 'started', version: 1, points: { [content]: 45 } });
    expect((await list(judges[0])).sheets).toMatchObject([{ state: 'started', total: null }]);
    await save(input({ [content]: 45, [art]: 0 }, 1));
    expect((await list(judges[0])).sheets).toMatchObject([{ total: 45 }]);
  });

  it('refuses a save from a version that another window has changed, and keeps that one', async () => {
    const { input, save, content } = await begin(engine);
    await save(input({ [content]: 45 }));
    await expect(save(input({ [content]: 50 }))).rejects.toMatchObject({
      code: 'judging.sheet-conflict',
      details: { version: 1 },
    });
    // A save whose answer was lost on the way is sent again.
    expect(await save(input({ [content]: 45 }))).toMatchObject({ version: 1 });
  });

  it('lets one of two windows win that save from the same version at once', async () => {
    const { input, save, content } = await begin(engine);
    const outcomes = await Promise.allSettled([
      save(input({ [content]: 10 })),
      save(input({ [content]: 20 })),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes whole sheets within the rubric only', async () => {
    const { input, save, submit, content, art } = await begin(engine);
    const outOfRange = { code: 'judging.points-out-of-range' };
    await expect(save(input({ [content]: 61 }))).rejects.toMatchObject(outOfRange);
    await expect(save(input({ ['x'.repeat(22)]: 1 }))).rejects.toMatchObject(outOfRange);
    await expect(submit(input({ [art]: 40 }))).rejects.toMatchObject({
      code: 'judging.sheet-incomplete',
      details: { missing: 1 },
    });
  });

  it('takes a full sheet once, the same again without error, and no change after', async () => {
    const { world, input, save, submit, content, art } = await begin(engine);
    const full = input({ [content]: 60, [art]: 0 });
    const done = await submit(full);
    expect(done).toMatchObject({ state: 'submitted', submittedAt: START_MS, version: 1 });
    world.time.now += 1000;
    expect(await submit(full)).toEqual(done);
    const submitted = { code: 'judging.sheet-submitted' };
    await expect(submit(input({ [content]: 59, [art]: 0 }, 1))).rejects.toMatchObject(submitted);
    await expect(save(input({ [content]: 60, [art]: 0 }, 1))).rejects.toMatchObject(submitted);
  });

  it('closes with the round, for good', async () => {
    const { world, deps, judges, list, organiser, input, save, submit, content, art } = await begin(
      engine,
      2,
    );
    await submit(input({ [content]: 1, [art]: 1 }));
    const close = callerFor(organiser, 'round.close');
    await closeSubmission(deps, close);
    await closeJudging(deps, close);
    world.time.now += DAY_MS;
    const { sheets, judgingOpen } = await list(judges[0]);
    expect(judgingOpen).toBe(false);
    const open = sheets.find((sheet) => sheet.state === 'assigned')!;
    const late = { ...input({ [content]: 2 }), sheetId: open.id };
    await expect(save(late)).rejects.toMatchObject({ code: 'judging.closed' });
  });

  it('shows the words and pages of the picture that was submitted', async () => {
    const { deps, world, schoolId, edition, judges, organiser, list } = await begin(engine);
    const other = await buildClass(world, edition, schoolId, '5A');
    const captions = ['Sóng lên.', 'Gió về.', 'Thuyền neo.'];
    const story = buildStory({ title: 'Bão xa', captions });
    await buildEntry(world, await buildPupil(world, other), { story });
    await assignNow({ deps }, organiser);
    const { sheets } = await list(judges[0]);
    const { id: sheetId } = sheets.find((sheet) => sheet.title === 'Bão xa')!;
    const caller = callerFor(judges[0], 'sheet.read');
    expect(await readSheet(deps, caller, { sheetId })).toMatchObject({
      title: 'Bão xa',
      captions,
      altTexts: ['', '', ''],
      criteria: [{ name: 'Nội dung', maxPoints: 60 }, { name: 'Mĩ thuật' }],
    });
    const page = await readSheetPage(deps, caller, { sheetId, page: 3 });
    expect(new TextDecoder().decode(page)).toBe('Thuyền neo.');
    await expect(readSheetPage(deps, caller, { sheetId, page: 4 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
