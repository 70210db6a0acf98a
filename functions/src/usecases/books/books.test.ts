import { describe, expect, it } from 'vitest';
import type { ConsentParty, Purpose } from '@domain/classroom/consent.ts';
import {
  buildAdult,
  buildClass,
  buildConsents,
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import type { Book } from '@server/ports/book.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import { saveDraft } from '@server/usecases/pupil/save-draft.ts';
import { sendStory } from '@tests/fixtures/builders.ts';
import { printEntry } from './print-entry.ts';
import { readOwnBook } from './read-own-book.ts';

const both = (purpose: Purpose): (readonly [Purpose, ConsentParty, boolean])[] => [
  [purpose, 'guardian', true],
  [purpose, 'child', true],
];

/** The book that the fixture's binder was given. */
function bookIn(bytes: Uint8Array): Book {
  return JSON.parse(new TextDecoder().decode(bytes)) as Book;
}

async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const { world, schoolClass, edition } = contest;
  const { deps, rendered } = world;
  const pupil = await buildPupil(world, schoolClass);
  const organiser = {
    role: 'organiser' as const,
    accountId: await buildAdult(world, 'organiser', 'Lê Thị Mai'),
  };
  return { ...contest, deps, rendered, pupil, organiser, edition };
}

describe.each(DATABASES)('books on $name', (engine) => {
  it('binds the submitted story for its author, and for nobody else', async () => {
    const { deps, world, schoolClass, pupil } = await begin(engine);
    const { entryId } = await buildEntry(world, pupil);
    const book = bookIn(await readOwnBook(deps, callerFor(pupil, 'draft.read'), { entryId }));
    expect(book).toMatchObject({
      paper: 'A4',
      title: 'Ngọn hải đăng',
      byline: ['Trần Bảo An', '4A · Trường Tiểu học Hải Âu'],
    });
    expect(book.pages.map(({ caption }) => caption)).toEqual(['Thuyền ra khơi.', 'Đảo hiện ra.']);
    const other = await buildPupil(world, schoolClass);
    await expect(
      readOwnBook(deps, callerFor(other, 'draft.read'), { entryId }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('binds the newest draft where nothing is submitted, and none where nothing was saved', async () => {
    const { deps, world, pupil } = await begin(engine);
    const caller = callerFor(pupil, 'draft.read');
    const { entryId } = await openDraft(deps, callerFor(pupil, 'harbour.read'));
    await expect(readOwnBook(deps, caller, { entryId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const story = buildStory({ title: 'Còn dở', captions: ['Một.'] });
    await sendStory(world, pupil, story);
    await saveDraft(deps, callerFor(pupil, 'draft.write'), {
      entryId,
      baseVersion: 0,
      processHash: story.processHash,
    });
    expect(bookIn(await readOwnBook(deps, caller, { entryId })).title).toBe('Còn dở');
  });

  it('prints for the organiser only with consent to printing, and the name only with that to names', async () => {
    const { deps, world, schoolClass, pupil, organiser, rendered } = await begin(engine);
    const { entryId } = await buildEntry(world, pupil);
    const caller = callerFor(organiser, 'entry.print');
    const consent = (purpose: Purpose) =>
      buildConsents(world, pupil, schoolClass.teacher.accountId, both(purpose));
    await expect(printEntry(deps, caller, { entryId })).rejects.toMatchObject({
      code: 'print.not-consented',
    });
    await consent('print');
    const unnamed = bookIn(await printEntry(deps, caller, { entryId }));
    expect(unnamed.paper).toBe('A3');
    expect(unnamed.byline.join('')).toBe('');
    const drawn = rendered.length;
    await consent('name');
    const named = bookIn(await printEntry(deps, caller, { entryId }));
    expect(named.byline).toEqual(['Trần Bảo An', '4A · Trường Tiểu học Hải Âu']);
    // The pages at print size are drawn once.
    expect(rendered.length).toBe(drawn);
  });

  it('prints for the teacher of the class, not for another', async () => {
    const { deps, world, schoolClass, edition, schoolId, pupil } = await begin(engine);
    const { entryId } = await buildEntry(world, pupil);
    const own = callerFor(schoolClass.teacher, 'entry.print');
    expect(bookIn(await printEntry(deps, own, { entryId })).byline[0]).toBe('Trần Bảo An');
    const { teacher } = await buildClass(world, edition, schoolId, '5B');
    await expect(
      printEntry(deps, callerFor(teacher, 'entry.print'), { entryId }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('has no print of what is not submitted', async () => {
    const { deps, pupil, organiser } = await begin(engine);
    const { entryId } = await openDraft(deps, callerFor(pupil, 'harbour.read'));
    await expect(
      printEntry(deps, callerFor(organiser, 'entry.print'), { entryId }),
    ).rejects.toMatchObject({ code: 'entry.not-submitted' });
  });
});
