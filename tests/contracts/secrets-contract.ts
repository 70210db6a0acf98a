import type { CardSafe, Passwords } from '@server/ports/secrets.ts';
import { describe, expect, it } from 'vitest';

/** What every adapter of CardSafe keeps to. */
export function describeCardSafe(name: string, open: () => CardSafe): void {
  describe(`card safe: ${name}`, () => {
    it.each(['482913', 'q'.repeat(22), '', 'chữ Việt ⛵'])('opens what it sealed: %j', (plain) => {
      const safe = open();
      expect(safe.open(safe.seal(plain))).toBe(plain);
    });

    it('throws at text that it did not seal', () => {
      const safe = open();
      for (const text of ['', '482913', `${safe.seal('482913')}.x`.slice(3)]) {
        expect(() => safe.open(text)).toThrow();
      }
    });
  });
}

/** What every adapter of Passwords keeps to. */
export function describePasswords(name: string, passwords: Passwords): void {
  describe(`passwords: ${name}`, () => {
    it('knows the password again, and only that', async () => {
      const hash = await passwords.hash('thuyền ra khơi');
      expect(await passwords.verify(hash, 'thuyền ra khơi')).toBe(true);
      expect(await passwords.verify(hash, 'thuyen ra khoi')).toBe(false);
      expect(await passwords.verify(hash, '')).toBe(false);
    });

    it('knows the password from a keyboard that composes letters otherwise', async () => {
      const hash = await passwords.hash('thuyền ra khơi'.normalize('NFC'));
      expect(await passwords.verify(hash, 'thuyền ra khơi'.normalize('NFD'))).toBe(true);
    });
  });
}
