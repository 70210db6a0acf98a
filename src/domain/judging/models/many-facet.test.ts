import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedRatings, normalFrom, padded } from '@tests/fixtures/judging/ratings.ts';
import { randomFrom } from '../../kernel/random.ts';
import { fitManyFacet } from './many-facet.ts';
import { tableOf, type Rating } from './rating-table.ts';
import { momentsAt, momentsFor } from './rating-scale.ts';

/** A score drawn from the rating-scale model. */
function drawn(random: () => number, logit: number, steps: Float64Array): number {
  const moments = momentsFor(steps.length + 1);
  momentsAt(moments, logit, steps);
  let rest = random();
  for (const [score, probability] of moments.probability.entries()) {
    rest -= probability;
    if (rest < 0) return score;
  }
  return steps.length;
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the many-facet model', () => {
  it('expects of each entry and judge the score they have', () => {
    fc.assert(
      fc.property(linkedRatings, (ratings) => {
        const table = tableOf(ratings);
        const fit = fitManyFacet(table);
        if (fit === null) return;
        const [entries, judges] = fit.facets;
        const steps = Float64Array.from(fit.steps, (step) => step.measure);
        const labels = [...new Set(table.score)].sort((a, b) => a - b);
        if (labels.length !== steps.length + 1) return;
        const moments = momentsFor(labels.length);
        const gaps = [entries!.map(() => 0), judges!.map(() => 0)];
        for (const [row, score] of table.score.entries()) {
          const entry = table.entry.of[row]!;
          const judge = table.judge.of[row]!;
          momentsAt(moments, entries![entry]!.measure! - judges![judge]!.measure!, steps);
          const gap = labels.indexOf(score) - moments.expected;
          gaps[0]![entry]! += gap;
          gaps[1]![judge]! += gap;
        }
        for (const [index, facet] of [entries!, judges!].entries()) {
          const plain = gaps[index]!.filter((_, level) => facet[level]!.infit !== null);
          const hasExtreme = fit.facets.some((part) => part.some((one) => one.infit === null));
          if (!hasExtreme) expect(plain).toEqual(plain.map(() => expect.closeTo(0, 6)));
        }
        expect(meanOf(entries!.map((entry) => entry.measure!))).toBeCloseTo(0, 9);
        expect(meanOf([...steps])).toBeCloseTo(0, 9);
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('recovers measures, severities and steps from scores it made', () => {
    const random = randomFrom(3);
    const normal = normalFrom(random);
    const steps = Float64Array.of(-2, -0.5, 0.5, 2);
    const severity = [-1, -0.6, -0.2, 0, 0.1, 0.4, 0.5, 0.8];
    const hardness = { story: 0.4, drawing: -0.4 };
    const quality = Array.from({ length: 200 }, () => 1.5 * normal());
    const ratings = quality.flatMap((own, entry) =>
      severity.flatMap((judgeSeverity, judge) =>
        Object.entries(hardness).map(([criterion, difficulty]): Rating => ({
          entry: padded('e', entry),
          judge: `j${judge}`,
          criterion,
          score: drawn(random, own - difficulty - judgeSeverity, steps),
        })),
      ),
    );
    const fit = fitManyFacet(tableOf(ratings))!;
    const [entries, judges, criteria] = fit.facets;
    const centre = meanOf(severity);
    const found = judges!.map((judge) => judge.measure!);
    for (const [judge, own] of severity.entries()) {
      // Three and a half standard errors of 400 scores.
      expect(Math.abs(found[judge]! - meanOf(found) - (own - centre))).toBeLessThan(0.25);
      expect(judges![judge]!.infit).toBeGreaterThan(0.85);
      expect(judges![judge]!.infit).toBeLessThan(1.15);
    }
    // Joint likelihood stretches by about L/(L − 1), with 16 scores per entry.
    const slope =
      entries!.reduce((sum, entry, index) => sum + entry.measure! * quality[index]!, 0) /
      quality.reduce((sum, own) => sum + own * (own - meanOf(quality)), 0);
    expect(slope).toBeGreaterThan(0.97);
    expect(slope).toBeLessThan(1.12);
    expect(criteria!.map((criterion) => criterion.measure!)).toEqual([
      expect.closeTo(-0.4, 0.9),
      expect.closeTo(0.4, 0.9),
    ]);
    for (const [k, step] of fit.steps.entries()) {
      expect(Math.abs(step.measure - steps[k]!)).toBeLessThan(0.35);
    }
    const inside = entries!.filter(
      (entry, index) =>
        Math.abs(entry.measure! - (quality[index]! - meanOf(quality))) < 1.96 * 1.07 * entry.se!,
    );
    expect(inside.length / 200).toBeGreaterThan(0.88);
  });

  it('measures an entry with nothing but full marks, without a fit', () => {
    const scores: Record<string, number[]> = {
      a: [4, 4, 4],
      b: [1, 2, 3],
      c: [2, 3, 1],
      d: [3, 1, 4],
    };
    const ratings = Object.entries(scores).flatMap(([entry, own]) =>
      own.map((score, judge): Rating => ({ entry, judge: `j${judge}`, criterion: null, score })),
    );
    const fit = fitManyFacet(tableOf(ratings))!;
    const [best, ...others] = fit.facets[0]!;
    expect(best).toMatchObject({ infit: null, outfitZ: null });
    for (const other of others) expect(best!.measure!).toBeGreaterThan(other.measure!);
  });

  it('has no answer where one entry is out of reach of all others', () => {
    const scores: Record<string, number[]> = {
      a: [8, 9, 8],
      b: [1, 2, 3],
      c: [2, 3, 1],
      d: [3, 1, 2],
    };
    const ratings = Object.entries(scores).flatMap(([entry, own]) =>
      own.map((score, judge): Rating => ({ entry, judge: `j${judge}`, criterion: null, score })),
    );
    expect(fitManyFacet(tableOf(ratings))).toBeNull();
  });

  it('has no answer where everybody scores at an extreme', () => {
    const ratings = ['a', 'b'].flatMap((entry, index) =>
      ['x', 'y'].map((judge): Rating => ({ entry, judge, criterion: null, score: index })),
    );
    expect(fitManyFacet(tableOf(ratings))).toBeNull();
  });
});
