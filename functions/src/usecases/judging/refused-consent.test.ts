import { describe, expect, it } from 'vitest';
import { NO_COMMENT } from '@domain/judging/child-comment.ts';
import type { ConsentParty, Purpose } from '@domain/classroom/consent.ts';
import type { Actor } from '@domain/people/actor.ts';
import {
  buildAdult,
  buildConsents,
  buildContest,
  buildEntry,
  buildPupil,
  type BuiltPupil,
  callerFor,
  EVERYBODY,
} from '@tests/fixtures/builders.ts';
import { freezeNow } from '@tests/fixtures/builders-decision.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { listGallery } from '@server/usecases/gallery/list-gallery.ts';
import { readGalleryEntry } from '@server/usecases/gallery/read-gallery-entry.ts';
import { closeJudging, closeSubmission } from '@server/usecases/organiser/close-round.ts';
import { publishRound } from '@server/usecases/organiser/publish-round.ts';
import { readOverview } from '@server/usecases/organiser/read-overview.ts';
import { readRanking } from '@server/usecases/organiser/read-ranking.ts';
import { listSheets } from './list-sheets.ts';
import { readSheet, readSheetPage } from './read-sheet.ts';
import { submitSheet } from './write-sheet.ts';

type Judge = Extract<Actor, { role: 'judge' }>;
type Line = readonly [Purpose, ConsentParty, boolean];

const GALLERY: readonly Line[] = [
  ['gallery', 'guardian', true],
  ['gallery', 'child', true],
];
const NO: Line = ['judge', 'guardian', false];

/** Two entries, both allowed in the gallery; two judges. */
async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const { world, schoolClass, organiser, edition } = contest;
  const { deps } = world;
  const say = (pupil: BuiltPupil, lines: readonly Line[]) => {
    world.time.now += 1;
    return buildConsents(world, pupil, schoolClass.teacher.accountId, lines);
  };
  const pupils: [BuiltPupil, BuiltPupil] = [
    await buildPupil(world, schoolClass),
    await buildPupil(world, schoolClass),
  ];
  const entryIds: string[] = [];
  for (const pupil of pupils) {
    entryIds.push((await buildEntry(world, pupil)).entryId);
    await say(pupil, GALLERY);
  }
  const judges: Judge[] = [];
  for (const name of ['Vũ Thị Lan', 'Đỗ Văn Hải']) {
    judges.push({ role: 'judge', accountId: await buildAdult(world, 'judge', name) });
  }
  const assign = () => assignNow({ deps }, organiser);
  const overview = () => readOverview(deps, callerFor(organiser, 'round.oversee'));
  const ranking = async () =>
    (await readRanking(deps, callerFor(organiser, 'round.oversee'))).divisions.flatMap(({ rows }) =>
      rows.map((row) => row.entryId),
    );
  const sheetsOf = async (judge: Judge) =>
    (await listSheets(deps, callerFor(judge, 'sheet.list'))).sheets;
  const scoreAll = async () => {
    const points = Object.fromEntries(edition.criterionIds.map((id) => [id, 5]));
    for (const judge of judges) {
      for (const { id: sheetId } of await sheetsOf(judge)) {
        const input = { sheetId, version: 0, points, note: '', comment: NO_COMMENT, flag: null };
        await submitSheet(deps, callerFor(judge, 'sheet.write'), input);
      }
    }
  };
  const closeAll = async () => {
    await closeSubmission(deps, callerFor(organiser, 'round.close'));
    await closeJudging(deps, callerFor(organiser, 'round.close'));
  };
  const publish = async () => {
    await freezeNow(world, organiser);
    await publishRound(deps, callerFor(organiser, 'round.publish'));
  };
  const wall = async () => (await listGallery(deps, visitor)).entries.map((e) => e.entryId);
  return {
    ...{ ...contest, deps, say, pupils, entryIds, judges },
    ...{ assign, overview, ranking, sheetsOf, scoreAll, closeAll, publish, wall },
  };
}

const visitor = callerFor(EVERYBODY, 'gallery.read');

describe.each(DATABASES)('a no to being judged on $name', (engine) => {
  it('keeps the entry from judges when it comes before the assignment', async () => {
    const { say, pupils, entryIds, judges, assign, overview, sheetsOf } = await begin(engine);
    await say(pupils[0], [NO]);
    expect(await assign()).toMatchObject({ entries: 1 });
    for (const judge of judges) expect(await sheetsOf(judge)).toHaveLength(1);
    expect((await overview()).entries).toMatchObject({ unassigned: 0 });
    expect(entryIds).toHaveLength(2);
  });

  it('takes the entry away from judges, ranking and gallery when it comes later', async () => {
    const { deps, say, pupils, entryIds, judges, ...act } = await begin(engine);
    await act.assign();
    await act.scoreAll();
    const before = await act.sheetsOf(judges[0]!);
    await say(pupils[0], [['take-part', 'child', false]]);

    const after = await act.sheetsOf(judges[0]!);
    expect(after).toHaveLength(1);
    const gone = before.find((sheet) => sheet.id !== after[0]!.id)!;
    const read = callerFor(judges[0]!, 'sheet.read');
    const ofSheet = { sheetId: gone.id };
    await expect(readSheet(deps, read, ofSheet)).rejects.toMatchObject({ code: 'not-found' });
    await expect(readSheetPage(deps, read, { ...ofSheet, page: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await act.ranking()).toEqual([entryIds[1]]);
    await act.closeAll();
    await act.publish();
    expect(await act.wall()).toEqual([entryIds[1]]);
    await expect(readGalleryEntry(deps, visitor, { entryId: entryIds[0]! })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('unpublishes at once, and a later yes brings the entry back', async () => {
    const { say, pupils, entryIds, ...act } = await begin(engine);
    await act.assign();
    await act.scoreAll();
    await act.closeAll();
    await act.publish();
    expect((await act.wall()).toSorted()).toEqual(entryIds.toSorted());
    await say(pupils[1], [NO]);
    expect(await act.wall()).toEqual([entryIds[0]]);
    await say(pupils[1], [['judge', 'guardian', true]]);
    expect((await act.wall()).toSorted()).toEqual(entryIds.toSorted());
  });
});
