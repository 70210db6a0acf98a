import { describe, expect, it } from 'vitest';
import { beginSession, resumeSession } from '@server/usecases/session/keep-session.ts';
import { signInWithCard, signInWithPin } from '@server/usecases/session/sign-in-pupil.ts';
import { listAudit } from '@server/store/queries/audit.ts';
import {
  buildClass,
  buildContest,
  buildEntry,
  buildPupil,
  callerFor,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { DATABASES, type TestEngine } from '@tests/fixtures/databases.ts';
import { readCards } from './read-cards.ts';
import { readClass } from './read-class.ts';
import { replaceCard } from './replace-card.ts';

const PLACE = { address: '10.0.0.7', sessionToken: null };

async function begin({ open }: TestEngine) {
  const contest = await buildContest(await open());
  const { world, schoolClass } = contest;
  const { deps } = world;
  const { teacher, id: classId } = schoolClass;
  const pupil = await buildPupil(world, schoolClass);
  const { pupilId } = pupil;
  const cardOf = async (id: string) => {
    const { cards } = await readCards(deps, callerFor(teacher, 'card.print'), { classId });
    return cards.find((one) => one.pupilId === id)!;
  };
  const card = () => cardOf(pupilId);
  const replace = () => replaceCard(deps, callerFor(teacher, 'card.replace'), { classId, pupilId });
  return { ...contest, deps, teacher, classId, pupil, pupilId, card, cardOf, replace };
}

const secretOf = (link: string) => link.slice(link.indexOf('#') + 1);

describe.each(DATABASES)('a new card on $name', (engine) => {
  it('opens with its own PIN and QR code, under the number of the old one', async () => {
    const { deps, card, replace } = await begin(engine);
    const old = await card();
    await replace();
    const fresh = await card();
    expect(fresh).toMatchObject({ cardNumber: old.cardNumber, classCode: old.classCode });
    expect(fresh.pin).not.toBe(old.pin);
    expect(fresh.link).not.toBe(old.link);
    const view = { role: 'pupil', displayName: 'Trần Bảo An' };
    expect(await signInWithPin(deps, PLACE, fresh)).toMatchObject({ view });
    expect(await signInWithCard(deps, PLACE, secretOf(fresh.link))).toMatchObject({ view });
  });

  it('leaves nothing that the old card opens', async () => {
    const { deps, card, replace } = await begin(engine);
    const old = await card();
    await replace();
    await expect(signInWithPin(deps, PLACE, old)).rejects.toMatchObject({
      code: 'sign-in.card-wrong',
    });
    await expect(signInWithCard(deps, PLACE, secretOf(old.link))).rejects.toMatchObject({
      code: 'sign-in.card-link-wrong',
    });
  });

  it('ends every session of the pupil, and of nobody else', async () => {
    const { world, deps, schoolClass, teacher, pupil, pupilId, replace } = await begin(engine);
    const classmate = await buildPupil(world, schoolClass, { fullName: 'Lê Bình' });
    const open = async (owner: { pupilId: string } | { accountId: string }) =>
      (await beginSession(deps, owner, { role: pupil.role, displayName: null }, PLACE)).token;
    const tablet = await open({ pupilId });
    const labComputer = await open({ pupilId });
    const others = [
      await open({ pupilId: classmate.pupilId }),
      await open({ accountId: teacher.accountId }),
    ];
    await replace();
    expect(await resumeSession(deps, tablet)).toBeNull();
    expect(await resumeSession(deps, labComputer)).toBeNull();
    for (const token of others) expect(await resumeSession(deps, token)).not.toBeNull();
  });

  it('is not locked, whatever was tried on the old one', async () => {
    const { world, deps, pupilId, card, replace } = await begin(engine);
    await world.db
      .insertInto('sign_in_failure')
      .values({ subject: `card:${pupilId}`, count: 12, last_at: START_MS })
      .execute();
    await replace();
    await expect(signInWithPin(deps, PLACE, await card())).resolves.toMatchObject({
      view: { role: 'pupil' },
    });
  });

  it('leaves the work and the cards of classmates alone, and is written down', async () => {
    const { world, deps, schoolClass, teacher, classId, pupil, pupilId, cardOf, replace } =
      await begin(engine);
    const { receipt } = await buildEntry(world, pupil);
    const classmate = await buildPupil(world, schoolClass, { fullName: 'Lê Bình' });
    const classmatesCard = await cardOf(classmate.pupilId);
    await replace();
    const { pupils } = await readClass(deps, callerFor(teacher, 'class.read'), { classId });
    expect(pupils.find(({ id }) => id === pupilId)).toMatchObject({ work: 'submitted', receipt });
    expect(await cardOf(classmate.pupilId)).toEqual(classmatesCard);
    const lines = (await listAudit(world.db)).filter(({ action }) => action === 'card.replace');
    expect(lines).toMatchObject([
      { actorId: teacher.accountId, subject: pupilId, at: START_MS, detail: {} },
    ]);
  });

  it('is not for a teacher of another class to give, through either class', async () => {
    const { world, deps, edition, schoolId, classId, pupilId, card } = await begin(engine);
    const before = await card();
    const colleague = await buildClass(world, edition, schoolId, '4B');
    const caller = callerFor(colleague.teacher, 'card.replace');
    await expect(replaceCard(deps, caller, { classId, pupilId })).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect(
      replaceCard(deps, caller, { classId: colleague.id, pupilId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await card()).toEqual(before);
  });
});
