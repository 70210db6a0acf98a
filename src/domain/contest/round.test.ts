import { describe, expect, it } from 'vitest';
import { judgingOpen, phaseOf, type RoundTimes, submissionEndsAt } from './round.ts';

const round: RoundTimes = {
  opensAt: 100,
  closesAt: 200,
  submissionClosedAt: null,
  judgingClosedAt: null,
  publishedAt: null,
};

describe('a round', () => {
  it.each([
    { now: 99, phase: 'upcoming' },
    { now: 100, phase: 'open' },
    { now: 199, phase: 'open' },
    { now: 200, phase: 'judging' },
  ])('is $phase at $now, by the clock alone', ({ now, phase }) => {
    expect(phaseOf(round, now)).toBe(phase);
  });

  it('may be closed earlier than announced and never later', () => {
    const early = { ...round, submissionClosedAt: 150 };
    expect([phaseOf(early, 149), phaseOf(early, 150)]).toEqual(['open', 'judging']);
    expect(submissionEndsAt({ ...round, submissionClosedAt: 250 })).toBe(200);
  });

  it('lets judges write until it is decided, also while entries still come in', () => {
    expect(judgingOpen(round)).toBe(true);
    const decided = { ...round, judgingClosedAt: 300 };
    expect([phaseOf(decided, 150), judgingOpen(decided)]).toEqual(['decided', false]);
    const published = { ...decided, publishedAt: 400 };
    expect([phaseOf(published, 0), judgingOpen(published)]).toEqual(['published', false]);
  });
});
