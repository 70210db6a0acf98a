import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { NewSession } from './visit.ts';

/** The one cookie there is. Firebase Hosting forwards no other name. */
const NAME = '__session';

// A browser keeps no plain cookie beside a Secure one of the same name whose path begins the plain
// one's (RFC 6265bis, 5.7, step 16). A tablet that had been on the HTTPS side of a host could then
// never sign in on its HTTP side again, so the Secure one lies deeper, where all requests go anyway.
const PLAIN_PATH = '/';
const SECURE_PATH = '/api';

/** Of two the one with the longer path, which browsers send first: the HTTPS side's own. */
export function readSessionCookie(c: Context): string | null {
  return getCookie(c, NAME) || null;
}

type Written = { readonly value: string; readonly maxAge: number | null };

function write(c: Context, secure: boolean, { value, maxAge }: Written): void {
  setCookie(c, NAME, value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: secure ? SECURE_PATH : PLAIN_PATH,
    secure,
    ...(maxAge === null ? {} : { maxAge }),
  });
  // Whoever comes or goes on the HTTPS side leaves nobody signed in underneath.
  if (secure && readSessionCookie(c) !== null) {
    setCookie(c, NAME, '', { path: PLAIN_PATH, httpOnly: true, secure, maxAge: 0 });
  }
}

export function giveSessionCookie(c: Context, secure: boolean, session: NewSession): void {
  write(c, secure, { value: session.token, maxAge: session.maxAgeSeconds });
}

export function takeSessionCookie(c: Context, secure: boolean): void {
  write(c, secure, { value: '', maxAge: 0 });
}
