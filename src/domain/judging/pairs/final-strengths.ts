import { fitPairs } from '../models/bradley-terry.ts';
import { factor, inverse, strideFor } from '../models/dense.ts';
import { round4 } from '../results/entry-scores.ts';

/**
 * Below this share of true variance a final does not change the order: there is then more chance
 * than difference in it.
 */
export const LEAST_RELIABILITY = 0.5;
/** What a final should reach to be called reliable (Kinnear et al. 2025). */
export const GOOD_RELIABILITY = 0.8;
/** Weight of the prior where the maximum does not exist, as in `fitPairs`. */
const PRIOR_PRECISION = 1 / 9;

export type FinalStrengths = {
  /** Abilities about the mean of all, logits, four decimals. */
  readonly items: readonly { readonly id: string; readonly ability: number; readonly se: number }[];
  /**
   * Scale separation reliability: (variance of the abilities − mean squared standard error) /
   * variance of the abilities, not below 0 (Bramley 2015).
   */
  readonly reliability: number;
  readonly penalised: boolean;
};

type Choice = { readonly winner: string; readonly loser: string };

/**
 * Bradley–Terry abilities of a final without an order effect (sides are balanced by the plan). The
 * standard errors are those of contrasts with the mean: the diagonal of the pseudo-inverse of the
 * information Σ p(1 − p)(e_a − e_b)(e_a − e_b)ᵀ.
 */
export function finalStrengths(choices: readonly Choice[]): FinalStrengths {
  const fit = fitPairs(choices.map((choice) => ({ ...choice, count: 1, first: null })));
  const mean = fit.items.reduce((sum, { ability }) => sum + ability, 0) / fit.items.length;
  const abilities = fit.items.map(({ id, ability }) => ({ id, ability: ability - mean }));
  const variances = centredVariances(abilities, choices, fit.penalised);
  const n = abilities.length;
  const spread = abilities.reduce((sum, { ability }) => sum + ability ** 2, 0) / (n - 1);
  const error = variances.reduce((sum, value) => sum + value, 0) / n;
  return {
    items: abilities.map(({ id, ability }, index) => ({
      id,
      ability: round4(ability),
      se: round4(Math.sqrt(variances[index]!)),
    })),
    reliability: spread === 0 ? 0 : round4(Math.max(0, (spread - error) / spread)),
    penalised: fit.penalised,
  };
}

function centredVariances(
  abilities: readonly { readonly id: string; readonly ability: number }[],
  choices: readonly Choice[],
  penalised: boolean,
): number[] {
  const n = abilities.length;
  const stride = strideFor(n);
  const indexOf = new Map(abilities.map(({ id }, index) => [id, index]));
  const matrix = new Float64Array(stride * stride);
  const add = (a: number, b: number, value: number) => {
    matrix[a * stride + b] = matrix[a * stride + b]! + value;
  };
  for (const { winner, loser } of choices) {
    const a = indexOf.get(winner)!;
    const b = indexOf.get(loser)!;
    const p = 1 / (1 + Math.exp(abilities[b]!.ability - abilities[a]!.ability));
    const weight = p * (1 - p);
    add(a, a, weight);
    add(b, b, weight);
    add(a, b, -weight);
    add(b, a, -weight);
  }
  const precision = penalised ? PRIOR_PRECISION : 0;
  for (let a = 0; a < n; a += 1) {
    add(a, a, precision);
    // 11ᵀ/n fills the one direction that comparisons say nothing about, and is taken off below.
    for (let b = 0; b < n; b += 1) add(a, b, (1 - precision) / n);
  }
  const full = inverse(factor(matrix, n, 1e-12, new Float64Array(n).fill(1)));
  return abilities.map((_, index) => Math.max(0, full[index * stride + index]! - 1 / n));
}
