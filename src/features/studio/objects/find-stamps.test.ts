import { expect, it } from 'vitest';
import type { ArtItem } from '@domain/story/art/pack.ts';
import { findStamps } from './find-stamps.ts';

const item = (id: string, vi: string, en: string): ArtItem => ({
  id,
  group: 'shore',
  name: { vi, en },
  fact: { vi: '.', en: '.' },
  source: { title: '.', ref: '.', url: 'https://example.org' },
  factId: null,
});
const items = [
  item('lighthouse', 'Hải đăng', 'Lighthouse'),
  item('sea-turtle', 'Rùa biển', 'Sea turtle'),
];
const found = (typed: string) => findStamps(items, typed).map(({ id }) => id);

it('finds without marks, in any case, in both languages, by parts of words', () => {
  expect(found('hai dang')).toEqual(['lighthouse']);
  expect(found('ĐĂNG')).toEqual(['lighthouse']);
  expect(found('rùa')).toEqual(['sea-turtle']);
  expect(found('turt')).toEqual(['sea-turtle']);
  expect(found('  ')).toEqual(['lighthouse', 'sea-turtle']);
  expect(found('cá')).toEqual([]);
});
