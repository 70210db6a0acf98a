import { expect, it } from 'vitest';
import { blankDraft, readDrafts } from './reference-draft.ts';

const criteria = [
  { id: 'a', name: 'Nội dung', description: '', maxPoints: 30, work: 'drawing', levels: [] },
] as const;
const draft = (entryId: string, points: string) => ({
  ...blankDraft({ entryId, blindCode: 'ACDE', title: 'Đảo xa', pageCount: 2 }),
  points: { a: points },
});
const read = (...points: string[]) =>
  readDrafts(
    points.map((text, index) => draft(`e${index}`, text)),
    criteria.map((criterion) => ({ ...criterion, levels: [] })),
  );

it('sends none, or at least two that have all their points', () => {
  expect(read()).toEqual({ kind: 'ready', references: [] });
  expect(read('12')).toEqual({ kind: 'few' });
  expect(read('12', '')).toEqual({ kind: 'missing' });
  expect(read('12', '31')).toEqual({ kind: 'missing' });
  expect(read('12', '30')).toMatchObject({
    kind: 'ready',
    references: [{ lines: [{ criterionId: 'a', points: 12 }] }, { lines: [{ points: 30 }] }],
  });
});
