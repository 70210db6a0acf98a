import { describe, expect, it } from 'vitest';
import type { RoundPhase } from '@domain/contest/round.ts';
import { nextStep, possibleDeeds, unfinishedSheets } from './next-step.ts';

const facts = (phase: RoundPhase, unassigned = 0) => ({
  edition: {
    id: 'edition0000000000000A',
    name: 'Biển, đảo',
    province: 'Phú Thọ',
    theme: '',
    minPages: 3,
    maxPages: 8,
    phase,
    opensAt: 0,
    closesAt: 1,
    telling: { mode: 'none' as const, maxMinutes: 5 },
  },
  entries: { submitted: 10, unassigned },
  sheets: { assigned: 8, started: 2, submitted: 20 },
});

describe('the next step of a round', () => {
  it('asks for judges before it asks to close anything', () => {
    expect(nextStep(facts('open', 3))).toBe('assign');
    expect(nextStep(facts('judging', 3))).toBe('assign');
    expect(nextStep(facts('open'))).toBe('close-submission');
    expect(nextStep(facts('judging'))).toBe('close-judging');
  });

  it('leads from preparing to the gallery', () => {
    expect(nextStep(facts('upcoming'))).toBe('prepare');
    expect(nextStep(facts('decided'))).toBe('decide');
    expect(nextStep(facts('published'))).toBe('gallery');
  });

  it('counts sheets that are untouched or begun as unfinished', () => {
    expect(unfinishedSheets(facts('judging'))).toBe(10);
  });

  it('offers no deed that the server would refuse', () => {
    expect(possibleDeeds(facts('open', 3))).toEqual(['close-submission']);
    expect(possibleDeeds(facts('judging'))).toEqual(['close-judging']);
    expect(possibleDeeds(facts('decided', 3))).toEqual([]);
  });
});
