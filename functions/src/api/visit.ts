import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { SessionView } from '@domain/people/actor.ts';
import type { ApiHost } from './host.ts';

/** The sign-in that an answer hands to the browser. */
export type NewSession = { readonly token: string; readonly maxAgeSeconds: number | null };

/** Where a request came from and over what, as far as it can be believed. */
export type Visit = {
  /** IPv4 address, or the /64 network of an IPv6 address, which is what one household or school holds. */
  readonly address: string;
  readonly secure: boolean;
  /** Name and port as the browser wrote them, e.g. `truong.local:4173`. */
  readonly host: string;
  readonly sessionToken: string | null;
  readonly view: SessionView;
  readonly beginSession: (session: NewSession) => void;
  readonly endSession: () => void;
};

export type Place = Pick<Visit, 'address' | 'secure' | 'host'>;

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().replace(/%.*$/u, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/** The entry `place` from the end of a comma-separated header, or the first of a shorter one. */
function fromEnd(header: string | undefined, place: number): string | undefined {
  const entries = header?.split(',').map((entry) => entry.trim()) ?? [];
  return entries[Math.max(0, entries.length - place)];
}

/** `incoming` is absent in tests that call the app without a socket. */
export function placeOf(
  host: ApiHost,
  publicUrl: string,
  request: Request,
  incoming: IncomingMessage | undefined,
): Place {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const proxied = host.trustedProxies > 0;
  const forwarded = proxied ? fromEnd(header('x-forwarded-for'), host.trustedProxies) : undefined;
  const scheme = new URL(request.url).protocol;
  const forwardedScheme = header('x-forwarded-proto')?.split(',')[0]?.trim();
  return {
    address: networkOf(forwarded ?? incoming?.socket.remoteAddress ?? 'unknown'),
    secure:
      host.kind === 'firebase' ||
      scheme === 'https:' ||
      (proxied && (forwardedScheme ?? new URL(publicUrl).protocol.slice(0, -1)) === 'https'),
    host:
      (proxied ? header('x-forwarded-host') : undefined) ??
      header('host') ??
      new URL(request.url).host,
  };
}

/**
 * True when a state-changing request came from a page of this host. Browsers send Origin with
 * every such request, very old ones at least a Referer (our own pages send none); a caller without
 * any of them is no browser and carries nobody's cookie.
 */
export function isOwnOrigin(request: Request, place: Place, publicUrl: string): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) {
    const site = request.headers.get('sec-fetch-site');
    if (site !== null) return site === 'same-origin' || site === 'none';
    const referer = request.headers.get('referer');
    return referer === null || isOwn(referer, place, publicUrl);
  }
  return isOwn(origin, place, publicUrl);
}

function isOwn(origin: string, place: Place, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, origin: root } = new URL(origin);
  return host === place.host.toLowerCase() || root === new URL(publicUrl).origin;
}
