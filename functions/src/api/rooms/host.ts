import { readCertificateAuthority, readHealth, readHost } from '@contract/host.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { describeHost } from '@server/usecases/host/describe-host.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** The name without its port; an IPv6 address keeps its brackets. */
function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

export const hostEndpoints: readonly Endpoint[] = [
  endpoint(readHealth, async ({ deps, host }) => {
    await describeHost(deps);
    return { ok: true, version: host.version };
  }),
  endpoint(readHost, async ({ deps, host, visit }) => {
    const { adultSignIn, edition, isDemo, now } = await describeHost(deps);
    return {
      adultSignIn,
      firebase: host.firebase,
      // Credentials are shown only while what they open is plainly a demo.
      demo: isDemo ? host.demo : null,
      secureUrl: visit.secure ? null : host.secureUrlFor(hostnameOf(visit.host)),
      edition,
      now,
    };
  }),
  endpoint(readCertificateAuthority, async ({ host }) => {
    if (host.certificateAuthority === null) throw refuse('not-found');
    return {
      bytes: host.certificateAuthority,
      mediaType: 'application/x-x509-ca-cert',
      cacheSeconds: 0,
    };
  }),
];
