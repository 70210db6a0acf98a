import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { NewSession } from './visit.ts';

/** The one cookie there is. Firebase Hosting forwards no other name. */
const NAME = '__session';

export function readSessionCookie(c: Context): string | null {
  return getCookie(c, NAME) || null;
}

function write(c: Context, secure: boolean, value: string, maxAge: number | null): void {
  setCookie(c, NAME, value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    ...(maxAge === null ? {} : { maxAge }),
  });
}

export function giveSessionCookie(c: Context, secure: boolean, session: NewSession): void {
  write(c, secure, session.token, session.maxAgeSeconds);
}

export function takeSessionCookie(c: Context, secure: boolean): void {
  write(c, secure, '', 0);
}
