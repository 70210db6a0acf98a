import * as z from 'zod/mini';
import { EditionView } from '@domain/contest/edition.ts';
import { AdultRole } from '@domain/people/actor.ts';
import { route } from './route.ts';

const Health = z.object({ ok: z.boolean(), version: z.string() });

export const DemoSignIns = z.object({
  adults: z.array(z.object({ role: AdultRole, email: z.string(), password: z.string() })),
  pupil: z.object({ classCode: z.string(), cardNumber: z.int(), pin: z.string() }),
});
export type DemoSignIns = z.infer<typeof DemoSignIns>;

/** What a page needs to know of the host before anybody signs in. */
export const HostView = z.object({
  adultSignIn: z.enum(['password', 'firebase']),
  firebase: z.nullable(
    z.object({
      apiKey: z.string(),
      authDomain: z.string(),
      projectId: z.string(),
      emulatorUrl: z.nullable(z.string()),
    }),
  ),
  demo: z.nullable(DemoSignIns),
  /** Address of the HTTPS side when this page came over plain HTTP and the host has one. */
  secureUrl: z.nullable(z.string()),
  edition: z.nullable(EditionView),
  now: z.int(),
});
export type HostView = z.infer<typeof HostView>;

export const readHealth = route({
  id: 'readHealth',
  method: 'get',
  path: '/api/health',
  action: 'host.read',
  summary: 'Whether the host and its database answer',
  answer: Health,
});

export const readHost = route({
  id: 'readHost',
  method: 'get',
  path: '/api/host',
  action: 'host.read',
  summary: 'How to sign in here, and the running edition',
  answer: HostView,
});

export const readCertificateAuthority = route({
  id: 'readCertificateAuthority',
  method: 'get',
  path: '/api/certificate-authority.crt',
  action: 'host.read',
  summary: "This host's own certificate authority, for a tablet to trust",
  bytes: { out: 'application/x-x509-ca-cert' },
});
