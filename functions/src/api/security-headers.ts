const PERMISSIONS = [
  'camera=(self)',
  'microphone=(self)',
  'geolocation=()',
  'payment=()',
  'usb=()',
  'midi=()',
  'display-capture=()',
].join(', ');

/** Where firebase's client library signs adults in; nothing else leaves the page. */
const IDENTITY_TOOLKIT = [
  'https://identitytoolkit.googleapis.com',
  'https://securetoken.googleapis.com',
];

function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "worker-src 'self'",
  ].join('; ');
}

/**
 * Headers of every answer, pages and API alike. Strict-Transport-Security is absent on purpose: a
 * tablet that trusted a local authority once must still reach the host when that authority is gone.
 * Firebase Hosting adds its own.
 */
export function securityHeaders(host: 'embedded' | 'firebase'): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(host === 'firebase' ? IDENTITY_TOOLKIT : []),
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': PERMISSIONS,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    // No consent that is withdrawn reaches a search engine's copies of children's pictures.
    'X-Robots-Tag': 'noarchive, noimageindex',
  };
}

/** Over plain HTTP a browser ignores this header and says so in its console, as an error. */
export const ONLY_WHERE_TRUSTWORTHY = 'Cross-Origin-Opener-Policy';
