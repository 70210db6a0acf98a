import type { Config } from '@server/config.ts';

export type Addresses = {
  readonly listenOn: '127.0.0.1' | '0.0.0.0';
  /** What this machine's own browser opens. */
  readonly here: string;
  /** What others on the network open; empty without --lan. */
  readonly lan: readonly string[];
  readonly lanSecure: readonly string[];
  /** Root of the links on cards and invitations. */
  readonly publicUrl: string;
  /** Port of the HTTPS side that stands beside the plain one; null where there is none. */
  readonly securePort: number | null;
};

/** Where the host is to be found, from how it was started and the machine's network addresses. */
export function addressesFor(
  { port, lan, tls, publicUrl }: Pick<Config, 'port' | 'lan' | 'tls' | 'publicUrl'>,
  lanAddresses: readonly string[],
): Addresses {
  const scheme = tls === null ? 'http' : 'https';
  const here = `${scheme}://localhost:${port}`;
  const reached = lan ? lanAddresses : [];
  const securePort = lan && tls === null ? port + 1 : null;
  const onLan = reached.map((address) => `${scheme}://${address}:${port}`);
  return {
    listenOn: lan ? '0.0.0.0' : '127.0.0.1',
    here,
    lan: onLan,
    lanSecure: securePort === null ? [] : reached.map((name) => `https://${name}:${securePort}`),
    publicUrl: publicUrl ?? onLan[0] ?? here,
    securePort,
  };
}
