import { sha256Hex } from '@domain/story/hash.ts';

/**
 * What the database keeps of a secret that somebody carries (session token, one-time link, QR
 * secret): enough to find it by, nothing to sign in with. They hold 128 random bits or more, so a
 * plain SHA-256 needs no salt.
 */
export function secretHash(secret: string): string {
  return sha256Hex(new TextEncoder().encode(secret));
}
