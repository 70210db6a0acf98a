import { describe, expect, it } from 'vitest';
import { Email } from '../people/actor.ts';
import { lineOfText, text } from './text.ts';

describe('text from a person', () => {
  it('is composed and trimmed', () => {
    expect(text(1, 20).parse(' Đảo Trường Sa\n'.normalize('NFD'))).toBe('Đảo Trường Sa');
    expect(lineOfText(1, 20).parse('Gia \n Bảo 👧🏽')).toBe('Gia Bảo 👧🏽');
  });

  it.each(['a\0b', 'a\ud83d', '\udc67b', 'a\u202eb', 'a\u0007'])(
    'is refused with what the database would change or the eye misread: %j',
    (value) => {
      expect(text(1, 20).safeParse(value).success).toBe(false);
      expect(lineOfText(1, 20).safeParse(value).success).toBe(false);
      expect(Email.safeParse(`${value}@example.vn`).success).toBe(false);
    },
  );

  it('is an address in small letters where an address is asked for', () => {
    expect(Email.parse(' Co.Hoa@Example.VN ')).toBe('co.hoa@example.vn');
    expect(Email.safeParse('co.hoa').success).toBe(false);
  });
});
