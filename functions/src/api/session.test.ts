import { beforeEach, describe, expect, it } from 'vitest';
import {
  ADULT_PASSWORD,
  type ApiUnderTest,
  CARD_SECRET,
  CLASS_CODE,
  codeOf,
  emailOf,
  NOON_MS,
  PEOPLE,
  PIN,
  startApi,
} from '@tests/fixtures/api.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { secretHash } from '@server/usecases/session/secret-hash.ts';
import { inviteFirstOrganiser } from '@server/usecases/session/accept-invite.ts';

const HOUR_MS = 3_600_000;

function cookieIn(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0]!;
}

describe.each(DATABASES)('sessions on $name', ({ open }) => {
  let api: ApiUnderTest;
  beforeEach(async () => {
    api = await startApi(await open());
  });

  const pin = (guess: string, cardNumber = 1) =>
    api.send('POST', '/api/session/pin', {
      json: { classCode: CLASS_CODE, cardNumber, pin: guess },
    });
  const password = (guess: string, email = emailOf('judge')) =>
    api.send('POST', '/api/session/password', { json: { email, password: guess } });
  const whoIs = async (cookie: string) =>
    (await api.send('GET', '/api/session', { cookie })).json() as Promise<{ role: string }>;
  const invite = (token: string, accountId: string | null) =>
    api.deps.db
      .insertInto('invite')
      .values({
        token_hash: secretHash(token),
        account_id: accountId,
        expires_at: NOON_MS + HOUR_MS,
        used_at: null,
      })
      .execute();
  const accept = (json: object) => api.send('POST', '/api/invites/accept', { json });

  it('lets a pupil in by class code, card number and PIN, however they are spaced', async () => {
    const response = await api.send('POST', '/api/session/pin', {
      json: { classCode: 'acd-efg', cardNumber: 1, pin: '482 913' },
    });
    expect(await response.json()).toEqual({ role: 'pupil', displayName: 'Trần Bảo An' });
    expect(await whoIs(cookieIn(response))).toEqual({ role: 'pupil', displayName: 'Trần Bảo An' });
  });

  it('keeps nothing in the database that a session could be stolen with', async () => {
    const token = cookieIn(await pin(PIN)).split('=')[1]!;
    const rows = await api.deps.db.selectFrom('session').selectAll().execute();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('tells an unknown class code from a wrong card', async () => {
    const unknown = await api.send('POST', '/api/session/pin', {
      json: { classCode: 'WXYWXY', cardNumber: 1, pin: PIN },
    });
    expect([unknown.status, await codeOf(unknown)]).toEqual([401, 'sign-in.class-code-unknown']);
  });

  it('answers a wrong PIN and a number nobody has in the same words', async () => {
    const wrong = (await (await pin('000000')).json()) as Record<string, unknown>;
    const nobody = (await (await pin('000000', 42)).json()) as Record<string, unknown>;
    delete wrong['requestId'];
    delete nobody['requestId'];
    expect(wrong).toEqual({ code: 'sign-in.card-wrong', details: { triesBeforeWait: 3 } });
    expect(nobody).toEqual(wrong);
  });

  it.each([1, 42])('slows card number %i down after four wrong PINs', async (cardNumber) => {
    for (const left of [3, 2, 1, 0]) {
      const { details } = (await (await pin('000000', cardNumber)).json()) as {
        details: { triesBeforeWait: number };
      };
      expect(details.triesBeforeWait).toBe(left);
    }
    const waiting = await pin(PIN, cardNumber);
    expect(waiting.status).toBe(429);
    expect(waiting.headers.get('retry-after')).toBe('5');
    expect(await waiting.json()).toMatchObject({
      code: 'sign-in.wait',
      details: { waitSeconds: 5 },
    });
  });

  it('lets the right PIN in after the wait, and forgets the failures', async () => {
    for (let i = 0; i < 4; i += 1) await pin('000000');
    api.time.now += 5_000;
    expect((await pin(PIN)).status).toBe(200);
    expect(await (await pin('000000')).json()).toMatchObject({ details: { triesBeforeWait: 3 } });
  });

  it('counts guesses that arrive at once one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => pin(String(100_000 + i))),
    );
    const codes = await Promise.all(answers.map(codeOf));
    expect(codes.filter((code) => code === 'sign-in.card-wrong').length).toBeLessThanOrEqual(4);
    expect(codes.filter((code) => code === 'sign-in.wait').length).toBeGreaterThanOrEqual(16);
  });

  it('opens by the secret of the QR link, also while the PIN has to wait', async () => {
    for (let i = 0; i < 4; i += 1) await pin('000000');
    const card = await api.send('POST', '/api/session/card', { json: { secret: CARD_SECRET } });
    expect(card.status).toBe(200);
    const wrong = await api.send('POST', '/api/session/card', {
      json: { secret: 'z'.repeat(22) },
    });
    expect(await codeOf(wrong)).toBe('sign-in.card-link-wrong');
  });

  it('lets an adult in by password, and answers an unknown e-mail like a wrong password', async () => {
    expect(await (await password(ADULT_PASSWORD)).json()).toMatchObject({ role: 'judge' });
    const wrong = (await (await password('sai mật khẩu')).json()) as Record<string, unknown>;
    const nobody = (await (await password(ADULT_PASSWORD, 'ai@example.org')).json()) as Record<
      string,
      unknown
    >;
    expect({ ...nobody, requestId: '' }).toEqual({ ...wrong, requestId: '' });
    expect(wrong['code']).toBe('sign-in.password-wrong');
  });

  it('slows an e-mail down whether it has an account or not', async () => {
    for (const email of [emailOf('judge'), 'ai@example.org']) {
      for (let i = 0; i < 4; i += 1) await password('sai mật khẩu', email);
      expect(await codeOf(await password(ADULT_PASSWORD, email))).toBe('sign-in.wait');
    }
  });

  it('lets a disabled account neither in nor stay', async () => {
    const cookie = await api.cookieOf('judge');
    await api.deps.db
      .updateTable('account')
      .set({ disabled_at: NOON_MS })
      .where('id', '=', PEOPLE.judge)
      .execute();
    expect(await whoIs(cookie)).toMatchObject({ role: 'public' });
    expect(await codeOf(await password(ADULT_PASSWORD))).toBe('sign-in.password-wrong');
  });

  it('stops an address at 300 tries a minute and lets it go on in the next', async () => {
    await api.deps.db
      .insertInto('address_try')
      .values({ address: 'unknown', minute: Math.floor(NOON_MS / 60_000), count: 299 })
      .execute();
    expect((await pin(PIN)).status).toBe(200);
    expect(await codeOf(await pin(PIN))).toBe('rate.address');
    api.time.now += 60_000;
    expect((await pin(PIN)).status).toBe(200);
  });

  it('sweeps away the tries of past minutes', async () => {
    await pin(PIN);
    api.time.now += 3 * 60_000;
    await pin(PIN);
    const rows = await api.deps.db.selectFrom('address_try').selectAll().execute();
    expect(rows.map((row) => row.count)).toEqual([1]);
  });

  it('sweeps away failures of the day before, which count no more', async () => {
    await pin(PIN, 42);
    api.time.now += 25 * HOUR_MS;
    await pin(PIN, 43);
    const rows = await api.deps.db.selectFrom('sign_in_failure').select('subject').execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.subject).toMatch(/:43$/);
  });

  it('lets nobody wait for an hour that comes again when the clock is set back', async () => {
    for (let tried = 0; tried < 4; tried += 1) await pin('000000');
    expect(await codeOf(await pin(PIN))).toBe('sign-in.wait');
    api.time.now -= 400 * 24 * HOUR_MS;
    expect((await pin(PIN)).status).toBe(200);
  });

  it('ends a pupil’s session after 12 hours, used or not', async () => {
    const cookie = cookieIn(await pin(PIN));
    api.time.now += 11 * HOUR_MS;
    expect(await whoIs(cookie)).toMatchObject({ role: 'pupil' });
    api.time.now += HOUR_MS;
    expect(await whoIs(cookie)).toMatchObject({ role: 'public' });
  });

  it('prolongs an adult’s session on use, to seven days at most', async () => {
    const cookie = cookieIn(await password(ADULT_PASSWORD));
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      expect(await whoIs(cookie)).toMatchObject({ role: 'judge' });
      api.time.now += 11 * HOUR_MS;
    }
    api.time.now = NOON_MS + 7 * 24 * HOUR_MS;
    expect(await whoIs(cookie)).toMatchObject({ role: 'public' });
  });

  it('ends an adult’s session that nobody used for 12 hours', async () => {
    const cookie = cookieIn(await password(ADULT_PASSWORD));
    api.time.now += 12 * HOUR_MS;
    expect(await whoIs(cookie)).toMatchObject({ role: 'public' });
  });

  it('ends the session on the server when somebody signs out', async () => {
    const cookie = cookieIn(await pin(PIN));
    const out = await api.send('DELETE', '/api/session', { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^__session=; Max-Age=0;/);
    expect(await whoIs(cookie)).toMatchObject({ role: 'public' });
  });

  it('ends the session that a new sign-in on the same browser takes the place of', async () => {
    const cookie = await api.cookieOf('teacher');
    await api.send('POST', '/api/session/card', { json: { secret: CARD_SECRET }, cookie });
    expect(await whoIs(cookie)).toMatchObject({ role: 'public' });
  });

  it('refuses an ID token where the host has no identity provider', async () => {
    const response = await api.send('POST', '/api/session/id-token', {
      json: { idToken: 'x'.repeat(40) },
    });
    expect([response.status, await codeOf(response)]).toEqual([404, 'sign-in.method-off']);
  });

  it('sets a password through an invite once, and ends the sessions there were', async () => {
    const token = 'i'.repeat(43);
    await invite(token, PEOPLE.teacher);
    const before = await api.cookieOf('teacher');
    expect(await (await api.send('POST', '/api/invites/read', { json: { token } })).json()).toEqual(
      { kind: 'account', email: emailOf('teacher'), fullName: 'Nguyễn Thị teacher' },
    );
    const accepted = await accept({ token, password: 'một câu thật dài' });
    expect(await whoIs(cookieIn(accepted))).toMatchObject({ role: 'teacher' });
    expect(await whoIs(before)).toMatchObject({ role: 'public' });
    expect((await password('một câu thật dài', emailOf('teacher'))).status).toBe(200);
    expect(await codeOf(await accept({ token, password: 'một câu thật dài' }))).toBe(
      'account.invite-used',
    );
  });

  it('refuses an invite that has expired, and one that never was', async () => {
    const token = 'i'.repeat(43);
    await invite(token, PEOPLE.teacher);
    api.time.now += HOUR_MS;
    for (const tried of [token, 'j'.repeat(43)]) {
      const response = await accept({ token: tried, password: 'một câu thật dài' });
      expect([response.status, await codeOf(response)]).toEqual([410, 'account.invite-used']);
    }
  });

  it('refuses a long password that is weak all the same', async () => {
    const token = 'i'.repeat(43);
    await invite(token, PEOPLE.teacher);
    for (const weak of ['aaaaaaaaaaaa', 'teacher@example.org', 'teacher12345']) {
      expect(await codeOf(await accept({ token, password: weak }))).toBe('account.password-weak');
    }
  });

  it('uses an invite once when it is accepted twice at the same moment', async () => {
    const token = 'i'.repeat(43);
    await invite(token, PEOPLE.teacher);
    const both = await Promise.all(
      ['câu thứ nhất nhé', 'câu thứ hai đây ạ'].map((word) => accept({ token, password: word })),
    );
    expect(both.map((response) => response.status).sort()).toEqual([200, 410]);
  });

  it('makes the first organiser while there is none, by the newest link alone', async () => {
    const tokenOf = (link: string | null) => link!.split('#')[1]!;
    expect(await inviteFirstOrganiser(api.deps)).toBeNull();
    await api.deps.db.deleteFrom('account').where('role', '=', 'organiser').execute();
    const older = tokenOf(await inviteFirstOrganiser(api.deps));
    const token = tokenOf(await inviteFirstOrganiser(api.deps));
    const organiser = {
      password: 'một câu thật dài',
      email: 'Ban.To.Chuc@example.org ',
      fullName: 'Lê  Thu Hà',
    };
    expect(await codeOf(await accept({ token: older, ...organiser }))).toBe('account.invite-used');
    expect(await codeOf(await accept({ token, password: organiser.password }))).toBe(
      'input.malformed',
    );
    expect(await (await accept({ token, ...organiser })).json()).toEqual({
      role: 'organiser',
      displayName: 'Lê Thu Hà',
    });
    expect((await password(organiser.password, 'ban.to.chuc@example.org')).status).toBe(200);
  });

  it('refuses the first organiser’s link once an organiser came by another way', async () => {
    const token = 'f'.repeat(43);
    await invite(token, null);
    const response = await api.send('POST', '/api/invites/read', { json: { token } });
    expect([response.status, await codeOf(response)]).toEqual([410, 'setup.link-used']);
  });
});
