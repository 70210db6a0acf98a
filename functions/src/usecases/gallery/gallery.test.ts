import { describe, expect, it } from 'vitest';
import type { ConsentParty, Purpose } from '@domain/classroom/consent.ts';
import type { Id } from '@domain/kernel/ids.ts';
import {
  buildConsents,
  buildContest,
  buildEntry,
  type BuiltPupil,
  buildPupil,
  callerFor,
  DAY_MS,
  EVERYBODY,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { listGallery } from './list-gallery.ts';
import { readGalleryEntry, readGalleryPage } from './read-gallery-entry.ts';

const visitor = callerFor(EVERYBODY, 'gallery.read');
const GALLERY = [
  ['gallery', 'guardian', true],
  ['gallery', 'child', true],
] as const;
const NAME = [
  ['name', 'guardian', true],
  ['name', 'child', true],
] as const;

async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const { world, schoolClass, edition } = contest;
  const { deps, db } = world;
  const { accountId } = schoolClass.teacher;
  const consent = (
    pupil: BuiltPupil,
    lines: readonly (readonly [Purpose, ConsentParty, boolean])[],
  ) => buildConsents(world, pupil, accountId, lines);
  const publish = async (ranks: Record<Id, number> = {}) => {
    await db
      .updateTable('round')
      .set({ judging_closed_at: START_MS, published_at: START_MS + DAY_MS })
      .execute();
    for (const [entryId, rank] of Object.entries(ranks)) {
      const row = { round_id: edition.roundId, entry_id: entryId, rank, mean: 1, sheet_count: 1 };
      await db.insertInto('result').values(row).execute();
    }
  };
  const entry = (entryId: Id) => readGalleryEntry(deps, visitor, { entryId });
  const page = (entryId: Id) => readGalleryPage(deps, visitor, { entryId, page: 1 });
  const list = () => listGallery(deps, visitor);
  return { ...contest, deps, consent, publish, entry, page, list };
}

describe.each(DATABASES)('the gallery on $name', (engine) => {
  it('is empty and closed until the round is published, whatever the consents', async () => {
    const { world, schoolClass, consent, publish, list, entry, page } = await begin(engine);
    const pupil = await buildPupil(world, schoolClass);
    const { entryId } = await buildEntry(world, pupil);
    await consent(pupil, GALLERY);
    expect(await list()).toEqual({ publishedAt: null, resultSha256: null, entries: [] });
    await expect(entry(entryId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(page(entryId)).rejects.toMatchObject({ code: 'not-found' });
    await publish({ [entryId]: 1 });
    expect(await list()).toEqual({
      publishedAt: START_MS + DAY_MS,
      resultSha256: null,
      entries: [
        {
          entryId,
          title: 'Ngọn hải đăng',
          pageCount: 2,
          rank: 1,
          authors: [{ name: 'An', ageBand: '9-12', communeName: 'Xã Sóng Xanh', schoolName: null }],
        },
      ],
    });
    expect(await entry(entryId)).toMatchObject({ captions: ['Thuyền ra khơi.', 'Đảo hiện ra.'] });
    expect(new TextDecoder().decode(await page(entryId))).toBe('Thuyền ra khơi.');
  });

  it('names the first three ranks and no lower one, on the wall and in the reader', async () => {
    const { world, schoolClass, consent, publish, list, entry } = await begin(engine);
    const ranks: Record<Id, number> = {};
    for (const rank of [4, 3, 1]) {
      const pupil = await buildPupil(world, schoolClass);
      const { entryId } = await buildEntry(world, pupil);
      await consent(pupil, GALLERY);
      ranks[entryId] = rank;
    }
    await publish(ranks);
    expect((await list()).entries.map(({ rank }) => rank)).toEqual([1, 3, null]);
    for (const [entryId, rank] of Object.entries(ranks)) {
      expect((await entry(entryId)).rank).toBe(rank === 4 ? null : rank);
    }
  });

  it.each<{
    says: string;
    birthDate: string;
    lines: readonly (readonly [Purpose, ConsentParty, boolean])[];
    shown: boolean;
  }>([
    { says: 'nobody said anything', birthDate: '2017-09-03', lines: [], shown: false },
    { says: 'only the guardian', birthDate: '2017-09-03', lines: [GALLERY[0]], shown: false },
    { says: 'only the child', birthDate: '2017-09-03', lines: [GALLERY[1]], shown: false },
    { says: 'both', birthDate: '2017-09-03', lines: GALLERY, shown: true },
    { says: 'both, for another purpose', birthDate: '2017-09-03', lines: NAME, shown: false },
    {
      says: 'the guardian of a child under seven',
      birthDate: '2020-09-03',
      lines: [GALLERY[0]],
      shown: true,
    },
    {
      says: 'the guardian no, the child yes',
      birthDate: '2017-09-03',
      lines: [['gallery', 'guardian', false], GALLERY[1]],
      shown: false,
    },
  ])('shows an entry: $shown when the ledger says: $says', async ({ birthDate, lines, shown }) => {
    const { world, schoolClass, consent, publish, list, entry, page } = await begin(engine);
    const pupil = await buildPupil(world, schoolClass, { birthDate });
    const { entryId } = await buildEntry(world, pupil);
    if (lines.length > 0) await consent(pupil, lines);
    await publish();
    expect((await list()).entries).toHaveLength(shown ? 1 : 0);
    const answers = await Promise.allSettled([entry(entryId), page(entryId)]);
    const status = shown ? 'fulfilled' : 'rejected';
    expect(answers.map((answer) => answer.status)).toEqual([status, status]);
  });

  it('takes an entry down the moment a consent is withdrawn, and shows it again after a new yes', async () => {
    const { world, schoolClass, consent, publish, list, page } = await begin(engine);
    const pupil = await buildPupil(world, schoolClass);
    const { entryId } = await buildEntry(world, pupil);
    await consent(pupil, GALLERY);
    await publish();
    await page(entryId);
    world.time.now += 1;
    await consent(pupil, [['gallery', 'child', false]]);
    expect((await list()).entries).toEqual([]);
    await expect(page(entryId)).rejects.toMatchObject({ code: 'not-found' });
    world.time.now += 1;
    await consent(pupil, [['gallery', 'child', true]]);
    expect((await list()).entries).toHaveLength(1);
  });

  it('waits for every author of a team', async () => {
    const { world, schoolClass, consent, publish, list } = await begin(engine);
    const an = await buildPupil(world, schoolClass);
    const binh = await buildPupil(world, schoolClass, { fullName: 'Đỗ Bình' });
    await buildEntry(world, an, { coAuthors: [binh] });
    await consent(an, GALLERY);
    await publish();
    expect((await list()).entries).toEqual([]);
    await consent(binh, GALLERY);
    const { entries } = await list();
    expect(entries.map((card) => card.authors.map((author) => author.name))).toEqual([
      ['An', 'Bình'],
    ]);
  });

  it('names child and school in full only with that consent', async () => {
    const { world, schoolClass, consent, publish, list } = await begin(engine);
    const pupil = await buildPupil(world, schoolClass, { birthDate: '2010-01-01' });
    await buildEntry(world, pupil);
    await consent(pupil, [...GALLERY, ...NAME]);
    await publish();
    expect((await list()).entries[0]!.authors).toEqual([
      {
        name: 'Trần Bảo An',
        ageBand: '13-18',
        communeName: 'Xã Sóng Xanh',
        schoolName: 'Trường Tiểu học Hải Âu',
      },
    ]);
  });

  it('asks the database as often for thirty entries as for one', async () => {
    const { world, schoolClass, consent, publish, list, deps } = await begin(engine);
    const counted = { queries: 0 };
    const executor = world.db.getExecutor();
    const original = executor.executeQuery.bind(executor);
    executor.executeQuery = (...query) => {
      counted.queries += 1;
      return original(...query);
    };
    const cost = async () => {
      counted.queries = 0;
      const { entries } = await list();
      return { shown: entries.length, queries: counted.queries };
    };
    await publish();
    const enter = async (number: number) => {
      const pupil = await buildPupil(world, schoolClass, { fullName: `Lê An ${number}` });
      await world.db
        .updateTable('round')
        .set({ published_at: null, judging_closed_at: null })
        .execute();
      const story = buildStory({ title: `Truyện ${number}` });
      await buildEntry(world, pupil, { story });
      await consent(pupil, GALLERY);
      await publish();
    };
    await enter(1);
    const one = await cost();
    for (let number = 2; number <= 30; number += 1) await enter(number);
    const thirty = await cost();
    expect(one).toEqual({ shown: 1, queries: expect.any(Number) });
    expect(thirty).toEqual({ shown: 30, queries: one.queries });
    expect(one.queries).toBeGreaterThan(0);
    expect(deps.db).toBe(world.db);
  });
});
