import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakText, linesOf, textHeight, textWidth, unbrokenText } from './text.ts';

/** Ten px a letter. */
const measure = (line: string) => [...line].length * 10;

it('breaks between words, at the width and not before', () => {
  const text = breakText('Thuyền của bố ra khơi', 120, measure);
  expect(linesOf(text)).toEqual(['Thuyền của', 'bố ra khơi']);
  expect(textWidth(text, measure)).toBe(100);
});

it('keeps the line ends that were typed, and takes back its own when the box grows', () => {
  const narrow = breakText('Một hai ba\nbốn năm', 80, measure);
  expect(linesOf(narrow)).toEqual(['Một hai', 'ba', 'bốn năm']);
  expect(breakText(narrow, 800, measure)).toBe('Một hai ba\nbốn năm');
});

it('breaks inside a word only when the word alone is too wide', () => {
  const text = breakText('a Áaaaaaaaaa b', 50, measure);
  expect(linesOf(text)).toEqual(['a', 'Áaaaa', 'aaaaa', 'b']);
  expect(unbrokenText(text)).toBe('a Áaaaaaaaaa b');
});

it('is as high as its lines', () => {
  expect(textHeight('Ễ\nỘ', 100)).toBe(290);
});

it('gives back what was typed, whatever the width', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'Ễ', 'ộ', 'Ữ'),
    minLength: 1,
    maxLength: 12,
  });
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const typed = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(typed, fc.integer({ min: 10, max: 300 }), (text, width) => {
      const broken = breakText(text, width, measure);
      expect(unbrokenText(broken)).toBe(text);
      expect(textWidth(broken, measure)).toBeLessThanOrEqual(width);
      expect(breakText(broken, width, measure)).toBe(broken);
    }),
  );
});
