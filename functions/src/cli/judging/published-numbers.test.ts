import type { Agreement } from '@domain/judging/models/agreement.ts';
import type { PairsFit } from '@domain/judging/models/bradley-terry.ts';
import { answerTo, fit } from '@tests/fixtures/judging/command.ts';
import { describe, expect, it } from 'vitest';

/** Each number within one unit of the last published digit. */
function expectNumbers(
  found: readonly (number | null)[],
  published: readonly number[],
  digits: number,
) {
  const farOff = published.flatMap((value, index) => {
    const own = found[index] ?? Number.NaN;
    return Math.abs(own - value) <= 10 ** -digits ? [] : [{ index, value, own }];
  });
  expect(farOff).toEqual([]);
  expect(found.length).toBe(published.length);
}

describe('published numbers', () => {
  it('corrects the incomplete block design of Montgomery by least squares', async () => {
    const { entries, judges, grandMean, variance } = await fit('catalyst.csv', 'additive');
    expect(grandMean).toBeCloseTo(72.5, 10);
    expectNumbers(
      entries.map((e) => e.adjusted! - grandMean!),
      [-1.125, -0.875, -0.5, 2.5],
      6,
    );
    expectNumbers(
      entries.map((e) => e.se),
      [0.427566, 0.427566, 0.427566, 0.427566],
      6,
    );
    expectNumbers(
      judges.map((j) => j.effect),
      [0.875, 3, -3.875, 0],
      6,
    );
    expectNumbers(
      entries.map((e) => e.raw),
      [72.667, 71.333, 72, 74],
      3,
    );
    // Error mean square 3.25 on 5.
    expectNumbers([variance.residual], [0.65], 6);
  });

  it('predicts the same design with entries and judges random, as lme4', async () => {
    const { entries, judges, grandMean, variance } = await fit('catalyst.csv', 'mixed');
    expectNumbers(
      [variance.entry, variance.judge, variance.residual],
      [2.521821, 7.79716, 0.660619],
      6,
    );
    expectNumbers(
      entries.map((e) => e.adjusted! - grandMean!),
      [-0.988456, -0.805157, -0.455415, 2.249028],
      6,
    );
    expectNumbers(
      entries.map((e) => e.se),
      [0.805141, 0.805141, 0.805141, 0.805141],
      6,
    );
    expectNumbers(
      judges.map((j) => j.effect),
      [0.873609, 2.836242, -3.724304, 0.014453],
      6,
    );
    expectNumbers(
      judges.map((j) => j.se),
      [0.827948, 0.827948, 0.827948, 0.827948],
      6,
    );
  });

  it('finds the REML criterion of lme4 for the Penicillin data', async () => {
    // Bates et al. 2015; Davies & Goldsmith 1972, table 6.6. Plates as entries, samples as judges.
    const { reml, grandMean, variance } = await fit('penicillin.csv', 'mixed');
    expectNumbers([reml], [330.8606], 4);
    expectNumbers(
      [variance.entry, variance.judge, variance.residual, grandMean],
      [0.7169, 3.7309, 0.3024, 22.9722],
      4,
    );
  });

  it('fits entries, judges and criteria as a dense computation does', async () => {
    const { reml, variance, entries, judges, criteria, grandMean } = await fit(
      'two-criteria.csv',
      'mixed',
    );
    expectNumbers([reml, grandMean], [502.66696, 2.031646], 5);
    expectNumbers(
      [variance.entry, variance.judge, variance.criterion, variance.residual],
      [0.527577, 0.154471, 0.07713, 0.663863],
      6,
    );
    expectNumbers(
      [entries[0]!.se, judges[0]!.effect, judges[0]!.se],
      [0.324386, 0.514107, 0.195486],
      6,
    );
    expectNumbers(
      criteria.map((c) => c.effect),
      [0.187613, -0.187613],
      6,
    );
    expectNumbers(
      criteria.map((c) => c.se),
      [0.156729, 0.156729],
      6,
    );
  });

  it('measures facets as an independent maximisation of the joint likelihood does', async () => {
    const { logLik, steps, entries, judges, criteria } = await fit('two-criteria.csv', 'mfrm');
    expectNumbers([logLik], [-191.663224], 6);
    expectNumbers(
      steps!.map((step) => step.category),
      [1, 2, 3, 4],
      0,
    );
    expectNumbers(
      steps!.map((step) => step.measure),
      [-2.195224, -1.142725, 0.869768, 2.468181],
      5,
    );
    expectNumbers(
      steps!.map((step) => step.se),
      [0.295961, 0.226183, 0.203052, 0.290854],
      5,
    );
    expectNumbers(
      judges.map((j) => j.measure),
      [-1.106178, -0.66904, 0.142371, 0.133776, 0.226391, 1.286062],
      5,
    );
    expectNumbers(
      judges.map((j) => j.se),
      [0.268666, 0.270187, 0.230356, 0.230391, 0.248302, 0.27248],
      5,
    );
    expectNumbers(
      judges.map((j) => j.infit),
      [1.204814, 1.237765, 0.87098, 1.03024, 0.718389, 1.024741],
      5,
    );
    expectNumbers(
      judges.map((j) => j.infitZ),
      [0.823027, 0.932846, -0.488879, 0.20613, -1.194575, 0.18094],
      5,
    );
    expectNumbers(
      judges.map((j) => j.outfit),
      [1.182441, 1.192897, 0.879962, 1.017567, 0.717217, 0.919819],
      5,
    );
    expectNumbers(
      judges.map((j) => j.outfitZ),
      [0.749053, 0.782439, -0.446035, 0.152622, -1.17749, -0.154235],
      5,
    );
    expectNumbers(
      judges.map((j) => j.fairAverage),
      [2.667391, 2.426515, 1.974903, 1.979786, 1.926974, 1.283023],
      5,
    );
    expectNumbers(
      criteria.map((c) => c.measure),
      [-0.388, 0.388],
      5,
    );
    expectNumbers(
      criteria.map((c) => c.fairAverage),
      [2.270059, 1.83231],
      5,
    );
    const { measure, se, infit, outfitZ, fairAverage } = entries[0]!;
    expectNumbers(
      [measure, se, infit, outfitZ, fairAverage],
      [-0.389401, 0.53469, 0.642428, -0.643906, 1.831494],
      5,
    );
  });

  it('gives the six intraclass correlations of Shrout and Fleiss with their intervals', async () => {
    const { icc } = await answerTo<Agreement>('agreement', 'shrout-fleiss.csv');
    const published = {
      '1,1': [0.165742, -0.132932, 0.72256],
      '2,1': [0.289764, 0.018787, 0.761084],
      '3,1': [0.714841, 0.342465, 0.945858],
      '1,k': [0.442797, -0.884442, 0.912415],
      '2,k': [0.620051, 0.071137, 0.927232],
      '3,k': [0.909316, 0.675675, 0.985892],
    } as const;
    for (const [form, numbers] of Object.entries(published)) {
      const { value, low, high } = icc[form as keyof typeof published]!;
      expectNumbers([value, low, high], numbers, 6);
    }
  });

  it('gives the alphas of Krippendorff 2011 with scores missing', async () => {
    const { alpha, icc } = await answerTo<Agreement>('agreement', 'krippendorff.csv');
    expectNumbers(
      [alpha.nominal, alpha.ordinal, alpha.interval, alpha.ratio],
      [0.743, 0.815, 0.849, 0.797],
      3,
    );
    expect(icc['2,1']).toBeNull();
  });

  it('ranks the baseball teams of Agresti, with and without the order of showing', async () => {
    const plain = await answerTo<PairsFit>('pairs', 'baseball.csv');
    expect(plain.items.map((item) => item.id)).toEqual([
      'Baltimore',
      'Boston',
      'Cleveland',
      'Detroit',
      'Milwaukee',
      'New York',
      'Toronto',
    ]);
    expectNumbers(
      plain.items.map((i) => i.ability),
      [0, 1.107698, 0.683853, 1.436408, 1.581356, 1.247618, 1.294485],
      6,
    );
    expectNumbers(
      plain.items.map((i) => i.se),
      [0, 0.333878, 0.331876, 0.339568, 0.343256, 0.335861, 0.336669],
      6,
    );
    expectNumbers([plain.deviance, plain.df], [15.74, 15], 2);
    expect(plain).toMatchObject({ orderEffect: null, stronglyConnected: true, penalised: false });

    const home = await answerTo<PairsFit>('pairs', 'baseball-home.csv');
    expectNumbers(
      home.items.map((i) => i.ability),
      [0, 1.143803, 0.704694, 1.475357, 1.619555, 1.28134, 1.32711],
      6,
    );
    expectNumbers(
      home.items.map((i) => i.se),
      [0, 0.337842, 0.335001, 0.344552, 0.347365, 0.340403, 0.340322],
      6,
    );
    expectNumbers([home.orderEffect!.value, home.orderEffect!.se], [0.302261, 0.130944], 6);
    expectNumbers([home.deviance, home.df], [38.642852, 35], 6);
  });
});
