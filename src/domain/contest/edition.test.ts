import { expect, it } from 'vitest';
import { type Edition, EditionInput, editionView } from './edition.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const input = {
  name: 'Biển, đảo Tổ quốc em',
  province: 'Phú Thọ',
  theme: '',
  minPages: 2,
  maxPages: 12,
  opensAt: 100,
  closesAt: 200,
  judgesPerEntry: 3,
  criteria: [{ name: 'Nội dung', description: '', maxPoints: 30 }],
};

it.each([
  { change: { minPages: 13 }, why: 'more pages needed than allowed' },
  { change: { closesAt: 100 }, why: 'no time to submit' },
  { change: { criteria: [] }, why: 'nothing to judge by' },
  { change: { judgesPerEntry: 0 }, why: 'nobody to judge' },
])('cannot be set up with $why', ({ change }) => {
  expect(EditionInput.safeParse(input).success).toBe(true);
  expect(EditionInput.safeParse({ ...input, ...change }).success).toBe(false);
});

it('shows everybody when submission really ended', () => {
  const round = {
    id: 'r',
    opensAt: 100,
    closesAt: 200,
    submissionClosedAt: 150,
    judgingClosedAt: null,
    publishedAt: null,
  };
  const edition: Edition = {
    ...input,
    id: 'e',
    provinceId: 'p',
    isDemo: false,
    settings: DEFAULT_SETTINGS,
    rulesVersion: 0,
    round,
  };
  expect(editionView(edition, 160)).toMatchObject({ phase: 'judging', closesAt: 150 });
});
