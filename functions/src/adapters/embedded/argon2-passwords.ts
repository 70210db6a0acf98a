import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '@server/ports/secrets.ts';

// OWASP Password Storage Cheat Sheet, 2024: argon2id with 19 MiB, two passes, one lane.
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/**
 * Keyboards write "ễ" in one, two or three code points, so passwords are composed first. The cost
 * travels in each hash: raising it later leaves older hashes readable.
 */
export const argon2Passwords: Passwords = {
  hash: (password) => hash(password.normalize('NFC'), COST),
  verify: (hashed, password) => verify(hashed, password.normalize('NFC')),
};
