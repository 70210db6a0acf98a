import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeClock, describeRandomness } from '@tests/contracts/machine-contract.ts';
import { describeCardSafe, describePasswords } from '@tests/contracts/secrets-contract.ts';
import { clockAt, seededRandomness } from '@tests/fixtures/memory-machine.ts';
import { openCardSafe, plainPasswords } from '@tests/fixtures/memory-secrets.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { argon2Passwords } from './argon2-passwords.ts';
import { openCardKey } from './card-key-file.ts';
import { cardSafe } from './card-safe.ts';
import { machineClock } from './machine-clock.ts';
import { machineRandomness } from './machine-randomness.ts';

const key = new Uint8Array(32).fill(7);

describeCardSafe('memory', () => openCardSafe);
describeCardSafe('AES-256-GCM', () => cardSafe(key));
describePasswords('memory', plainPasswords);
describePasswords('argon2id', argon2Passwords);
describeClock('set', clockAt(0));
describeClock('machine', machineClock);
describeRandomness('seeded', seededRandomness());
describeRandomness('machine', machineRandomness);

describe('a sealed card secret', () => {
  it('never looks the same twice, and shows nothing of what it hides', () => {
    const safe = cardSafe(key);
    expect(safe.seal('482913')).not.toBe(safe.seal('482913'));
    expect(safe.seal('482913')).toMatch(/^v1\.[A-Za-z0-9_-]{8}\.[A-Za-z0-9_-]+$/);
  });

  it('is not opened by another key, which is named', () => {
    const other = cardSafe(new Uint8Array(32).fill(8));
    expect(() => other.open(cardSafe(key).seal('482913'))).toThrow('sealed with the key');
  });

  it('is not opened when any byte of it was changed', () => {
    const safe = cardSafe(key);
    const sealed = safe.seal('482913');
    const body = sealed.lastIndexOf('.') + 1;
    for (let at = body; at < sealed.length - 1; at += 1) {
      const changed = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => safe.open(sealed.slice(0, at) + changed + sealed.slice(at + 1))).toThrow();
    }
  });
});

describe('the card key', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contest-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner only, and found again', async () => {
    const file = join(folder, 'keys', 'card.key');
    const made = await openCardKey(file);
    expect(await openCardKey(file)).toEqual(made);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is never replaced when its file is damaged', async () => {
    const file = join(folder, 'card.key');
    await writeFile(file, 'v1.short\n');
    await expect(openCardKey(file)).rejects.toThrow('holds no card key');
    expect(await readFile(file, 'utf8')).toBe('v1.short\n');
  });
});
