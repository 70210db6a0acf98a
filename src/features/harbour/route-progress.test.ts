import { describe, expect, test } from 'vitest';
import type { HarbourView } from '@contract/pupil.ts';
import { reachedStop } from './route-progress.ts';

const edition: HarbourView['edition'] = {
  id: 'e'.repeat(22),
  name: 'Biển, đảo Tổ quốc em',
  province: 'Phú Thọ',
  theme: '',
  minPages: 2,
  maxPages: 8,
  phase: 'open',
  opensAt: 0,
  closesAt: 1,
  telling: { mode: 'none', maxMinutes: 5 },
};
const draft = { state: 'draft', title: '', pageCount: 1, savedAt: 5, receipt: null } as const;
const submitted = { ...draft, state: 'submitted', pageCount: 2 } as const;

describe('the boat on the route', () => {
  test('lies in the harbour before anything was saved', () => {
    expect(reachedStop({ edition, entry: null })).toBe('harbour');
    expect(reachedStop({ edition, entry: { ...draft, pageCount: 0, savedAt: null } })).toBe(
      'harbour',
    );
  });

  test('sails with the draft and reaches the third stop with enough pages', () => {
    expect(reachedStop({ edition, entry: draft })).toBe('drawing');
    expect(reachedStop({ edition, entry: { ...draft, pageCount: 2 } })).toBe('pages');
  });

  test('lands on the islands only with a submitted story, when results are out', () => {
    const published = { ...edition, phase: 'published' } as const;
    expect(reachedStop({ edition, entry: submitted })).toBe('submitted');
    expect(reachedStop({ edition: published, entry: submitted })).toBe('published');
    expect(reachedStop({ edition: published, entry: draft })).toBe('drawing');
  });
});
