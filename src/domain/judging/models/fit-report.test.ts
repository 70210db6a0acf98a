import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedRatings, simulate } from '@tests/fixtures/judging/ratings.ts';
import { fitRatings, MODELS, type FitReport } from './fit-report.ts';
import type { Rating } from './rating-table.ts';

const close = (value: number | null) =>
  value === null ? null : expect.closeTo(value, 5 - Math.ceil(Math.log10(1 + Math.abs(value))));

function numbersOf({ grandMean, variance, entries, judges }: FitReport, map = (id: string) => id) {
  return {
    grandMean: close(grandMean),
    residual: close(variance.residual),
    judge: close(variance.judge),
    entries: Object.fromEntries(
      entries.map((e) => [map(e.id), [e.adjusted, e.se, e.measure, e.infit].map(close)]),
    ),
    judges: Object.fromEntries(
      judges.map((j) => [map(j.id), [j.effect, j.se, j.measure, j.infit].map(close)]),
    ),
  };
}

/** Plain values where `numbersOf` has matchers. */
function plain({ grandMean, variance, entries, judges }: FitReport) {
  return {
    grandMean,
    residual: variance.residual,
    judge: variance.judge,
    entries: Object.fromEntries(entries.map((e) => [e.id, [e.adjusted, e.se, e.measure, e.infit]])),
    judges: Object.fromEntries(judges.map((j) => [j.id, [j.effect, j.se, j.measure, j.infit]])),
  };
}

const OPTIONS = { numRuns: 40, seed: 8 };

describe.each(MODELS)('%s', (model) => {
  it('gives the same bits whatever the order of rows', () => {
    fc.assert(
      fc.property(linkedRatings, fc.nat(), (ratings, turn) => {
        const cut = turn % ratings.length;
        const turned = [...ratings.slice(cut), ...ratings.slice(0, cut)].toReversed();
        expect(fitRatings(turned, model)).toEqual(fitRatings(ratings, model));
      }),
      OPTIONS,
    );
  });

  it('gives everybody the same numbers under another name', () => {
    const renamed = (id: string) => `${9 - Number(id.at(-1))}-${id}`;
    fc.assert(
      fc.property(linkedRatings, (ratings) => {
        const relabelled = ratings.map((rating) => ({
          ...rating,
          entry: renamed(rating.entry),
          judge: renamed(rating.judge),
        }));
        expect(plain(fitRatings(relabelled, model))).toEqual(
          numbersOf(fitRatings(ratings, model), renamed),
        );
      }),
      OPTIONS,
    );
  });
});

describe.each(['additive', 'mixed'] as const)('%s', (model) => {
  it('moves with a constant added to all scores, and with nothing else', () => {
    fc.assert(
      fc.property(linkedRatings, fc.integer({ min: -50, max: 1000 }), (ratings, constant) => {
        const before = fitRatings(ratings, model);
        const moved = fitRatings(
          ratings.map((rating) => ({ ...rating, score: rating.score + constant })),
          model,
        );
        const back = {
          ...moved,
          grandMean: moved.grandMean === null ? null : moved.grandMean - constant,
          entries: moved.entries.map((entry) => ({
            ...entry,
            adjusted: entry.adjusted === null ? null : entry.adjusted - constant,
          })),
        };
        expect(plain(back)).toEqual(numbersOf(before));
      }),
      OPTIONS,
    );
  });

  it('finds a judge who copies another just as lenient', () => {
    fc.assert(
      fc.property(linkedRatings, (ratings) => {
        const copies = ratings
          .filter((rating) => rating.judge === 'j000')
          .map((rating) => ({ ...rating, judge: 'twin' }));
        const { judges } = fitRatings([...ratings, ...copies], model);
        const [own, twin] = ['j000', 'twin'].map((id) => judges.find((judge) => judge.id === id));
        expect(twin!.effect).toEqual(close(own!.effect));
        expect(twin!.se).toEqual(close(own!.se));
      }),
      OPTIONS,
    );
  });
});

describe('the gate', () => {
  const truth = { entries: 60, judges: 6, sheets: 3, mean: 50, entrySd: 8, judgeSd: 5, noiseSd: 4 };
  const adjusting = ['additive', 'mixed', 'mfrm'] as const;
  const whole = (ratings: readonly Rating[]) =>
    ratings.map((rating) => ({ ...rating, score: Math.round(rating.score / 10) }));

  it.each(adjusting)('opens for %s on linked panels with enough sheets', (model) => {
    const report = fitRatings(whole(simulate(1, truth).ratings), model);
    expect(report).toMatchObject({
      connected: true,
      components: 1,
      decides: 'adjusted',
      reason: null,
    });
    expect(report.entries.every((entry) => entry.adjusted !== null)).toBe(true);
  });

  it.each(adjusting)('stays shut for %s when panels are not linked', (model) => {
    const other = whole(simulate(2, truth).ratings).map((rating) => ({
      ...rating,
      entry: `x${rating.entry}`,
      judge: `x${rating.judge}`,
    }));
    const report = fitRatings([...whole(simulate(1, truth).ratings), ...other], model);
    expect(report).toMatchObject({
      connected: false,
      components: 2,
      decides: 'raw',
      reason: 'disconnected',
    });
    if (model === 'additive') {
      expect(report.entries.every((entry) => entry.adjusted === null)).toBe(true);
    }
    if (model === 'mfrm') {
      expect(report.entries.every((entry) => entry.measure === null)).toBe(true);
    }
  });

  it.each(adjusting)('counts sheets, not scores, for %s', (model) => {
    const few = whole(simulate(1, { ...truth, entries: 7, sheets: 6 }).ratings).flatMap(
      (rating) => [
        { ...rating, criterion: 'story' },
        { ...rating, criterion: 'drawing', score: (rating.score * 3) % 7 },
      ],
    );
    expect(fitRatings(few, model)).toMatchObject({ decides: 'raw', reason: 'few-sheets' });
  });

  it('stays shut when judges do not differ', () => {
    const balanced = Array.from({ length: 12 }, (_, entry) =>
      ['x', 'y'].map((judge, index): Rating => ({
        entry: `e${entry}`,
        judge,
        criterion: null,
        score: ((entry * 5) % 7) + ((entry + index) % 2),
      })),
    ).flat();
    for (const model of adjusting) {
      expect(fitRatings(balanced, model)).toMatchObject({
        decides: 'raw',
        reason: 'no-judge-variance',
      });
    }
  });

  it('never concerns raw means', () => {
    expect(fitRatings(simulate(1, truth).ratings, 'raw')).toMatchObject({
      decides: 'raw',
      reason: null,
    });
  });
});
