import { describe, expect, it } from 'vitest';
import {
  buildContest,
  buildPupil,
  callerFor,
  sendStory,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { listDraftVersions } from './list-draft-versions.ts';
import { openDraft } from './open-draft.ts';
import { readDraftCopy } from './read-draft-copy.ts';
import { saveDraft } from './save-draft.ts';

const MINUTE_MS = 60_000;
const first = buildStory({ title: 'Bản một' });
const second = buildStory({ title: 'Bản hai' });
const aside = buildStory({ title: 'Bản ở máy kia' });

/** Two saved versions, an hour apart, and one of another machine that came too late. */
async function drawn({ open }: TestEngine) {
  const { world, schoolClass } = await buildContest(await open());
  const { deps } = world;
  const pupil = await buildPupil(world, schoolClass);
  const friend = await buildPupil(world, schoolClass, { fullName: 'Lê Minh' });
  for (const story of [first, second, aside]) await sendStory(world, pupil, story);
  const { entryId } = await openDraft(deps, callerFor(pupil, 'harbour.read'));
  const writer = callerFor(pupil, 'draft.write');
  const save = (baseVersion: number, processHash: string) =>
    saveDraft(deps, writer, { entryId, baseVersion, processHash });
  await save(0, first.processHash);
  world.time.now += 60 * MINUTE_MS;
  await save(1, second.processHash);
  world.time.now += MINUTE_MS;
  await expect(save(1, aside.processHash)).rejects.toThrow('draft.conflict');
  return { world, deps, pupil, friend, entryId, save };
}

describe.each(DATABASES)('kept copies of a draft on $name', (engine) => {
  it('are listed newest first, side versions among them', async () => {
    const { deps, pupil, entryId } = await drawn(engine);
    const listed = await listDraftVersions(deps, callerFor(pupil, 'draft.read'), { entryId });
    expect(listed.copies).toEqual([
      {
        version: 2,
        side: true,
        savedAt: START_MS + 61 * MINUTE_MS,
        processHash: aside.processHash,
      },
      {
        version: 2,
        side: false,
        savedAt: START_MS + 60 * MINUTE_MS,
        processHash: second.processHash,
      },
      { version: 1, side: false, savedAt: START_MS, processHash: first.processHash },
    ]);
  });

  it('are given back byte by byte, and become the newest version when saved again', async () => {
    const { deps, pupil, entryId, save } = await drawn(engine);
    const reader = callerFor(pupil, 'draft.read');
    const copy = { entryId, hash: aside.processHash };
    expect(await readDraftCopy(deps, reader, copy)).toEqual(aside.process);
    expect(await save(2, aside.processHash)).toMatchObject({ version: 3 });
    const { copies } = await listDraftVersions(deps, reader, { entryId });
    expect(copies.map(({ processHash }) => processHash)).toEqual(
      [aside, second, first].map(({ processHash }) => processHash),
    );
  });

  it('are for their authors only', async () => {
    const { deps, friend, entryId } = await drawn(engine);
    const reader = callerFor(friend, 'draft.read');
    await expect(listDraftVersions(deps, reader, { entryId })).rejects.toMatchObject({
      code: 'permission.denied',
    });
    const copy = { entryId, hash: first.processHash };
    await expect(readDraftCopy(deps, reader, copy)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('are no way to a blob that is no version of this very draft', async () => {
    const { world, deps, pupil, friend, entryId } = await drawn(engine);
    const reader = callerFor(pupil, 'draft.read');
    const theirs = buildStory({ title: 'Truyện của bạn' });
    await sendStory(world, friend, theirs);
    const friends = await openDraft(deps, callerFor(friend, 'harbour.read'));
    await saveDraft(deps, callerFor(friend, 'draft.write'), {
      entryId: friends.entryId,
      baseVersion: 0,
      processHash: theirs.processHash,
    });
    for (const hash of [theirs.processHash, first.pictureHash, 'a'.repeat(64)]) {
      await expect(readDraftCopy(deps, reader, { entryId, hash })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });
});
