import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentParty, Purpose } from '@domain/classroom/consent.ts';
import { DEFAULT_SETTINGS } from '@domain/contest/settings.ts';
import type { BlobHash } from '@domain/kernel/ids.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { cleanRecording } from '@domain/story/recording/clean-recording.ts';
import { encodeTelling } from '@domain/story/telling-manifest.ts';
import { goOn, NO_TELLING, type Telling, type TellingRule, write } from '@domain/story/telling.ts';
import {
  buildAdult,
  buildConsents,
  buildContest,
  type BuiltPupil,
  buildPupil,
  callerFor,
  EVERYBODY,
  sendStory,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { oggRecording } from '@tests/fixtures/ogg-recording.ts';
import { listSheets } from '@server/usecases/judging/list-sheets.ts';
import { closeSubmission } from '@server/usecases/organiser/close-round.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import { putBlob } from '@server/usecases/pupil/put-blob.ts';
import { submitEntry } from '@server/usecases/pupil/submit-entry.ts';
import { openTelling, readDraftRecording, saveTelling } from './draft-telling.ts';
import { joinRecording } from './join-recording.ts';
import {
  readGallerySound,
  readGalleryTold,
  readOwnTold,
  readSheetSound,
  readSheetTold,
} from './read-told.ts';

const raw = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/recordings/chromium.webm')),
);
const SOUND = cleanRecording(raw).bytes;
const OTHER = cleanRecording(oggRecording({ packets: 60, comment: 'x' })).bytes;
const visitor = callerFor(EVERYBODY, 'gallery.read');
const YES = (purpose: Purpose) =>
  (['guardian', 'child'] as readonly ConsentParty[]).map(
    (party) => [purpose, party, true] as const,
  );

async function begin(
  { open }: TestEngine,
  rule: TellingRule = { mode: 'optional', maxMinutes: 1 },
) {
  const contest = await buildContest(await open());
  const { world, schoolClass, organiser } = contest;
  const { deps, db } = world;
  const setRule = (telling: TellingRule) =>
    db
      .updateTable('edition')
      .set({ settings: JSON.stringify({ ...DEFAULT_SETTINGS, telling }) })
      .execute();
  await setRule(rule);

  const pupilWithEntry = async (fullName: string) => {
    const pupil = await buildPupil(world, schoolClass, { fullName });
    const as = (action: Parameters<typeof callerFor>[1]) => callerFor(pupil, action);
    const { entryId } = await openDraft(deps, as('harbour.read'));
    const send = async (bytes: Uint8Array): Promise<BlobHash> => {
      const hash = sha256Hex(bytes);
      await putBlob(deps, as('blob.write'), { hash, bytes });
      return hash;
    };
    const join = async (...pieces: Uint8Array[]) => {
      const hashes: BlobHash[] = [];
      for (const piece of pieces) hashes.push(await send(piece));
      return joinRecording(deps, as('blob.write'), { pieces: hashes });
    };
    const save = async (telling: Telling, baseVersion: number) =>
      saveTelling(deps, as('draft.write'), {
        entryId,
        baseVersion,
        tellingHash: await send(encodeTelling(telling)),
      });
    const story = buildStory();
    const submit = async (telling: Telling | null) => {
      await sendStory(world, pupil, story);
      const tellingHash = telling === null ? null : await send(encodeTelling(telling));
      const { pictureHash, processHash } = story;
      const input = { entryId, pictureHash, processHash, tellingHash };
      return submitEntry(deps, as('entry.submit'), input);
    };
    return { pupil, as, entryId, send, join, save, submit };
  };
  const consent = (pupil: BuiltPupil, ...purposes: Purpose[]) =>
    buildConsents(world, pupil, schoolClass.teacher.accountId, purposes.flatMap(YES));
  const publish = () =>
    db.updateTable('round').set({ judging_closed_at: START_MS, published_at: START_MS }).execute();
  return { ...contest, deps, setRule, pupilWithEntry, consent, publish, organiser };
}

describe.each(DATABASES)('a telling on $name', (engine) => {
  it('is put together from pieces, saved, and opened again at another machine', async () => {
    const { deps, pupilWithEntry } = await begin(engine);
    const an = await pupilWithEntry('Trần Bảo An');
    const recording = await an.join(SOUND.slice(0, 1000), SOUND.slice(1000));
    expect(recording).toMatchObject({ hash: sha256Hex(SOUND), mediaType: 'audio/webm' });
    expect(await an.join(SOUND)).toEqual(recording);

    const telling = write(goOn(NO_TELLING, 1, recording), 2, 'Đảo hiện ra giữa sóng.');
    expect(await an.save(telling, 0)).toEqual({ version: 1 });
    expect(await an.save(telling, 0)).toEqual({ version: 1 });
    const opened = await openTelling(deps, an.as('draft.read'), { entryId: an.entryId });
    expect(opened).toEqual({ version: 1, telling });
    const sound = await readDraftRecording(deps, an.as('draft.read'), {
      entryId: an.entryId,
      hash: recording.hash,
    });
    expect(sound.mediaType).toBe('audio/webm');
    expect(sha256Hex(sound.bytes)).toBe(recording.hash);

    const stale = an.save(write(telling, 1, 'Khác.'), 0);
    await expect(stale).rejects.toMatchObject({
      code: 'telling.conflict',
      details: { version: 1 },
    });
  });

  it('takes no recording that would tell more than its sound, and none that was not sent', async () => {
    const { deps, pupilWithEntry } = await begin(engine);
    const an = await pupilWithEntry('Trần Bảo An');
    const binh = await pupilWithEntry('Đỗ Bình');
    await expect(an.join(raw)).rejects.toMatchObject({ code: 'telling.malformed' });
    await expect(an.join(new Uint8Array(99))).rejects.toMatchObject({ code: 'telling.malformed' });

    const recording = await an.join(SOUND);
    await expect(
      joinRecording(deps, binh.as('blob.write'), { pieces: [recording.hash] }),
    ).rejects.toMatchObject({ code: 'blob.missing' });
    const stolen = goOn(NO_TELLING, 1, recording);
    await expect(binh.save(stolen, 0)).rejects.toMatchObject({ code: 'blob.missing' });
    const lying = goOn(NO_TELLING, 1, { ...recording, durationMs: 500 });
    await expect(an.save(lying, 0)).rejects.toMatchObject({ code: 'telling.malformed' });
    await expect(
      readDraftRecording(deps, binh.as('draft.read'), {
        entryId: binh.entryId,
        hash: recording.hash,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is submitted with the pictures, its hash on the receipt', async () => {
    const { deps, pupilWithEntry } = await begin(engine);
    const an = await pupilWithEntry('Trần Bảo An');
    const telling = goOn(NO_TELLING, 1, await an.join(SOUND));
    const receipt = await an.submit(telling);
    expect(receipt.tellingHash).toBe(sha256Hex(encodeTelling(telling)));
    expect(await an.submit(telling)).toEqual(receipt);
    await expect(an.submit(null)).rejects.toMatchObject({ code: 'entry.already-submitted' });
    const { told } = await readOwnTold(deps, an.as('draft.read'), { entryId: an.entryId });
    expect(told?.turns).toEqual([
      { page: 1, recording: 0, fromMs: 0, toMs: telling.recordings[0]!.durationMs },
    ]);
    await expect(an.save(telling, 0)).rejects.toMatchObject({ code: 'entry.already-submitted' });
  });

  it('is asked for, limited or left out as the edition says', async () => {
    const { setRule, pupilWithEntry } = await begin(engine, { mode: 'required', maxMinutes: 1 });
    const an = await pupilWithEntry('Trần Bảo An');
    await expect(an.submit(null)).rejects.toMatchObject({ code: 'telling.missing' });
    await expect(an.submit(NO_TELLING)).rejects.toMatchObject({ code: 'telling.missing' });
    const recording = await an.join(SOUND);
    const long = Array.from({ length: 40 }).reduce<Telling>(
      (telling) => goOn(telling, 1, recording),
      NO_TELLING,
    );
    await expect(an.submit(long)).rejects.toMatchObject({
      code: 'telling.too-long',
      details: { maxMinutes: 1 },
    });
    const beyond = goOn(NO_TELLING, 3, recording);
    await expect(an.submit(beyond)).rejects.toMatchObject({ code: 'telling.malformed' });
    await setRule({ mode: 'none', maxMinutes: 1 });
    const spoken = goOn(NO_TELLING, 1, recording);
    await expect(an.submit(spoken)).rejects.toMatchObject({ code: 'telling.off' });
    await setRule({ mode: 'required', maxMinutes: 1 });
    const written = write(NO_TELLING, 1, 'Biển động, thuyền chưa về.');
    expect((await an.submit(written)).tellingHash).not.toBeNull();
  });

  it('reaches its judges without a trace of who speaks, and nobody else’s', async () => {
    const { world, deps, organiser, edition, pupilWithEntry } = await begin(engine);
    const an = await pupilWithEntry('Trần Bảo An');
    const telling = goOn(goOn(NO_TELLING, 1, await an.join(SOUND)), 2, await an.join(OTHER));
    await an.submit(telling);
    const judges = [await buildAdult(world, 'judge', 'A'), await buildAdult(world, 'judge', 'B')];
    await closeSubmission(deps, callerFor(organiser, 'round.close'));
    await assignNow({ deps }, organiser);
    const judge = { role: 'judge', accountId: judges[0]! } as const;
    const { sheets } = await listSheets(deps, callerFor(judge, 'sheet.list'));
    const sheetId = sheets[0]!.id;
    const reading = callerFor(judge, 'sheet.read');
    const { told } = await readSheetTold(deps, reading, { sheetId });
    const text = JSON.stringify(told);
    for (const secret of [
      an.entryId,
      an.pupil.pupilId,
      edition.id,
      ...telling.recordings.map((r) => r.hash),
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(told?.recordings.map(({ mediaType }) => mediaType)).toEqual(['audio/webm', 'audio/ogg']);
    const sound = await readSheetSound(deps, reading, { sheetId, recording: 1 });
    expect(sha256Hex(sound.bytes)).toBe(sha256Hex(OTHER));
    await expect(readSheetSound(deps, reading, { sheetId, recording: 2 })).rejects.toMatchObject({
      code: 'not-found',
    });
    const stranger = callerFor(
      { role: 'judge', accountId: world.deps.randomness.id() },
      'sheet.read',
    );
    for (const attempt of [
      readSheetTold(deps, stranger, { sheetId }),
      readSheetSound(deps, stranger, { sheetId, recording: 0 }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'permission.denied' });
    }
  });

  it('is heard in public only with the voice’s own consent, and read with the gallery’s', async () => {
    const { world, deps, schoolClass, pupilWithEntry, consent, publish } = await begin(engine);
    const an = await pupilWithEntry('Trần Bảo An');
    await an.submit(write(goOn(NO_TELLING, 1, await an.join(SOUND)), 2, 'Sóng vỗ.'));
    const { entryId } = an;
    const told = () => readGalleryTold(deps, visitor, { entryId });
    const sound = () => readGallerySound(deps, visitor, { entryId, recording: 0 });
    await consent(an.pupil, 'voice');
    await publish();
    await expect(told()).rejects.toMatchObject({ code: 'not-found' });
    await expect(sound()).rejects.toMatchObject({ code: 'not-found' });
    await consent(an.pupil, 'gallery');
    expect((await told()).told?.turns).toHaveLength(1);
    expect(sha256Hex((await sound()).bytes)).toBe(sha256Hex(SOUND));
    world.time.now += 1;
    await buildConsents(world, an.pupil, schoolClass.teacher.accountId, [
      ['voice', 'child', false],
    ]);
    expect((await told()).told).toEqual({
      recordings: [],
      turns: [],
      written: [{ page: 2, text: 'Sóng vỗ.' }],
    });
    await expect(sound()).rejects.toMatchObject({ code: 'not-found' });
  });
});
