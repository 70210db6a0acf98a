import { describe, expect, test } from 'vitest';
import { compileSvg } from './compile-svg.ts';

const compile = (inside: string, paint = 'fill="#111"') =>
  compileSvg('a.svg', 'a', `<svg viewBox="0 0 100 50" ${paint}>\n${inside}\n</svg>\n`);
const pathOf = (inside: string) => compile(inside).shapes[0]?.d;

describe('what a drawing becomes', () => {
  test('its size and its shapes, with the paint handed down', () => {
    const art = compile('<g stroke="#abc"><path d="M0 0L10 0" fill="none" stroke-width="3"/></g>');
    expect(art).toMatchObject({ id: 'a', width: 100, height: 50 });
    expect(art.shapes).toEqual([
      {
        d: 'M0 0L10 0',
        fill: null,
        stroke: '#aabbcc',
        strokeWidth: 3,
        cap: 'butt',
        join: 'miter',
        opacity: 1,
      },
    ]);
  });

  test('relative commands and shorthands are written out', () => {
    expect(pathOf('<path d="m10 10h5v5l-5-5z"/>')).toBe('M10 10L15 10L15 15L10 10Z');
    expect(pathOf('<path d="M0 0C0 5 5 5 10 0S20 -5 20 0"/>')).toBe(
      'M0 0C0 5 5 5 10 0C15 -5 20 -5 20 0',
    );
    expect(pathOf('<path d="M0 0q5 5 10 0t10 0"/>')).toBe('M0 0Q5 5 10 0Q15 -5 20 0');
    expect(pathOf('<path d="M0 0 10 0 10 10"/>')).toBe('M0 0L10 0L10 10');
    expect(pathOf('<path d="M.5.5-1e1 2"/>')).toBe('M0.5 0.5L-10 2');
  });

  test('arcs, circles and round corners become curves that end where they should', () => {
    expect(pathOf('<path d="M0 0A10 10 0 0 1 10 10"/>')).toBe('M0 0C5.5 0 10 4.5 10 10');
    expect(pathOf('<path d="M0 0a10 10 0 01 10 10"/>')).toBe('M0 0C5.5 0 10 4.5 10 10');
    expect(pathOf('<circle cx="10" cy="10" r="5"/>')).toMatch(/^M5 10(C[^CZ]+){4}Z$/);
    expect(pathOf('<rect x="1" y="2" width="10" height="4"/>')).toBe('M1 2L11 2L11 6L1 6Z');
    expect(pathOf('<rect x="0" y="0" width="10" height="10" rx="2"/>')).toMatch(/^M2 0L8 0C/);
  });

  test('transforms are worked in, outer after inner, and lines grow with them', () => {
    const { shapes } = compile(
      '<g transform="translate(10 0)"><path transform="scale(2)" stroke="#000" stroke-width="3" d="M1 1L2 1"/></g>',
    );
    expect(shapes[0]).toMatchObject({ d: 'M12 2L14 2', strokeWidth: 6 });
    expect(pathOf('<path transform="rotate(90 10 10)" d="M10 0L20 10"/>')).toBe('M20 10L10 20');
    expect(pathOf('<path transform="matrix(1 0 0 -1 0 50)" d="M0 0L1 10"/>')).toBe('M0 50L1 40');
  });

  test('a line has no area', () => {
    const shape = compile('<line x1="0" y1="0" x2="5" y2="5" stroke="#000"/>').shapes[0];
    expect(shape?.fill).toBeNull();
  });
});

describe('what is outside the subset', () => {
  test.each([
    ['<text>a</text>', 'neither an element nor a comment'],
    ['<image/>', 'not in the subset'],
    ['<linearGradient/>', 'not in the subset'],
    ['<path d="M0 0L1 1" style="fill:red"/>', 'may not have style'],
    ['<path d="M0 0L1 1" filter="url(#a)"/>', 'may not have filter'],
    ['<path d="M0 0L1 1" fill="red"/>', 'a colour is #rgb, #rrggbb or none'],
    ['<path d="M0 0L1 1" fill="url(#a)"/>', 'a colour is #rgb, #rrggbb or none'],
    ['<path d="M0 0L1"/>', 'has a path that cannot be read'],
    ['<path d="M0 0L1 NaN"/>', 'has a path that cannot be read'],
    ['<path d="L1 1"/>', 'has a path that cannot be read'],
    ['<path d="M0 0L1 1" transform="skewX(20)"/>', 'has a transform that cannot be read'],
    ['<path d="M0 0L1 1" stroke="#000" transform="scale(1 2)"/>', 'has a line and is stretched'],
    ['<path d="M0 0L1 1" opacity="2"/>', 'has opacity outside 0 to 1'],
    ['<g opacity="0.5"><path d="M0 0L1 1"/></g>', 'may not have opacity'],
    ['<path d="M0 0L1 1" fill="none"/>', 'paints nothing'],
    ['<circle r="a"/>', 'needs a number r'],
    ['<polygon points="1 2 3"/>', 'needs pairs of numbers in points'],
    ['<g><path d="M0 0L1 1"/>', 'closes nothing'],
    ['', 'is empty'],
  ])('%s is refused', (inside, problem) => {
    expect(() => compile(inside)).toThrow(problem);
  });

  test('the message says file and line', () => {
    expect(() => compile('<g>\n<rect width="1" height="1" fill="red"/>\n</g>')).toThrow(
      /^a\.svg:3: <rect>/,
    );
  });

  test('a file holds one svg with a plain viewBox', () => {
    expect(() => compileSvg('a.svg', 'a', '<g/>')).toThrow('one <svg>');
    expect(() => compileSvg('a.svg', 'a', '<svg viewBox="1 0 2 2"><g/></svg>')).toThrow('viewBox');
  });
});
