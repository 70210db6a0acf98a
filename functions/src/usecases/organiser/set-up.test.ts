import { describe, expect, it } from 'vitest';
import type { EditionInput } from '@domain/contest/edition.ts';
import type { Actor } from '@domain/people/actor.ts';
import { listAudit } from '@server/store/queries/audit.ts';
import { secretHash } from '@server/usecases/session/secret-hash.ts';
import {
  buildAdult,
  buildContest,
  buildWorld,
  callerFor,
  DAY_MS,
  START_MS,
} from '@tests/fixtures/builders.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { addUnit } from './add-unit.ts';
import { createEdition } from './create-edition.ts';
import { addAccount, renewInvite } from './invite-account.ts';
import { listAccounts } from './list-accounts.ts';
import { listUnits } from './list-units.ts';
import { readOverview } from './read-overview.ts';
import { setAccountActive } from './set-account-active.ts';

const input: EditionInput = {
  name: 'Biển, đảo Tổ quốc em 2027',
  province: 'Phú Thọ',
  theme: 'Biển của em',
  minPages: 2,
  maxPages: 12,
  opensAt: START_MS,
  closesAt: START_MS + DAY_MS,
  judgesPerEntry: 3,
  criteria: [{ name: 'Nội dung', description: '', maxPoints: 100 }],
};

describe.each(DATABASES)('setting a contest up on $name', ({ open }) => {
  it('makes one edition of an empty contest, and no second', async () => {
    const world = await buildWorld(await open());
    const accountId = await buildAdult(world, 'organiser', 'Lê Minh Quân');
    const organiser: Actor = { role: 'organiser', accountId };
    const oversee = callerFor(organiser, 'round.oversee');
    await expect(readOverview(world.deps, oversee)).rejects.toMatchObject({
      code: 'edition.missing',
    });
    const caller = callerFor(organiser, 'edition.set-up');
    const outcomes = await Promise.allSettled([
      createEdition(world.deps, caller, input),
      createEdition(world.deps, caller, { ...input, province: 'Hải Phòng' }),
    ]);
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason] : []));
    expect(refused).toMatchObject([{ code: 'edition.exists' }]);
    expect(await readOverview(world.deps, oversee)).toMatchObject({
      edition: { name: input.name, phase: 'open' },
      judgesPerEntry: 3,
      schools: [],
      entries: { submitted: 0, unassigned: 0 },
    });
    const provinces = await world.db.selectFrom('unit').select('kind').execute();
    expect(provinces).toEqual([{ kind: 'province' }]);
  });

  it('adds communes and schools, each name once within its parent', async () => {
    const { world, organiser, communeId, schoolId } = await buildContest(await open());
    const caller = callerFor(organiser, 'edition.set-up');
    const add = (name: string, parentId: string | null) =>
      addUnit(world.deps, caller, { name, parentId });
    const commune = await add('Phường Bến Cảng', null);
    const school = await add('Trường Tiểu học Hải Âu', commune.id);
    expect(school).toMatchObject({ kind: 'school', parentId: commune.id });
    await expect(add('Phường Bến Cảng', null)).rejects.toMatchObject({ code: 'unit.name-taken' });
    await expect(add('Trường con', schoolId)).rejects.toMatchObject({ code: 'not-found' });
    const { units } = await listUnits(world.deps, callerFor(organiser, 'edition.read'));
    expect(units.map(({ kind, parentId }) => [kind, parentId])).toEqual(
      expect.arrayContaining([
        ['commune', null],
        ['commune', null],
        ['school', communeId],
        ['school', commune.id],
      ]),
    );
  });

  it('invites an adult by a link that works once, for seven days', async () => {
    const { world, organiser, schoolId } = await buildContest(await open());
    const { deps } = world;
    const caller = callerFor(organiser, 'account.manage');
    const asked = {
      role: 'teacher' as const,
      email: 'co.hoa@example.org',
      fullName: 'Nguyễn Thị Hoa',
      schoolId,
    };
    const { account, inviteLink } = await addAccount(deps, caller, asked);
    expect(account).toMatchObject({ schoolName: 'Trường Tiểu học Hải Âu', active: true });
    const [, token] = /^http:\/\/truong\.local:4173\/loi-moi#([\w-]{43})$/.exec(inviteLink)!;
    const invite = await world.db.selectFrom('invite').selectAll().executeTakeFirstOrThrow();
    expect(invite).toMatchObject({
      token_hash: secretHash(token!),
      account_id: account.id,
      expires_at: START_MS + 7 * DAY_MS,
    });
    await expect(addAccount(deps, caller, asked)).rejects.toMatchObject({
      code: 'account.email-taken',
    });
    const { accounts } = await listAccounts(deps, caller);
    expect(accounts.map((row) => row.fullName)).toEqual([
      'Phạm Thu Hằng',
      'Nguyễn Thị Hoa',
      'Lê Minh Quân',
    ]);
    const waiting = accounts.filter(({ invitedUntil }) => invitedUntil !== null);
    expect(waiting).toEqual([{ ...account, invitedUntil: START_MS + 7 * DAY_MS }]);
    await world.db.updateTable('invite').set({ used_at: START_MS }).execute();
    const after = (await listAccounts(deps, caller)).accounts;
    expect(after.map(({ invitedUntil }) => invitedUntil)).toEqual([null, null, null]);
  });

  it('renews a lost link: the earlier one and the open sessions end', async () => {
    const { world, organiser, schoolClass } = await buildContest(await open());
    const { accountId } = schoolClass.teacher;
    const caller = callerFor(organiser, 'account.manage');
    const first = await renewInvite(world.deps, caller, { accountId });
    await world.db
      .insertInto('session')
      .values({
        token_hash: 's',
        account_id: accountId,
        pupil_id: null,
        created_at: START_MS,
        expires_at: START_MS + DAY_MS,
      })
      .execute();
    const second = await renewInvite(world.deps, caller, { accountId });
    expect(second.inviteLink).not.toBe(first.inviteLink);
    expect(await world.db.selectFrom('invite').select('token_hash').execute()).toHaveLength(1);
    expect(await world.db.selectFrom('session').select('token_hash').execute()).toEqual([]);
    await expect(
      renewInvite(world.deps, caller, { accountId: 'x'.repeat(22) }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('closes an account with its links and sessions, and opens it again', async () => {
    const { world, organiser, schoolClass } = await buildContest(await open());
    const { accountId } = schoolClass.teacher;
    const caller = callerFor(organiser, 'account.manage');
    await renewInvite(world.deps, caller, { accountId });
    await world.db
      .insertInto('session')
      .values({
        token_hash: 's',
        account_id: accountId,
        pupil_id: null,
        created_at: START_MS,
        expires_at: START_MS + DAY_MS,
      })
      .execute();
    const set = (id: string, active: boolean) =>
      setAccountActive(world.deps, caller, { accountId: id }, { active });
    expect(await set(accountId, false)).toMatchObject({ id: accountId, active: false });
    expect(await world.db.selectFrom('invite').select('token_hash').execute()).toEqual([]);
    expect(await world.db.selectFrom('session').select('token_hash').execute()).toEqual([]);
    await expect(renewInvite(world.deps, caller, { accountId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await set(accountId, false);
    expect(await set(accountId, true)).toMatchObject({ active: true });
    const acts = (await listAudit(world.db)).filter(({ subject }) => subject === accountId);
    expect(acts.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([{ invitedAgain: true }, { active: false }, { active: true }]),
    );
    expect(acts).toHaveLength(3);
    await expect(set('x'.repeat(22), false)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lets no organiser close their own account', async () => {
    const { world, organiser } = await buildContest(await open());
    const { accountId } = organiser;
    const caller = callerFor(organiser, 'account.manage');
    const close = setAccountActive(world.deps, caller, { accountId }, { active: false });
    await expect(close).rejects.toMatchObject({ code: 'account.own' });
  });

  it('writes down who did what', async () => {
    const { world, organiser } = await buildContest(await open());
    const caller = callerFor(organiser, 'edition.set-up');
    const { id } = await addUnit(world.deps, caller, { name: 'Xã Đá Dựng', parentId: null });
    expect(await listAudit(world.db)).toMatchObject([
      { action: 'edition.set-up', subject: id, detail: { name: 'Xã Đá Dựng' }, at: START_MS },
    ]);
  });
});
