import { describe, expect, test } from 'vitest';
import { slipMissing, slipState, type Standing } from './consent-state.ts';

const line = (
  purpose: Standing['purpose'],
  party: Standing['party'],
  granted = true,
): Standing => ({ purpose, party, granted, recordedAt: 5 });

const guardian = [line('take-part', 'guardian'), line('judge', 'guardian')];
const child = [line('take-part', 'child'), line('judge', 'child')];

describe('slipState', () => {
  test('is complete without a word on purposes where a blank box counts as no', () => {
    const row = { needsChildAssent: true, consents: [...guardian, ...child] };
    expect(slipState(row)).toBe('complete');
    expect(slipMissing(row)).toBe(false);
  });

  test("asks for the child's own word from the age of assent only", () => {
    expect(slipState({ needsChildAssent: true, consents: guardian })).toBe('partial');
    expect(slipState({ needsChildAssent: false, consents: guardian })).toBe('complete');
  });

  test('takes a no for a word, and shows it', () => {
    const row = {
      needsChildAssent: false,
      consents: [line('take-part', 'guardian', false), line('judge', 'guardian')],
    };
    expect(slipState(row)).toBe('refused');
    expect(slipMissing(row)).toBe(false);
  });

  test('is missing when nothing was recorded', () => {
    const row = { needsChildAssent: false, consents: [] };
    expect(slipState(row)).toBe('none');
    expect(slipMissing(row)).toBe(true);
  });
});
