import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cliEn from '@i18n/locales/en/cli.json';
import cliVi from '@i18n/locales/vi/cli.json';
import errorsVi from '@i18n/locales/vi/errors.json';
import { createTranslator } from '@i18n/translate.ts';
import { dataFolder } from '@server/adapters/embedded/data-folder.ts';
import { openDatabase } from '@server/store/database.ts';
import { migrate } from '@server/store/migrate.ts';
import { readInvite } from '@server/usecases/session/accept-invite.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { clockAt, seededRandomness } from '@tests/fixtures/memory-machine.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetAccount } from '@server/usecases/reset-account.ts';
import { runCommand } from './run.ts';

const clock = clockAt(Date.UTC(2027, 3, 15, 10));
const organiser = {
  id: 'organiser'.padEnd(22, '0'),
  role: 'organiser',
  email: 'ban.to.chuc@example.vn',
  full_name: 'Nguyễn Văn Hùng',
  password_hash: 'old',
  created_at: 1,
} as const;

let root = '';
let data = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'contest-cli-'));
  data = root;
  const opened = await openDatabase({ kind: 'sqlite', file: dataFolder(data).database });
  await migrate(opened);
  await opened.db.insertInto('account').values(organiser).execute();
  await opened.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function run(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await runCommand({
    args,
    env: { PUBLIC_URL: 'https://thi.example.vn/' },
    clock,
    randomness: seededRandomness(),
    translatorFor: (locale) => {
      const translator = createTranslator(locale);
      translator.add(locale === 'vi' ? { ...cliVi, ...errorsVi } : cliEn);
      return translator.t;
    },
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
  });
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

describe('the command line', () => {
  it('backs up and restores, and says so', async () => {
    const target = join(root, 'backup');
    const made = await run('backup', target, '--data', data);
    expect(made).toMatchObject({ code: 0, complaints: '' });
    expect(made.printed).toContain(`Đã sao lưu vào ${target}: 1 tệp`);
    const restored = await run('restore', target, '--data', join(root, 'again'));
    expect(restored.printed).toContain('theo bản sao lưu lúc 17:00 15/4/2027');
  });

  it.each([
    { args: [], says: 'Cách dùng' },
    { args: ['fly'], says: 'Cách dùng' },
    { args: ['backup'], says: 'Cách dùng' },
    { args: ['backup', '/tmp/x', '--unknown'], says: 'Cách dùng' },
    { args: ['backup', '/tmp/x'], says: 'thêm --data' },
    { args: ['backup', '/tmp/x', '--data', '/nowhere'], says: 'Không thấy cuộc thi' },
    { args: ['restore', '/nowhere', '--data', '/nowhere'], says: 'bản sao lưu hoàn chỉnh' },
    { args: ['user', 'reset', 'hùng', '--data', '/nowhere'], says: 'thư điện tử' },
    { args: ['backup', '/tmp/x', '--lang', 'en'], says: 'add --data' },
  ])('complains about $args', async ({ args, says }) => {
    const { code, printed, complaints } = await run(...args);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(complaints).toContain(says);
  });

  it('explains itself when asked', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, complaints: '' });
  });

  it('makes a link for an account, however the address is typed', async () => {
    const { code, printed } = await run('user', 'reset', 'Ban.To.Chuc@example.vn ', '--data', data);
    expect(code).toBe(0);
    expect(printed).toMatch(/https:\/\/thi\.example\.vn\/loi-moi#[A-Za-z0-9_-]{43}$/);
  });

  it('complains about an address without an account', async () => {
    const { code, complaints } = await run('user', 'reset', 'ai.do@example.vn', '--data', data);
    expect({ code, complaints }).toEqual({
      code: 1,
      complaints: createdText('errors.sign-in.account-unknown'),
    });
  });

  it('refuses a contest that a newer program has changed', async () => {
    const opened = await openDatabase({ kind: 'sqlite', file: dataFolder(data).database });
    await opened.db
      .insertInto('schema_version' as 'unit')
      .values({ version: 99, name: '0099-later' } as never)
      .execute();
    await opened.close();
    const { complaints } = await run('user', 'reset', organiser.email, '--data', data);
    expect(complaints).toContain('bản chương trình mới hơn');
  });
});

function createdText(key: keyof typeof errorsVi): string {
  const translator = createTranslator('vi');
  translator.add(errorsVi);
  return translator.t(key);
}

describe.each(DATABASES)('resetting an account on $name', ({ open }) => {
  it('ends the password and the sessions; the newest link invites, once a day has not passed', async () => {
    const { db } = await open();
    await db.insertInto('account').values(organiser).execute();
    await db
      .insertInto('session')
      .values({ token_hash: 't', account_id: organiser.id, created_at: 1, expires_at: 9e12 })
      .execute();
    const deps = { db, clock, randomness: seededRandomness(), publicUrl: 'http://a' };

    const older = await resetAccount(deps, organiser.email);
    const newer = await resetAccount(deps, organiser.email);

    const account = await db.selectFrom('account').select('password_hash').executeTakeFirst();
    expect(account).toEqual({ password_hash: null });
    expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
    const read = (link: string) =>
      readInvite(deps, { address: '::1' }, link.slice(link.indexOf('#') + 1));
    expect(await read(newer)).toMatchObject({ kind: 'account', email: organiser.email });
    await expect(read(older)).rejects.toMatchObject({ code: 'account.invite-used' });
    const dayLater = clockAt(clock.now() + 24 * 60 * 60_000);
    await expect(
      readInvite({ ...deps, clock: dayLater }, { address: '::1' }, newer.slice(-43)),
    ).rejects.toMatchObject({ code: 'account.invite-used' });
  });
});
