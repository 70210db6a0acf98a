import { describe, expect, it } from 'vitest';
import { ClassCode } from '@domain/classroom/card.ts';
import {
  buildAdult,
  buildClass,
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
  DAY_MS,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { secretHash } from '@server/usecases/session/secret-hash.ts';
import { addPupil } from './add-pupil.ts';
import { createClass } from './create-class.ts';
import { editPupil } from './edit-pupil.ts';
import { listClasses } from './list-classes.ts';
import { readCards } from './read-cards.ts';
import { readClass } from './read-class.ts';
import { recordConsents } from './record-consents.ts';
import { removePupil } from './remove-pupil.ts';
import { unlockCard } from './unlock-card.ts';

async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const { deps } = contest.world;
  const { teacher, id: classId } = contest.schoolClass;
  const add = (fullName: string, birthDate = '2017-09-03') =>
    addPupil(deps, callerFor(teacher, 'pupil.add'), { classId, fullName, birthDate });
  return { ...contest, deps, teacher, classId, add };
}

describe.each(DATABASES)('the classroom on $name', (engine) => {
  it('makes classes with codes of their own, and no two of one name in a school', async () => {
    const { deps, teacher } = await begin(engine);
    const caller = callerFor(teacher, 'class.create');
    const made = await createClass(deps, caller, { name: '10A' });
    const other = await createClass(deps, caller, { name: '5B' });
    expect(ClassCode.safeParse(made.code).success).toBe(true);
    expect(made.code).not.toBe(other.code);
    await expect(createClass(deps, caller, { name: '5B' })).rejects.toMatchObject({
      code: 'class.name-taken',
    });
    const { schoolName, classes } = await listClasses(deps, callerFor(teacher, 'class.list'));
    expect(schoolName).toBe('Trường Tiểu học Hải Âu');
    expect(classes.map((row) => row.name)).toEqual(['4A', '5B', '10A']);
  });

  it('lists pupils by given name and counts their cards up', async () => {
    const { deps, teacher, classId, add } = await begin(engine);
    await add('Trần Văn Sơn');
    await add('Đỗ Thị Ánh');
    await add('Bùi Gia Bảo');
    const view = await readClass(deps, callerFor(teacher, 'class.read'), { classId });
    expect(view.pupils.map(({ fullName, cardNumber }) => [fullName, cardNumber])).toEqual([
      ['Đỗ Thị Ánh', 2],
      ['Bùi Gia Bảo', 3],
      ['Trần Văn Sơn', 1],
    ]);
    expect(view.pupils[0]).toMatchObject({ work: 'none', receipt: null, cardLockedUntil: null });
  });

  it('gives pupils added at once different cards, and no number twice', async () => {
    const { deps, teacher, classId, add } = await begin(engine);
    const rows = await Promise.all(['An', 'Bình', 'Chi', 'Dũng'].map((name) => add(`Lê ${name}`)));
    expect(rows.map((row) => row.cardNumber).toSorted()).toEqual([1, 2, 3, 4]);
    const last = rows.find((row) => row.cardNumber === 4)!;
    const ids = { classId, pupilId: last.id };
    await removePupil(deps, callerFor(teacher, 'pupil.edit'), ids);
    expect(await add('Lê Giang')).toMatchObject({ cardNumber: 5 });
  });

  it('refuses a hundredth card', async () => {
    const { world, add } = await begin(engine);
    await world.db.updateTable('school_class').set({ last_card_number: 98 }).execute();
    expect(await add('Lê An')).toMatchObject({ cardNumber: 99 });
    await expect(add('Lê Bình')).rejects.toMatchObject({ code: 'class.full' });
  });

  it('prints a card again with the PIN and link that sign in, neither of them stored', async () => {
    const { world, deps, teacher, classId, add } = await begin(engine);
    const { id } = await add('Lê An');
    const { cards } = await readCards(deps, callerFor(teacher, 'card.print'), { classId });
    const row = await world.db
      .selectFrom('pupil')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const [card] = cards;
    expect(card).toMatchObject({ pupilId: id, pin: expect.stringMatching(/^\d{6}$/) });
    const [, secret] = /^http:\/\/truong\.local:4173\/the#([\w-]{22})$/.exec(card!.link)!;
    expect(row.secret_hash).toBe(secretHash(secret!));
    expect(row.pin_sealed).toBe(deps.cardSafe.seal(card!.pin));
  });

  it('shows until when a card is locked, and unlocks it', async () => {
    const { world, deps, teacher, classId, add } = await begin(engine);
    const { id: pupilId } = await add('Lê An');
    await world.db
      .insertInto('sign_in_failure')
      .values({ subject: `card:${pupilId}`, count: 4, last_at: START_MS })
      .execute();
    const caller = callerFor(teacher, 'class.read');
    const locked = await readClass(deps, caller, { classId });
    expect(locked.pupils[0]).toMatchObject({ cardLockedUntil: START_MS + 5000 });
    await unlockCard(deps, callerFor(teacher, 'card.unlock'), { classId, pupilId });
    const unlocked = await readClass(deps, caller, { classId });
    expect(unlocked.pupils[0]).toMatchObject({ cardLockedUntil: null });
  });

  it('shows who has submitted, with the receipt', async () => {
    const { world, deps, teacher, classId, schoolClass } = await begin(engine);
    const pupil = await buildPupil(world, schoolClass);
    await buildPupil(world, schoolClass, { fullName: 'Lê Bình' });
    const { receipt } = await buildEntry(world, pupil);
    const { pupils } = await readClass(deps, callerFor(teacher, 'class.read'), { classId });
    expect(pupils.map((row) => [row.work, row.receipt, row.title])).toEqual([
      ['submitted', receipt, 'Ngọn hải đăng'],
      ['none', null, null],
    ]);
    const { classes } = await listClasses(deps, callerFor(teacher, 'class.list'));
    expect(classes).toMatchObject([{ pupilCount: 2, submittedCount: 1 }]);
  });

  it('adds to the ledger of consents and never changes it; the newest word holds', async () => {
    const { world, deps, teacher, classId, add } = await begin(engine);
    const { id: pupilId } = await add('Lê An', '2017-09-03');
    const record = (granted: boolean) =>
      recordConsents(deps, callerFor(teacher, 'consent.record'), {
        classId,
        pupilId,
        lines: [
          { purpose: 'gallery', party: 'guardian', granted },
          { purpose: 'gallery', party: 'child', granted: true },
        ],
      });
    expect(await record(true)).toMatchObject({ galleryAllowed: true, needsChildAssent: true });
    world.time.now += 1000;
    expect(await record(false)).toMatchObject({
      galleryAllowed: false,
      consents: [
        { purpose: 'gallery', party: 'guardian', granted: false, recordedAt: START_MS + 1000 },
        { purpose: 'gallery', party: 'child', granted: true, recordedAt: START_MS + 1000 },
      ],
    });
    expect(await world.db.selectFrom('consent').select('id').execute()).toHaveLength(4);
    // The word that is said last holds, also on a machine whose clock was set back meanwhile.
    await record(true);
    world.time.now -= 400 * DAY_MS;
    expect(await record(false)).toMatchObject({ galleryAllowed: false });
  });

  it('asks a child for assent from the seventh birthday on, by the calendar of Vietnam', async () => {
    const { world, add } = await begin(engine);
    // 15/4/2027 has begun in Vietnam while it is still the 14th in UTC.
    world.time.now = Date.UTC(2027, 3, 14, 17);
    expect(await add('Lê An', '2020-04-15')).toMatchObject({ needsChildAssent: true });
    world.time.now -= 1;
    expect(await add('Lê Bình', '2020-04-15')).toMatchObject({ needsChildAssent: false });
  });

  it('corrects a name, and takes only pupils without work off the roll', async () => {
    const { world, deps, teacher, classId, schoolClass, add } = await begin(engine);
    const { id } = await add('Lê Ann');
    const caller = callerFor(teacher, 'pupil.edit');
    const corrected = { classId, pupilId: id, fullName: 'Lê An', birthDate: '2016-01-02' };
    expect(await editPupil(deps, caller, corrected)).toMatchObject({
      fullName: 'Lê An',
      birthDate: '2016-01-02',
      cardNumber: 1,
    });
    const busy = await buildPupil(world, schoolClass);
    await buildEntry(world, busy);
    const working = { classId, pupilId: busy.pupilId };
    await expect(removePupil(deps, caller, working)).rejects.toMatchObject({
      code: 'pupil.has-work',
    });
    await removePupil(deps, caller, { classId, pupilId: id });
    await expect(editPupil(deps, caller, corrected)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is closed to a teacher of another class and to one of another school', async () => {
    const { world, deps, edition, schoolId, classId } = await begin(engine);
    const colleague = await buildClass(world, edition, schoolId, '4B');
    const elsewhere = await buildAdult(world, 'teacher', 'Đặng Hà', schoolId);
    for (const accountId of [colleague.teacher.accountId, elsewhere]) {
      const caller = callerFor({ role: 'teacher', accountId, schoolId }, 'card.print');
      await expect(readCards(deps, caller, { classId })).rejects.toMatchObject({
        code: 'permission.denied',
      });
    }
    const gone = callerFor(colleague.teacher, 'card.print');
    await expect(readCards(deps, gone, { classId: 'x'.repeat(22) })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('finds no pupil through the door of another class', async () => {
    const { world, deps, edition, schoolId, schoolClass } = await begin(engine);
    const colleague = await buildClass(world, edition, schoolId, '4B');
    const { pupilId } = await buildPupil(world, schoolClass);
    const caller = callerFor(colleague.teacher, 'card.unlock');
    await expect(
      unlockCard(deps, caller, { classId: colleague.id, pupilId }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has no classes before an edition runs', async () => {
    const { world, deps, teacher } = await begin(engine);
    world.time.now += DAY_MS;
    await world.db.updateTable('edition').set({ running: null }).execute();
    const caller = callerFor(teacher, 'class.create');
    expect(await listClasses(deps, callerFor(teacher, 'class.list'))).toMatchObject({
      classes: [],
    });
    await expect(createClass(deps, caller, { name: '9A' })).rejects.toMatchObject({
      code: 'edition.missing',
    });
  });
});
