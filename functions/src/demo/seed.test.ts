import { describe, expect, it } from 'vitest';
import { ClassCode } from '@domain/classroom/card.ts';
import { ageInYears } from '@domain/classroom/consent.ts';
import { phaseOf } from '@domain/contest/round.ts';
import type { Actor } from '@domain/people/actor.ts';
import type { Db } from '@server/store/database.ts';
import { findRunningEdition } from '@server/store/queries/editions.ts';
import { findAccountByEmail, findCard, findClassByCode } from '@server/store/queries/accounts.ts';
import { readClass } from '@server/usecases/classroom/read-class.ts';
import { listClasses } from '@server/usecases/classroom/list-classes.ts';
import { listGallery } from '@server/usecases/gallery/list-gallery.ts';
import { listSheets } from '@server/usecases/judging/list-sheets.ts';
import { readSheet } from '@server/usecases/judging/read-sheet.ts';
import { closeJudging, closeSubmission } from '@server/usecases/organiser/close-round.ts';
import { publishRound } from '@server/usecases/organiser/publish-round.ts';
import { readOverview } from '@server/usecases/organiser/read-overview.ts';
import { readRanking } from '@server/usecases/organiser/read-ranking.ts';
import { openDraft } from '@server/usecases/pupil/open-draft.ts';
import { submitEntry } from '@server/usecases/pupil/submit-entry.ts';
import {
  buildWorld,
  callerFor,
  DAY_MS,
  EVERYBODY,
  sendStory,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { buildStory } from '@tests/fixtures/builders-story.ts';
import { freezeNow } from '@tests/fixtures/builders-decision.ts';
import { assignNow } from '@tests/fixtures/builders-rows.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { readAssignment } from '@server/usecases/organiser/read-assignment.ts';
import { planDemo } from './plan.ts';
import { seedDemo } from './seed.ts';
import { DEMO_PASSWORD, DEMO_SIGN_INS, demoEmail } from './sign-ins.ts';

const TABLES = [
  'unit',
  'edition',
  'criterion',
  'account',
  'school_class',
  'pupil',
  'team',
  'entry',
  'entry_author',
  'draft_version',
  'blob',
  'consent',
  'sheet',
  'score',
] as const;

async function countsOf(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    counts[table] = (await db.selectFrom(table).selectAll().execute()).length;
  }
  return counts;
}

async function everything(db: Db): Promise<unknown> {
  return Promise.all(
    TABLES.map(async (table) => {
      const rows = await db.selectFrom(table).selectAll().execute();
      return rows.map((row) => JSON.stringify(row)).toSorted();
    }),
  );
}

describe('the plan of the demo', () => {
  const plan = planDemo('2027-04-15');

  it('is the same whenever it is made on one day', () => {
    expect(planDemo('2027-04-15')).toEqual(plan);
  });

  it('names everybody differently, and keeps the names from year to year', () => {
    const names = [
      ...plan.pupils.map((pupil) => pupil.fullName),
      ...plan.teachers.map((teacher) => teacher.fullName),
      ...plan.judges,
      ...plan.organisers,
    ];
    expect(new Set(names).size).toBe(names.length);
    const later = planDemo('2030-01-01').pupils.map((pupil) => pupil.fullName);
    expect(later).toEqual(plan.pupils.map((pupil) => pupil.fullName));
  });

  it.each(['2027-04-15', '2027-09-05', '2028-02-29'])('fits ages to classes on %s', (today) => {
    const { pupils, classes } = planDemo(today);
    for (const { birthDate, classIndex } of pupils) {
      const level = Number.parseInt(classes[classIndex]!.name, 10);
      // Five when a child of class 1 born in December begins, one more after the birthday.
      expect(ageInYears(birthDate, today) - level).toBeGreaterThanOrEqual(4);
      expect(ageInYears(birthDate, today) - level).toBeLessThanOrEqual(6);
    }
  });

  it('gives no pupil two works, and the pupil of the sign-in none', () => {
    const busy = [...plan.entries.flat(), ...plan.drafts];
    expect(new Set(busy).size).toBe(busy.length);
    expect(busy).not.toContain(0);
  });
});

describe.each(DATABASES)('the demo edition on $name', ({ open }) => {
  it('is a whole contest in its middle, seeded once, and plays to its end', async () => {
    const world = await buildWorld(await open());
    const { deps, db } = world;
    await seedDemo(deps);
    expect(await countsOf(db)).toMatchObject({
      edition: 1,
      criterion: 5,
      account: 23,
      school_class: 24,
      pupil: 300,
      team: 1,
      entry: 66,
      entry_author: 67,
      draft_version: 66,
      sheet: 150,
    });
    const before = await everything(db);
    world.time.now += DAY_MS;
    await seedDemo(deps);
    expect(await everything(db)).toEqual(before);
    world.time.now = START_MS;

    const edition = (await findRunningEdition(db))!;
    expect(edition).toMatchObject({ isDemo: true, name: 'Biển, đảo Tổ quốc em – dữ liệu mẫu' });
    expect(phaseOf(edition.round, START_MS)).toBe('open');
    expect(edition.round.closesAt - START_MS).toBeGreaterThan(13 * DAY_MS);

    const organiserRow = (await findAccountByEmail(db, demoEmail.organiser(1)))!;
    const organiser: Actor = { role: 'organiser', accountId: organiserRow.id };
    const overview = await readOverview(deps, callerFor(organiser, 'round.oversee'));
    expect(overview.schools).toHaveLength(12);
    expect(new Set(overview.schools.map((school) => school.communeName)).size).toBe(7);
    expect(overview.entries).toEqual({ submitted: 60, unassigned: 10 });
    const share = overview.sheets.submitted / 150;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.6);
    expect(overview.sheets.started).toBeGreaterThan(3);

    // Everybody on the sign-in page can do what they are there for.
    for (const { role, email, password } of DEMO_SIGN_INS.adults) {
      const account = (await findAccountByEmail(db, email))!;
      expect(account.role).toBe(role);
      expect(password).toBe(DEMO_PASSWORD);
      expect(account.passwordHash).toBe(`hash of ${DEMO_PASSWORD}`);
      if (role === 'teacher') {
        const teacher: Actor = { role, accountId: account.id, schoolId: account.schoolId! };
        const { classes } = await listClasses(deps, callerFor(teacher, 'class.list'));
        expect(classes.map((row) => row.name)).toEqual(['4A', '5A']);
        const [met] = classes;
        expect(met).toMatchObject({ code: DEMO_SIGN_INS.pupil.classCode, submittedCount: 5 });
        const reader = callerFor(teacher, 'class.read');
        const { pupils } = await readClass(deps, reader, { classId: met!.id });
        expect(new Set(pupils.map((pupil) => pupil.work))).toEqual(
          new Set(['none', 'draft', 'submitted']),
        );
      }
      if (role !== 'judge') continue;
      const judge: Actor = { role, accountId: account.id };
      const { sheets } = await listSheets(deps, callerFor(judge, 'sheet.list'));
      const states = new Set(sheets.map((sheet) => sheet.state));
      expect(states).toEqual(new Set(['submitted', 'started', 'assigned']));
      const sheet = { sheetId: sheets[0]!.id };
      const { captions } = await readSheet(deps, callerFor(judge, 'sheet.read'), sheet);
      expect(captions).toHaveLength(sheets[0]!.pageCount);
    }

    const { classCode, cardNumber, pin } = DEMO_SIGN_INS.pupil;
    expect(ClassCode.parse(classCode)).toBe(classCode);
    const classId = (await findClassByCode(db, classCode))!;
    const card = (await findCard(db, classId, cardNumber))!;
    expect(deps.cardSafe.open(card.pinSealed)).toBe(pin);
    const pupil: Actor & { role: 'pupil' } = {
      role: 'pupil',
      pupilId: card.pupilId,
      classId,
      editionId: edition.id,
    };
    const draft = await openDraft(deps, callerFor(pupil, 'harbour.read'));
    expect(draft.version).toBe(0);
    const story = buildStory();
    await sendStory(world, pupil, story);
    const submission = { ...draft, pictureHash: story.pictureHash, processHash: story.processHash };
    const receipt = await submitEntry(deps, callerFor(pupil, 'entry.submit'), submission);
    expect(receipt.number).toBe('BD-000061');

    const { judges } = await readAssignment(deps, callerFor(organiser, 'round.oversee'));
    expect(judges.flatMap(({ ties }) => ties.map(({ kind }) => kind))).toContain('pupil');
    const made = await assignNow({ deps }, organiser);
    expect(made.takenOut).toEqual([]);
    expect(made).toMatchObject({ entries: 61, divisions: [{ components: 1 }] });
    expect(made.anchors).toHaveLength(5);
    await closeSubmission(deps, callerFor(organiser, 'round.close'));
    await closeJudging(deps, callerFor(organiser, 'round.close'));
    const ranking = await readRanking(deps, callerFor(organiser, 'round.oversee'));
    const rows = ranking.divisions.flatMap((division) => division.rows);
    expect(rows.filter((row) => row.galleryAllowed)).toHaveLength(42);
    expect(rows.filter((row) => row.authors.length === 2)).toHaveLength(1);
    const means = rows.flatMap((row) => row.raw ?? []);
    expect(Math.max(...means)).toBeGreaterThan(80);
    expect(Math.min(...means)).toBeLessThan(65);
    await freezeNow(world, organiser);
    await publishRound(deps, callerFor(organiser, 'round.publish'));
    const gallery = await listGallery(deps, callerFor(EVERYBODY, 'gallery.read'));
    expect(gallery.entries).toHaveLength(42);
    const named = gallery.entries.filter((entry) => entry.authors[0]!.schoolName !== null);
    expect(named).toHaveLength(24);
  }, 30_000);
});
