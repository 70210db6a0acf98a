import * as z from 'zod/mini';
import { CardNumber, CardSecret, ClassCode, Pin } from '@domain/classroom/card.ts';
import { Email, FullName, SessionView } from '@domain/people/actor.ts';
import { route } from './route.ts';

/** Long enough for a phrase, short enough that hashing it is no lever against the host. */
export const Password = z.string().check(z.minLength(10), z.maxLength(128));
const InviteToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const readSession = route({
  id: 'readSession',
  method: 'get',
  path: '/api/session',
  action: 'session.read',
  summary: 'Who is signed in',
  answer: SessionView,
});

export const signInWithPin = route({
  id: 'signInWithPin',
  method: 'post',
  path: '/api/session/pin',
  action: 'session.sign-in',
  summary: 'A pupil signs in with class code, card number and PIN',
  body: z.object({ classCode: ClassCode, cardNumber: CardNumber, pin: Pin }),
  answer: SessionView,
});

export const signInWithCard = route({
  id: 'signInWithCard',
  method: 'post',
  path: '/api/session/card',
  action: 'session.sign-in',
  summary: "A pupil signs in with the secret of the card's QR link",
  body: z.object({ secret: CardSecret }),
  answer: SessionView,
});

export const signInWithPassword = route({
  id: 'signInWithPassword',
  method: 'post',
  path: '/api/session/password',
  action: 'session.sign-in',
  summary: 'An adult signs in with e-mail and password (embedded host)',
  body: z.object({ email: Email, password: z.string().check(z.minLength(1), z.maxLength(128)) }),
  answer: SessionView,
});

export const signInWithIdToken = route({
  id: 'signInWithIdToken',
  method: 'post',
  path: '/api/session/id-token',
  action: 'session.sign-in',
  summary: 'An adult exchanges a Firebase ID token for our session (Firebase host)',
  body: z.object({ idToken: z.string().check(z.minLength(20), z.maxLength(4096)) }),
  answer: SessionView,
});

export const signOut = route({
  id: 'signOut',
  method: 'delete',
  path: '/api/session',
  action: 'session.sign-out',
  summary: 'Sign out',
});

export const readInvite = route({
  id: 'readInvite',
  method: 'post',
  path: '/api/invites/read',
  action: 'account.accept-invite',
  summary: 'What a one-time link invites to',
  body: z.object({ token: InviteToken }),
  answer: z.object({
    kind: z.enum(['first-organiser', 'account']),
    email: z.nullable(z.string()),
    fullName: z.nullable(z.string()),
  }),
});

export const acceptInvite = route({
  id: 'acceptInvite',
  method: 'post',
  path: '/api/invites/accept',
  action: 'account.accept-invite',
  summary: 'Set a password through a one-time link; the first organiser also gives name and e-mail',
  body: z.object({
    token: InviteToken,
    password: Password,
    email: z.optional(Email),
    fullName: z.optional(FullName),
  }),
  answer: SessionView,
});
