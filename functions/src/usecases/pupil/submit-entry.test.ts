import { deflateSync, inflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@domain/story/hash.ts';
import {
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
  DAY_MS,
  sendStory,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { type BuiltStory, buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { openDraft } from './open-draft.ts';
import { sendPhoto } from '@server/usecases/photo/send-photo.ts';
import { photoBytes } from '@tests/fixtures/photos.ts';
import { putBlob } from './put-blob.ts';
import { readOwnPage } from './read-own-page.ts';
import { submitEntry } from './submit-entry.ts';

async function begin({ open }: TestEngine, story: BuiltStory = buildStory()) {
  const contest = await buildContest(await open());
  const { world } = contest;
  const pupil = await buildPupil(world, contest.schoolClass);
  const { entryId } = await openDraft(world.deps, callerFor(pupil, 'harbour.read'));
  await sendStory(world, pupil, story);
  const submit = ({ pictureHash, processHash }: BuiltStory = story, by = pupil) =>
    submitEntry(world.deps, callerFor(by, 'entry.submit'), { entryId, pictureHash, processHash });
  return { ...contest, pupil, entryId, story, submit };
}

describe.each(DATABASES)('submitting on $name', (engine) => {
  it('gives a receipt with number, time and hashes', async () => {
    const { story, submit } = await begin(engine);
    expect(await submit()).toEqual({
      number: 'BD-000001',
      submittedAt: START_MS,
      title: 'Ngọn hải đăng',
      pageCount: 2,
      pictureHash: story.pictureHash,
      processHash: story.processHash,
      tellingHash: null,
    });
  });

  it('gives two tabs that submit at once one and the same receipt', async () => {
    const { world, submit } = await begin(engine);
    const receipts = await Promise.all([submit(), submit(), submit()]);
    expect(new Set(receipts.map((receipt) => receipt.number))).toEqual(new Set(['BD-000001']));
    const { last_receipt: last } = await world.db
      .selectFrom('edition')
      .select('last_receipt')
      .executeTakeFirstOrThrow();
    expect(last).toBe(1);
  });

  it('gives the same receipt again, also when the round has closed meanwhile', async () => {
    const { world, submit } = await begin(engine);
    const receipt = await submit();
    world.time.now = START_MS + 2 * DAY_MS;
    expect(await submit()).toEqual(receipt);
  });

  it('refuses another story after the submission', async () => {
    const { world, pupil, submit } = await begin(engine);
    await submit();
    const other = buildStory({ title: 'Khác' });
    await sendStory(world, pupil, other);
    await expect(submit(other)).rejects.toMatchObject({
      code: 'entry.already-submitted',
      details: { number: 'BD-000001' },
    });
  });

  it('counts receipts up and draws a different blind code for everybody who comes at once', async () => {
    const { world, schoolClass } = await buildContest(await engine.open());
    const pupils = [];
    for (let i = 0; i < 6; i += 1) pupils.push(await buildPupil(world, schoolClass));
    const made = await Promise.all(pupils.map((pupil) => buildEntry(world, pupil)));
    expect(made.map(({ receipt }) => receipt.number).toSorted()).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `BD-00000${number}`),
    );
    const codes = await world.db.selectFrom('entry').select('blind_code').execute();
    expect(new Set(codes.map((row) => row.blind_code)).size).toBe(6);
  });

  it('opens and closes with the clock, to the millisecond', async () => {
    const { world, submit } = await begin(engine);
    world.time.now = START_MS - DAY_MS - 1;
    await expect(submit()).rejects.toMatchObject({
      code: 'entry.round-not-open',
      details: { opensAt: START_MS - DAY_MS },
    });
    world.time.now = START_MS + DAY_MS;
    await expect(submit()).rejects.toMatchObject({
      code: 'entry.round-closed',
      details: { closedAt: START_MS + DAY_MS },
    });
    world.time.now -= 1;
    expect(await submit()).toMatchObject({ number: 'BD-000001' });
  });

  it('takes only the picture that the process shows', async () => {
    const { world, pupil, story, submit } = await begin(engine);
    const finer = buildStory({ shiftPx: 1 });
    await sendStory(world, pupil, finer);
    const patched = { ...story, pictureHash: finer.pictureHash };
    await expect(submit(patched)).rejects.toMatchObject({ code: 'story.picture-differs' });
  });

  it('takes the same picture encoded otherwise, as a studio of an earlier version does', async () => {
    const { world, pupil, story, submit } = await begin(engine);
    const payload = inflateSync(story.picture.subarray(12));
    const stored = deflateSync(payload, { level: 0 });
    const picture = new Uint8Array([...story.picture.subarray(0, 12), ...stored]);
    const other = { ...story, picture, pictureHash: sha256Hex(picture) };
    await sendStory(world, pupil, other);
    expect(await submit(other)).toMatchObject({ pictureHash: other.pictureHash });
  });

  it('wants the photographs that the picture names, from any of its authors', async () => {
    const bytes = photoBytes();
    const hash = sha256Hex(bytes);
    const story = buildStory({ photo: hash });
    const { world, pupil, submit } = await begin(engine, story);
    await expect(submit()).rejects.toMatchObject({ code: 'blob.missing' });
    const caller = callerFor(pupil, 'blob.write');
    await putBlob(world.deps, caller, { hash, bytes });
    await expect(submit()).rejects.toMatchObject({ code: 'blob.missing' });
    await sendPhoto(world.deps, caller, { hash, bytes });
    expect(await submit()).toMatchObject({ pictureHash: story.pictureHash });
  });

  it('says what is missing from an incomplete story', async () => {
    const { submit } = await begin(engine, buildStory({ title: '', captions: ['Một mình.'] }));
    await expect(submit()).rejects.toMatchObject({
      code: 'story.incomplete',
      details: { problem: 'missing-title', problemCount: 2 },
    });
  });

  it('wants both blobs from the pupil who submits', async () => {
    const { submit } = await begin(engine);
    await expect(submit(buildStory({ title: 'Chưa gửi' }))).rejects.toMatchObject({
      code: 'blob.missing',
    });
  });

  it('lets nobody submit for somebody else', async () => {
    const { world, schoolClass, story, submit } = await begin(engine);
    const other = await buildPupil(world, schoolClass, { fullName: 'Lê Minh' });
    await expect(submit(story, other)).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('renders a page once however many ask for it first, and only pages that are there', async () => {
    const { world, pupil, entryId, submit } = await begin(engine);
    const read = (page: number) =>
      readOwnPage(world.deps, callerFor(pupil, 'draft.read'), { entryId, page });
    await expect(read(1)).rejects.toMatchObject({ code: 'entry.not-submitted' });
    await submit();
    const pages = await Promise.all([read(2), read(2), read(2)]);
    expect(new TextDecoder().decode(pages[0])).toBe('Đảo hiện ra.');
    await read(2);
    expect(world.rendered).toEqual(['Đảo hiện ra. 1280']);
    await expect(read(3)).rejects.toMatchObject({ code: 'not-found' });
  });
});
