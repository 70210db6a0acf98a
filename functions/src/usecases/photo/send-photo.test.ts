import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@domain/story/hash.ts';
import { MAX_PHOTO_FILE_BYTES } from '@domain/story/photo-file.ts';
import { developPhoto } from '@server/adapters/raster/develop-photo.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import { readDraftBlob } from '@server/usecases/pupil/read-draft-blob.ts';
import { saveDraft } from '@server/usecases/pupil/save-draft.ts';
import { sentBytesOf } from '@server/store/queries/blobs.ts';
import { buildContest, buildPupil, callerFor, sendStory } from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { photoBytes, photoWithPlace } from '@tests/fixtures/photos.ts';
import { photoFile, readDraftPhoto } from './photo-file.ts';
import { sendPhoto } from './send-photo.ts';

async function begin({ open }: TestEngine) {
  const { world, schoolClass } = await buildContest(await open());
  const deps = { ...world.deps, developPhoto };
  const pupil = await buildPupil(world, schoolClass);
  const other = await buildPupil(world, schoolClass, { fullName: 'Lê Minh' });
  const { entryId } = await openDraft(deps, callerFor(pupil, 'harbour.read'));
  const send = (bytes: Uint8Array, { hash = sha256Hex(bytes), from = pupil } = {}) =>
    sendPhoto(deps, callerFor(from, 'blob.write'), { hash, bytes });
  const read = (hash: string, by = pupil) =>
    readDraftPhoto(deps, callerFor(by, 'draft.read'), { entryId, hash });
  return { world, deps, pupil, other, entryId, send, read };
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe.each(DATABASES)('a photograph on $name', (engine) => {
  it('is kept as its pixels alone, under the name it was sent by', async () => {
    const { send, read, world, pupil } = await begin(engine);
    const bytes = await photoWithPlace();
    expect(latin(bytes)).toContain('Exif\0\0MM');
    await send(bytes);
    await send(bytes);
    const kept = await read(sha256Hex(bytes));
    expect(latin(kept)).not.toContain('Exif');
    expect([...kept.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(await loadImage(Buffer.from(kept))).toMatchObject({ width: 64, height: 48 });
    expect(await world.deps.files.has(sha256Hex(bytes))).toBe(false);
    expect(await sentBytesOf(world.db, pupil.pupilId)).toBe(kept.length);
  });

  it('is refused when it is no picture, under another name, or too large', async () => {
    const { send } = await begin(engine);
    const malformed = { code: 'photo.malformed' };
    const tooLarge = { code: 'photo.too-large' };
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await expect(send(svg)).rejects.toMatchObject(malformed);
    await expect(send(photoBytes())).rejects.toMatchObject(malformed);
    await expect(send(photoBytes(0, 3))).rejects.toMatchObject(malformed);
    await expect(send(photoBytes(60_000, 60_000))).rejects.toMatchObject(tooLarge);
    const padded = new Uint8Array(MAX_PHOTO_FILE_BYTES + 1);
    padded.set(photoBytes());
    await expect(send(padded)).rejects.toMatchObject(tooLarge);
    const hash = sha256Hex(photoBytes(5, 5));
    await expect(send(await photoWithPlace(), { hash })).rejects.toMatchObject({
      code: 'blob.hash-differs',
    });
  });

  it('is read by who draws the entry, when an author of it sent it', async () => {
    const { send, read, other } = await begin(engine);
    const bytes = await photoWithPlace();
    const hash = sha256Hex(bytes);
    await send(bytes, { from: other });
    await expect(read(hash)).rejects.toMatchObject({ code: 'not-found' });
    await expect(read(hash, other)).rejects.toMatchObject({ code: 'permission.denied' });
    await send(bytes);
    expect(await read(hash)).toHaveLength((await read(hash)).length);
  });

  it('is no way to any other file', async () => {
    const { world, deps, pupil, entryId, read } = await begin(engine);
    const story = buildStory();
    await sendStory(world, pupil, story);
    await saveDraft(deps, callerFor(pupil, 'draft.write'), {
      entryId,
      baseVersion: 0,
      processHash: story.processHash,
    });
    const draft = { entryId, version: 1 };
    await expect(readDraftBlob(deps, callerFor(pupil, 'draft.read'), draft)).resolves.toBeDefined();
    await expect(read(story.processHash)).rejects.toMatchObject({ code: 'not-found' });
    expect(await photoFile(deps, story.processHash)).toBeNull();
  });
});
