import { expect, it } from 'vitest';
import { isLate, SILENT_FOR_MS } from './progress.ts';

const now = 100 * SILENT_FOR_MS;
const ago = now - SILENT_FOR_MS - 1;

it.each([
  { left: 3, lastActiveAt: null, givenAt: ago, late: true },
  { left: 3, lastActiveAt: ago, givenAt: ago, late: true },
  { left: 3, lastActiveAt: now - SILENT_FOR_MS, givenAt: ago, late: false },
  { left: 3, lastActiveAt: ago, givenAt: now, late: false },
  { left: 0, lastActiveAt: ago, givenAt: ago, late: false },
  { left: 3, lastActiveAt: null, givenAt: null, late: false },
])(
  'calls a judge late by what is left and how long they were silent: $late',
  ({ late, ...judge }) => {
    expect(isLate(judge, now)).toBe(late);
  },
);
