import { hostname, networkInterfaces } from 'node:os';

/** IPv4 addresses under which others on the network reach this machine. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}

/** Every name and address by which a browser may come here, for the certificate to hold. */
export function hostNames(publicUrl: string): string[] {
  const machine = hostname().toLowerCase();
  // A bracketed IPv6 address has no place in a certificate's list of names.
  const published = new URL(publicUrl).hostname.replaceAll(/[[\]]/g, '');
  const local = machine.includes('.') ? [] : [`${machine}.local`];
  const names = ['localhost', machine, ...local, published, '127.0.0.1', ...lanAddresses()];
  // What is not plain ASCII (a machine may be called "máy-cô-hà") a certificate cannot hold as it is.
  return [...new Set(names)].filter((name) => /^[a-z0-9.:-]+$/.test(name));
}
