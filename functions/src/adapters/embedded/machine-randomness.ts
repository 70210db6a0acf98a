import { randomBytes, randomInt } from 'node:crypto';
import type { Randomness } from '@server/ports/randomness.ts';

export const machineRandomness: Randomness = {
  id: () => randomBytes(16).toString('base64url'),
  token: () => randomBytes(32).toString('base64url'),
  integer: (below) => randomInt(below),
};
