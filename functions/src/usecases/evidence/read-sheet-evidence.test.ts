import { describe, expect, it } from 'vitest';
import { decodeFilm } from '@domain/story/film-codec.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import {
  buildAdult,
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
} from '@tests/fixtures/builders.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { photoBytes } from '@tests/fixtures/photos.ts';
import { listSheets } from '@server/usecases/judging/list-sheets.ts';
import { sendPhoto } from '@server/usecases/photo/send-photo.ts';
import {
  readSheetFilm,
  readSheetPhoto,
  readSheetPicture,
  readSheetShares,
} from './read-sheet-evidence.ts';

async function begin({ open }: TestEngine) {
  const { world, schoolClass, organiser } = await buildContest(await open());
  const { deps } = world;
  const pupil = await buildPupil(world, schoolClass);
  const sent = photoBytes();
  const photo = sent.toReversed();
  const hash = sha256Hex(sent);
  await sendPhoto(deps, callerFor(pupil, 'blob.write'), { hash, bytes: sent });
  const story = buildStory({ photo: hash });
  await buildEntry(world, pupil, { story });
  const judge = { role: 'judge', accountId: await buildAdult(world, 'judge', 'Vũ Lan') } as const;
  const other = { role: 'judge', accountId: await buildAdult(world, 'judge', 'Đỗ Hải') } as const;
  await assignNow({ deps }, organiser);
  const { sheets } = await listSheets(deps, callerFor(judge, 'sheet.list'));
  const reader = callerFor(judge, 'sheet.read');
  const stranger = callerFor(other, 'sheet.read');
  return { deps, story, photo, hash, reader, stranger, sheetId: sheets[0]!.id };
}

describe.each(DATABASES)('evidence before a judge on $name', (engine) => {
  it('is the picture, its film, its shares and the photographs it names', async () => {
    const { deps, story, photo, hash, reader, sheetId } = await begin(engine);
    expect(await readSheetPicture(deps, reader, { sheetId })).toEqual(story.picture);
    expect(decodeFilm(await readSheetFilm(deps, reader, { sheetId })).beats).toHaveLength(3);
    expect(await readSheetShares(deps, reader, { sheetId })).toMatchObject({ drawn: 400 });
    expect(await readSheetPhoto(deps, reader, { sheetId, hash })).toEqual(photo);
  });

  it('is never the process, or any other file', async () => {
    const { deps, story, reader, sheetId } = await begin(engine);
    for (const hash of [story.processHash, story.pictureHash]) {
      await expect(readSheetPhoto(deps, reader, { sheetId, hash })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('is withheld from a judge of other sheets', async () => {
    const { deps, hash, stranger, sheetId } = await begin(engine);
    const outcomes = await Promise.allSettled([
      readSheetPicture(deps, stranger, { sheetId }),
      readSheetFilm(deps, stranger, { sheetId }),
      readSheetShares(deps, stranger, { sheetId }),
      readSheetPhoto(deps, stranger, { sheetId, hash }),
    ]);
    const refused = { status: 'rejected', reason: { code: 'permission.denied' } };
    expect(outcomes).toMatchObject([refused, refused, refused, refused]);
  });
});
