import { describe, expect, it } from 'vitest';
import {
  type EditionDraft,
  maxTotal,
  readEditionDraft,
  suggestCriteria,
  suggestTimes,
} from './edition-draft.ts';

const DRAFT: EditionDraft = {
  name: 'Biển, đảo Tổ quốc em 2027',
  province: 'Phú Thọ',
  theme: '',
  minPages: '3',
  maxPages: '8',
  opensAt: '2027-02-01T07:00',
  closesAt: '2027-04-15T17:00',
  judgesPerEntry: '3',
  criteria: suggestCriteria(
    ['Nội dung', 'Cốt truyện', 'Sáng tạo', 'Mĩ thuật', 'Thông điệp'].map((name) => ({
      name,
      description: '',
    })),
  ),
};
const problems = (change: Partial<EditionDraft>) => {
  const read = readEditionDraft({ ...DRAFT, ...change });
  return read.kind === 'problems' ? [...read.fields] : [];
};

describe('the edition to set up', () => {
  it('suggests criteria of 100 points in all', () => {
    expect(maxTotal(DRAFT.criteria)).toBe(100);
    expect(DRAFT.criteria.map(({ maxPoints }) => maxPoints)).toEqual([
      '30',
      '25',
      '20',
      '15',
      '10',
    ]);
  });

  it("reads times in Vietnam's clock", () => {
    const read = readEditionDraft(DRAFT);
    expect(read.kind === 'ready' && read.input.closesAt).toBe(Date.UTC(2027, 3, 15, 10, 0));
  });

  it('suggests opening tomorrow morning, also shortly before midnight in Vietnam', () => {
    expect(suggestTimes(Date.UTC(2027, 0, 9, 16, 59)).opensAt).toBe('2027-01-10T07:00');
    expect(suggestTimes(Date.UTC(2027, 0, 9, 17, 1)).opensAt).toBe('2027-01-11T07:00');
  });

  it('names the field that needs a look', () => {
    expect(problems({ name: ' ' })).toEqual(['name']);
    expect(problems({ minPages: 'ba' })).toEqual(['minPages']);
    expect(problems({ opensAt: '' })).toEqual(['opensAt']);
    expect(problems({ judgesPerEntry: '10' })).toEqual(['judgesPerEntry']);
    expect(problems({ criteria: [] })).toEqual(['criteria']);
    expect(problems({ criteria: suggestCriteria([{ name: '', description: '' }]) })).toEqual([
      'criteria',
    ]);
  });

  it('refuses pages and times in the wrong order', () => {
    expect(problems({ minPages: '9' })).toEqual(['maxPages']);
    expect(problems({ closesAt: DRAFT.opensAt })).toEqual(['closesAt']);
    expect(problems({ minPages: '8' })).toEqual([]);
  });
});
