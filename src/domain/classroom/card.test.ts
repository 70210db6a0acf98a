import { describe, expect, it } from 'vitest';
import { ClassCode, CODE_ALPHABET, drawCode, drawPin, Pin } from './card.ts';

describe('a card', () => {
  it.each(['hAk-au4', ' HAK AU4 ', 'HAKAU4'])('forgives how a code is typed: %s', (typed) => {
    expect(ClassCode.parse(typed)).toBe('HAKAU4');
  });

  it.each(['HAKAU', 'HAKAU44', 'HAKAO4', 'HAKẢU4', ''])('knows %s for no code', (typed) => {
    expect(ClassCode.safeParse(typed).success).toBe(false);
  });

  it('draws codes of the whole alphabet that can be typed back', () => {
    for (const [index, letter] of [...CODE_ALPHABET].entries()) {
      expect(drawCode(() => index, 6)).toBe(letter.repeat(6));
      expect(ClassCode.parse(drawCode(() => index, 6))).toBe(letter.repeat(6));
    }
  });

  it('keeps the zeros of a PIN', () => {
    expect(drawPin(() => 42)).toBe('000042');
    expect(Pin.parse(' 000 042')).toBe('000042');
  });
});
