import { describe, expect, it } from 'vitest';
import {
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
  DAY_MS,
  sendStory,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { listMissingBlobs } from './list-missing-blobs.ts';
import { openDraft } from './open-draft.ts';
import { putBlob } from './put-blob.ts';
import { readDraftBlob } from './read-draft-blob.ts';
import { readHarbour } from './read-harbour.ts';
import { saveDraft } from './save-draft.ts';
import { submitEntry } from './submit-entry.ts';

async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const pupil = await buildPupil(contest.world, contest.schoolClass);
  const { deps } = contest.world;
  const { entryId } = await openDraft(deps, callerFor(pupil, 'harbour.read'));
  const save = (baseVersion: number, processHash: string, by = pupil) =>
    saveDraft(deps, callerFor(by, 'draft.write'), { entryId, baseVersion, processHash });
  return { ...contest, deps, pupil, entryId, save };
}

const first = buildStory({ title: 'Bản một' });
const second = buildStory({ title: 'Bản hai', captions: ['Một.', 'Hai.', 'Ba.'] });
const third = buildStory({ title: 'Bản ba' });

describe.each(DATABASES)('drafts on $name', (engine) => {
  it('gives two tabs that open at once the same entry', async () => {
    const { world, schoolClass } = await buildContest(await engine.open());
    const pupil = await buildPupil(world, schoolClass);
    const caller = callerFor(pupil, 'harbour.read');
    const opened = await Promise.all(
      Array.from({ length: 6 }, () => openDraft(world.deps, caller)),
    );
    expect(new Set(opened.map((draft) => draft.entryId)).size).toBe(1);
    expect(await world.db.selectFrom('entry').select('id').execute()).toHaveLength(1);
  });

  it('numbers versions, keeps title and page count, and gives every version back', async () => {
    const { world, deps, pupil, entryId, save } = await begin(engine);
    await sendStory(world, pupil, first);
    await sendStory(world, pupil, second);
    await save(0, first.processHash);
    world.time.now += 5000;
    const view = await save(1, second.processHash);
    expect(view).toMatchObject({
      version: 2,
      processHash: second.processHash,
      savedAt: START_MS + 5000,
    });
    const harbour = await readHarbour(deps, callerFor(pupil, 'harbour.read'));
    expect(harbour).toMatchObject({
      fullName: 'Trần Bảo An',
      className: '4A',
      ageBand: '9-12',
      entry: { state: 'draft', title: 'Bản hai', pageCount: 3, savedAt: START_MS + 5000 },
    });
    const reader = callerFor(pupil, 'draft.read');
    const bytes = await readDraftBlob(deps, reader, { entryId, version: 1 });
    expect(bytes).toEqual(first.process);
  });

  it('takes the newest version again without counting up, from whatever base', async () => {
    const { world, pupil, save } = await begin(engine);
    await sendStory(world, pupil, first);
    await save(0, first.processHash);
    expect(await save(0, first.processHash)).toMatchObject({ version: 1 });
  });

  it('keeps a stale draft beside the newest and says which version it met', async () => {
    const { world, pupil, save } = await begin(engine);
    for (const story of [first, second, third]) await sendStory(world, pupil, story);
    await save(0, first.processHash);
    await save(1, second.processHash);
    await expect(save(1, third.processHash)).rejects.toMatchObject({
      code: 'draft.conflict',
      details: { version: 2 },
    });
    const kept = await world.db
      .selectFrom('draft_version')
      .select(['version', 'side', 'process_hash'])
      .orderBy('side')
      .orderBy('version')
      .execute();
    expect(kept).toEqual([
      { version: 1, side: 0, process_hash: first.processHash },
      { version: 2, side: 0, process_hash: second.processHash },
      { version: 2, side: 1, process_hash: third.processHash },
    ]);
    expect(await save(2, third.processHash)).toMatchObject({ version: 3 });
  });

  it('lets one of two machines win that save from the same version at once', async () => {
    const { world, pupil, save } = await begin(engine);
    for (const story of [first, second]) await sendStory(world, pupil, story);
    const outcomes = await Promise.allSettled([
      save(0, first.processHash),
      save(0, second.processHash),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = await world.db.selectFrom('draft_version').select('side').execute();
    expect(kept.map((version) => version.side).toSorted()).toEqual([0, 1]);
  });

  it('refuses a blob that nobody, or somebody else, has sent', async () => {
    const { world, deps, schoolClass, save } = await begin(engine);
    const friend = await buildPupil(world, schoolClass, { fullName: 'Lê Minh' });
    await expect(save(0, first.processHash)).rejects.toMatchObject({ code: 'blob.missing' });
    await sendStory(world, friend, first);
    await expect(save(0, first.processHash)).rejects.toMatchObject({ code: 'blob.missing' });
    const asked = { hashes: [first.processHash, second.processHash] };
    expect(await listMissingBlobs(deps, callerFor(friend, 'blob.write'), asked)).toEqual({
      missing: [second.processHash],
    });
  });

  it('refuses bytes that are no story, and keeps the draft as it was', async () => {
    const { world, deps, pupil, entryId, save } = await begin(engine);
    const caller = callerFor(pupil, 'blob.write');
    // A picture is not a process.
    await putBlob(deps, caller, { hash: first.pictureHash, bytes: first.picture });
    await expect(save(0, first.pictureHash)).rejects.toMatchObject({ code: 'story.malformed' });
    const entry = await world.db
      .selectFrom('entry')
      .select('draft_version')
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow();
    expect(entry.draft_version).toBe(0);
  });

  it('saves before the round opens, and after it has closed only reads', async () => {
    const { world, deps, pupil, entryId, save } = await begin(engine);
    for (const story of [first, second]) await sendStory(world, pupil, story);
    world.time.now = START_MS - 2 * DAY_MS;
    await save(0, first.processHash);
    world.time.now = START_MS + DAY_MS;
    await expect(save(1, second.processHash)).rejects.toMatchObject({
      code: 'entry.round-closed',
      details: { closedAt: START_MS + DAY_MS },
    });
    const reader = callerFor(pupil, 'draft.read');
    expect(await readDraftBlob(deps, reader, { entryId, version: 1 })).toEqual(first.process);
  });

  it('refuses to change what was submitted', async () => {
    const { world, pupil, save } = await begin(engine);
    await buildEntry(world, pupil, { story: first });
    await sendStory(world, pupil, second);
    await expect(save(0, second.processHash)).rejects.toMatchObject({
      code: 'entry.already-submitted',
    });
  });

  it('shows a draft to its authors only, and no unknown one to anybody', async () => {
    const { world, deps, schoolClass, entryId, save } = await begin(engine);
    const other = await buildPupil(world, schoolClass, { fullName: 'Lê Minh' });
    await expect(save(0, first.processHash, other)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    const reader = callerFor(other, 'draft.read');
    await expect(readDraftBlob(deps, reader, { entryId, version: 1 })).rejects.toMatchObject({
      code: 'permission.denied',
    });
    const unknown = { entryId: 'x'.repeat(22), version: 1 };
    await expect(readDraftBlob(deps, reader, unknown)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps a blob once however often it is sent, and none under a wrong name', async () => {
    const { world, deps, pupil } = await begin(engine);
    const caller = callerFor(pupil, 'blob.write');
    await sendStory(world, pupil, first);
    await sendStory(world, pupil, first);
    expect(await world.db.selectFrom('blob').select('hash').execute()).toHaveLength(2);
    const wrong = { hash: second.processHash, bytes: first.process };
    await expect(putBlob(deps, caller, wrong)).rejects.toMatchObject({
      code: 'blob.hash-differs',
    });
  });

  it('keeps room for the submission when drafts have filled the rest', async () => {
    const { world, deps, pupil, entryId, save } = await begin(engine);
    const fill = async (hash: string, sizeBytes: number) => {
      const blob = { hash, size_bytes: sizeBytes, media_type: 'x', created_at: START_MS };
      await world.db.insertInto('blob').values(blob).execute();
      await world.db.insertInto('blob_sender').values({ hash, pupil_id: pupil.pupilId }).execute();
    };
    await sendStory(world, pupil, first);
    await fill('d'.repeat(64), 1024 ** 3);
    await expect(save(0, first.processHash)).rejects.toMatchObject({ code: 'blob.store-full' });
    const hashes = { pictureHash: first.pictureHash, processHash: first.processHash };
    const submitter = callerFor(pupil, 'entry.submit');
    expect(await submitEntry(deps, submitter, { entryId, ...hashes })).toMatchObject(hashes);

    await fill('e'.repeat(64), 64 * 1024 ** 2);
    const blob = { hash: second.processHash, bytes: second.process };
    await expect(putBlob(deps, callerFor(pupil, 'blob.write'), blob)).rejects.toMatchObject({
      code: 'blob.store-full',
    });
  });
});
