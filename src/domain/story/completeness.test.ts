import { expect, it } from 'vitest';
import { submissionProblems } from './completeness.ts';
import type { Mark } from './event.ts';
import { quarterSize, quarterX, quarterY } from './limits.ts';

function line(xPx: number, colour = 0x0b3a5b): Mark {
  return {
    kind: 'stroke',
    tool: 'pencil',
    colour,
    size: quarterSize(6),
    opacity: 255,
    x: [quarterX(xPx), quarterX(xPx + 50)],
    y: [quarterY(100), quarterY(200)],
    pressure: [128, 128],
  };
}

const bounds = { minPages: 2, maxPages: 3 };
const boat = { caption: 'Thuyền ra khơi', marks: [line(100)] };

it('lets a picture with title, captions and something on every page pass', () => {
  expect(submissionProblems({ title: 'Biển quê em', pages: [boat, boat] }, bounds)).toEqual([]);
});

it('names every problem at once, pages counted from 1', () => {
  const pages = [boat, { caption: ' ', marks: [] }, boat, boat];
  expect(submissionProblems({ title: '', pages }, bounds)).toEqual([
    { kind: 'missing-title' },
    { kind: 'too-many-pages', pages: 4, maxPages: 3 },
    { kind: 'blank-page', page: 2 },
    { kind: 'missing-caption', page: 2 },
  ]);
});

it('takes a page for blank that holds only white, or only what lies off the paper', () => {
  const pages = [
    { caption: 'Mây', marks: [line(100, 0xffffff)] },
    { caption: 'Xa', marks: [line(-900)] },
  ];
  expect(submissionProblems({ title: 'Trời', pages }, bounds)).toEqual([
    { kind: 'blank-page', page: 1 },
    { kind: 'blank-page', page: 2 },
  ]);
});
