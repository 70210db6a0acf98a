import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const DAY_MS = 24 * 60 * 60_000;
const AUTHORITY_DAYS = 3650;
/** Phones refuse a certificate that is valid for more than 397 days, whoever signed it. */
const LEAF_DAYS = 397;
const RENEW_DAYS_BEFORE = 30;
/** A tablet whose clock is a day slow still believes in a certificate made today. */
const BACKDATED_DAYS = 1;

const KEY_KIND = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

export type Leaf = { readonly key: string; readonly cert: string };

export type LocalAuthority = {
  /** DER, for a tablet to trust. */
  readonly certificate: Uint8Array;
  /** A certificate for these host names and addresses: the kept one while it fits, else a new one. */
  readonly leafFor: (hosts: readonly string[], now: number) => Promise<Leaf>;
};

type Signer = { readonly certificate: x509.X509Certificate; readonly keys: CryptoKeyPair };
type CryptoKeyPair = webcrypto.CryptoKeyPair;

async function makeKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY_KIND, true, ['sign', 'verify']);
}

async function pemOfKey(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(bytes, 'PRIVATE KEY');
}

async function privateKeyOf(pem: string): Promise<webcrypto.CryptoKey> {
  const [bytes] = x509.PemConverter.decode(pem);
  if (bytes === undefined) throw new Error('the authority’s key file holds no key');
  return webcrypto.subtle.importKey('pkcs8', bytes, KEY_KIND, true, ['sign']);
}

function serial(): string {
  // Positive, as RFC 5280 asks: the highest bit stays 0.
  return `4${randomBytes(15).toString('hex').slice(1)}`;
}

function validity(now: number, days: number) {
  return {
    notBefore: new Date(now - BACKDATED_DAYS * DAY_MS),
    notAfter: new Date(now + (days - BACKDATED_DAYS) * DAY_MS),
  };
}

async function makeAuthority(name: string, now: number): Promise<Signer> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: [{ CN: [name] }],
    ...validity(now, AUTHORITY_DAYS),
    signingAlgorithm: SIGNING,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate, keys };
}

async function makeLeaf(signer: Signer, hosts: readonly string[], now: number): Promise<Leaf> {
  const keys = await makeKeys();
  const names = hosts.map((host) => ({ type: isIP(host) ? 'ip' : 'dns', value: host }) as const);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: [{ CN: [hosts[0] ?? 'localhost'] }],
    issuer: signer.certificate.subjectName,
    ...validity(now, LEAF_DAYS),
    signingAlgorithm: SIGNING,
    publicKey: keys.publicKey,
    signingKey: signer.keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
      await x509.AuthorityKeyIdentifierExtension.create(signer.keys.publicKey),
    ],
  });
  return { key: await pemOfKey(keys.privateKey), cert: certificate.toString('pem') };
}

function textOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/**
 * Readable by its owner only, and whole or not there at all: half a key, after a loss of power,
 * would keep the host from ever starting again.
 */
async function keepSecret(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

async function openSigner(folder: string, name: string, now: number): Promise<Signer> {
  const [keyFile, certFile] = [join(folder, 'authority.key'), join(folder, 'authority.crt')];
  const [key, cert] = await Promise.all([textOrNull(keyFile), textOrNull(certFile)]);
  if (key !== null && cert !== null) {
    const certificate = new x509.X509Certificate(cert);
    const publicKey = await certificate.publicKey.export();
    return { certificate, keys: { privateKey: await privateKeyOf(key), publicKey } };
  }
  const made = await makeAuthority(name, now);
  await keepSecret(keyFile, await pemOfKey(made.keys.privateKey));
  // Last: a key without a certificate is no authority yet, and is made anew.
  await keepSecret(certFile, made.certificate.toString('pem'));
  return made;
}

/** Whether the kept certificate is of this authority, names exactly these hosts, and lasts. */
async function fits(
  leaf: Leaf,
  signer: Signer,
  hosts: readonly string[],
  now: number,
): Promise<boolean> {
  const certificate = new x509.X509Certificate(leaf.cert);
  const names =
    certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.toJSON() ?? [];
  const kept = names.map(({ value }) => value).sort();
  return (
    kept.join() === [...hosts].sort().join() &&
    certificate.notAfter.getTime() - now > RENEW_DAYS_BEFORE * DAY_MS &&
    (await certificate.verify({
      publicKey: signer.certificate.publicKey,
      signatureOnly: true,
    }))
  );
}

/**
 * The certificate authority of one host, made at its first run. Its key lies in `folder`, readable
 * by its owner only, and never leaves it. `name` is what a tablet shows in its list.
 */
export async function openLocalAuthority(
  folder: string,
  name: string,
  now: number,
): Promise<LocalAuthority> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signer = await openSigner(folder, name, now);
  const leafFile = join(folder, 'host.json');
  return {
    certificate: new Uint8Array(signer.certificate.rawData),
    async leafFor(hosts, at) {
      const kept = await textOrNull(leafFile);
      const leaf = kept === null ? null : (JSON.parse(kept) as Leaf);
      if (leaf !== null && (await fits(leaf, signer, hosts, at))) return leaf;
      const made = await makeLeaf(signer, hosts, at);
      await keepSecret(leafFile, JSON.stringify(made));
      return made;
    },
  };
}
