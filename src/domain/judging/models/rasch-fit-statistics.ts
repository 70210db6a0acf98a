import { momentsAt, momentsFor } from './rating-scale.ts';
import { logitOf } from './rasch-newton.ts';
import type { RaschObservations } from './rasch-observations.ts';

type Sums = {
  information: number;
  count: number;
  residuals: number;
  standardised: number;
  infitSpread: number;
  outfitSpread: number;
};

/**
 * Wright & Masters 1982, ch. 5: outfit = mean z², infit = Σ r² / Σ W, with r the residual, W its
 * model variance, C its fourth moment, z² = r²/W. Their variances are Σ(C/W² − 1)/n² and
 * Σ(C − W²)/(Σ W)².
 */
export function fitStatistics(
  { facets, category, counted, extreme, labels }: RaschObservations,
  raises: readonly Float64Array[],
  steps: Float64Array,
) {
  const sums = facets.map((facet) =>
    facet.ids.map((): Sums => ({
      information: 0,
      count: 0,
      residuals: 0,
      standardised: 0,
      infitSpread: 0,
      outfitSpread: 0,
    })),
  );
  const stepInformation = new Float64Array(steps.length);
  const isCounted = new Uint8Array(category.length);
  for (const row of counted) isCounted[row] = 1;
  const moments = momentsFor(labels.length);
  for (let row = 0; row < category.length; row += 1) {
    const logit = logitOf(facets, raises, row);
    if (!Number.isFinite(logit)) continue;
    momentsAt(moments, logit, steps);
    const { expected, variance, fourth, probability } = moments;
    const square = (category[row]! - expected) ** 2;
    for (const [index, facet] of facets.entries()) {
      const level = facet.of[row]!;
      const sum = sums[index]![level]!;
      const isOwn = extreme[index]![level] === 1;
      if (isCounted[row] === 0 && !isOwn) continue;
      sum.information += variance;
      sum.count += 1;
      sum.residuals += square;
      sum.standardised += square / variance;
      sum.infitSpread += fourth - variance * variance;
      sum.outfitSpread += fourth / (variance * variance) - 1;
    }
    if (isCounted[row] === 0) continue;
    let tail = 0;
    for (let k = steps.length; k > 0; k -= 1) {
      tail += probability[k]!;
      stepInformation[k - 1]! += tail * (1 - tail);
    }
  }
  return {
    stepInformation,
    facets: sums.map((part, index) =>
      part.map((sum, level) => {
        const { information, count } = sum;
        if (extreme[index]![level] === 1) return { information, ...NO_FIT };
        const infit = sum.residuals / information;
        const outfit = sum.standardised / count;
        return {
          information,
          infit,
          infitZ: wilsonHilferty(infit, Math.sqrt(sum.infitSpread) / information),
          outfit,
          outfitZ: wilsonHilferty(outfit, Math.sqrt(sum.outfitSpread) / count),
        };
      }),
    ),
  };
}

const NO_FIT = { infit: null, infitZ: null, outfit: null, outfitZ: null };

/** A mean square with standard deviation q as a standard normal value; null where q is 0. */
function wilsonHilferty(meanSquare: number, q: number): number | null {
  return q > 0 ? (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3 : null;
}
