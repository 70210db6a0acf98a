import type { Logger } from 'pino';
import type { DemoSignIns, HostView } from '@contract/host.ts';

/** What the API has to know of the host that carries it. */
export type ApiHost = {
  readonly kind: 'embedded' | 'firebase';
  readonly version: string;
  /**
   * Proxies in front of this host. 0: X-Forwarded-* is what a stranger wrote, and is ignored.
   * The address of a visitor is the entry this many places from the end of X-Forwarded-For.
   */
  readonly trustedProxies: number;
  readonly firebase: HostView['firebase'];
  readonly demo: DemoSignIns | null;
  /** Address of the HTTPS side for a visitor who came by this host name; null where there is none. */
  readonly secureUrlFor: (hostname: string) => string | null;
  /** DER; null when this host has no authority of its own. */
  readonly certificateAuthority: Uint8Array | null;
  readonly log: Logger;
};
