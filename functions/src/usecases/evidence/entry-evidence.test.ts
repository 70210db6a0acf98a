import { describe, expect, it } from 'vitest';
import { decodeFilm } from '@domain/story/film-codec.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { decodePicture, encodePicture } from '@domain/story/picture-codec.ts';
import { buildContest, buildEntry, buildPupil, callerFor } from '@tests/fixtures/builders.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { preparePages } from '@server/usecases/pages/prepare-pages.ts';
import { readHarbour } from '@server/usecases/pupil/read-harbour.ts';
import { readOwnPage } from '@server/usecases/pupil/read-own-page.ts';
import { entryEvidence, entryFilm } from './entry-evidence.ts';

async function submitted({ open }: TestEngine) {
  const { world, schoolClass } = await buildContest(await open());
  const pupil = await buildPupil(world, schoolClass);
  const { entryId, receipt } = await buildEntry(world, pupil);
  const gone = new Set<string>();
  const { files } = world.deps;
  let measured = 0;
  const deps = {
    ...world.deps,
    files: {
      ...files,
      get: async (hash: string) => (gone.has(hash) ? null : files.get(hash)),
      has: async (hash: string) => !gone.has(hash) && files.has(hash),
    },
    measurePage: async () => {
      measured += 1;
      return { drawn: measured * 100, stamped: 50, photographed: 0, written: 0 };
    },
  };
  return { world, deps, pupil, entryId, receipt, gone, measured: () => measured };
}

describe.each(DATABASES)('evidence on $name', (engine) => {
  it('is found out once: a film of the surviving steps, and the mean of the pages', async () => {
    const { deps, entryId, measured } = await submitted(engine);
    const first = await entryEvidence(deps, entryId);
    expect(first.shares).toEqual({ drawn: 150, stamped: 50, photographed: 0, written: 0 });
    expect(await entryEvidence(deps, entryId)).toEqual(first);
    expect(measured()).toBe(2);
    const film = decodeFilm(await entryFilm(deps, entryId));
    expect(film.beats.map(({ page, kind }) => [page, kind])).toEqual([
      [0, 'ink'],
      [1, 'ink'],
    ]);
  });

  it('is ready before the first judge comes', async () => {
    const { deps, entryId, measured } = await submitted(engine);
    await preparePages(deps, new Set(), () => true);
    await entryEvidence(deps, entryId);
    expect(measured()).toBe(2);
  });

  it('outlives the process, and so do receipt, picture and pages', async () => {
    const { deps, pupil, entryId, receipt, gone } = await submitted(engine);
    const before = await entryEvidence(deps, entryId);
    gone.add(receipt.processHash);
    expect(await entryEvidence(deps, entryId)).toEqual(before);
    expect(decodeFilm(await entryFilm(deps, entryId)).beats).toHaveLength(2);
    const picture = await deps.files.get(receipt.pictureHash);
    expect(sha256Hex(encodePicture(decodePicture(picture!)))).toBe(receipt.pictureHash);
    const harbour = await readHarbour(deps, callerFor(pupil, 'harbour.read'));
    expect(harbour.entry).toMatchObject({ state: 'submitted' });
    const page = await readOwnPage(deps, callerFor(pupil, 'draft.read'), { entryId, page: 1 });
    expect(page.length).toBeGreaterThan(0);
  });

  it('goes without a film when the process was gone before', async () => {
    const { deps, entryId, receipt, gone } = await submitted(engine);
    gone.add(receipt.processHash);
    expect(await entryEvidence(deps, entryId)).toMatchObject({ filmHash: null });
    await expect(entryFilm(deps, entryId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
