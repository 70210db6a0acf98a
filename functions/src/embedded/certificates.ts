import type { Server } from 'node:https';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { hostNames } from '@server/adapters/tls/host-names.ts';
import { openLocalAuthority } from '@server/adapters/tls/local-authority.ts';
import type { KeyAndCert } from './servers.ts';

const CHECK_EVERY_MS = 60 * 60_000;

export type OwnCertificates = {
  /** The authority's certificate, DER. */
  readonly authority: Uint8Array;
  readonly current: KeyAndCert;
  /** Looks every hour whether addresses have changed or the end is near, until stopped. */
  readonly keepFresh: (server: Server) => () => void;
};

/** Certificates of this host's own authority, whose key lies in the data folder. */
export async function openOwnCertificates(
  folder: string,
  publicUrl: string,
  now: () => number,
): Promise<OwnCertificates> {
  const name = `Bien dao To quoc em (${hostname()})`;
  const authority = await openLocalAuthority(join(folder, 'keys', 'tls'), name, now());
  const leaf = () => authority.leafFor(hostNames(publicUrl), now());
  return {
    authority: authority.certificate,
    current: await leaf(),
    keepFresh: (server) => {
      const timer = setInterval(() => {
        // A machine without room for the new file keeps serving with the certificate it has.
        leaf().then(
          (fresh) => server.setSecureContext(fresh),
          () => {},
        );
      }, CHECK_EVERY_MS);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
