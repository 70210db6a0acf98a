import { factor, inverse, solveInPlace, strideFor } from './dense.ts';
import { cellsOf, isStronglyConnected, type Cell, type Comparison } from './comparison-cells.ts';

export type PairsFit = {
  /** In the order of code units; the first is the reference with ability 0 and se 0. */
  readonly items: readonly { readonly id: string; readonly ability: number; readonly se: number }[];
  /** Logit in favour of what is shown first; null where the order is not part of the model. */
  readonly orderEffect: { readonly value: number; readonly se: number } | null;
  /** Against the model with a probability per cell. */
  readonly deviance: number;
  /** Cells less parameters. */
  readonly df: number;
  readonly stronglyConnected: boolean;
  readonly penalised: boolean;
};

type Estimates = { readonly values: Float64Array; readonly variances: Float64Array };

/** Standard deviation, in logits, of the normal prior that stands in where ML has no maximum. */
const PRIOR_SD = 3;
const MAX_STEPS = 100;
const UNBOUNDED = 30;
/** A fall of the log-likelihood below this share of it is no fall. */
const ROUNDING = 1e-13;

/**
 * Bradley–Terry model, logit P(a beats b) = ability_a − ability_b (+ order effect when a is shown
 * first), by maximum likelihood (Bradley & Terry 1952; Agresti 2002, §10.6). Cells are unordered
 * pairs, or ordered pairs with an order effect, that is, when every comparison says which was first.
 *
 * The maximum exists only if every item can be reached from every other along wins (Ford 1957).
 * Where it does not (or the order effect has none), each ability about the mean of all, and the
 * order effect, gets a normal prior of mean 0 and standard deviation 3 logits: a ridge penalty
 * Σ(ability − mean)²/18 on the log-likelihood. The fit is then marked `penalised`, and standard
 * errors come from the penalised information; the deviance is the plain one.
 */
export function fitPairs(comparisons: readonly Comparison[]): PairsFit {
  const ids = [...new Set(comparisons.flatMap(({ winner, loser }) => [winner, loser]))].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const withOrder = comparisons.every(({ first }) => first !== null);
  const cells = cellsOf(comparisons, indexOf, withOrder);
  const stronglyConnected = isStronglyConnected(cells, ids.length);
  const likelihood = stronglyConnected ? maximise(cells, ids.length, withOrder, 0) : null;
  const estimates = likelihood ?? maximise(cells, ids.length, withOrder, 1 / PRIOR_SD ** 2);
  if (estimates === null) throw new Error('a penalised likelihood always has a maximum');
  const { values, variances } = estimates;
  return {
    items: ids.map((id, index) => ({
      id,
      ability: values[index]!,
      se: Math.sqrt(variances[index]!),
    })),
    orderEffect: withOrder
      ? { value: values[ids.length]!, se: Math.sqrt(variances[ids.length]!) }
      : null,
    deviance: devianceOf(cells, values, withOrder),
    df: cells.length - (ids.length - 1) - (withOrder ? 1 : 0),
    stronglyConnected,
    penalised: likelihood === null,
  };
}

function probabilityOf({ a, b }: Cell, values: Float64Array, withOrder: boolean): number {
  const order = withOrder ? values.at(-1)! : 0;
  return 1 / (1 + Math.exp(values[b]! - values[a]! - order));
}

/**
 * Newton's method; `precision` is the weight of the prior. Values and variances of the items, then
 * of the order effect. Null when the values run away.
 */
function maximise(
  cells: readonly Cell[],
  items: number,
  withOrder: boolean,
  precision: number,
): Estimates | null {
  const parameters = items + (withOrder ? 1 : 0);
  let values = new Float64Array(parameters);
  let objective = penalisedLogLik(cells, values, items, withOrder, precision);
  for (let iteration = 0; iteration < MAX_STEPS; iteration += 1) {
    const { gradient, information } = derivatives(cells, values, items, withOrder, precision);
    // The reference, item 0, stays where it is: unknowns are the others.
    const step = gradient.slice(1);
    const factored = factor(
      information,
      parameters - 1,
      1e-12,
      new Float64Array(parameters - 1).fill(1),
    );
    if (factored.rank < parameters - 1) return null;
    solveInPlace(factored, step);
    const decrement = step.reduce((sum, value, k) => sum + value * gradient[k + 1]!, 0);
    const isLast = decrement < 1e-16 * Math.max(1, -objective);
    let next = values;
    for (let share = 1; share > 1e-9; share /= 2) {
      next = values.map((value, k) => (k === 0 ? 0 : value + share * step[k - 1]!));
      const reached = penalisedLogLik(cells, next, items, withOrder, precision);
      if (objective - reached > ROUNDING * Math.max(1, -objective)) continue;
      objective = reached;
      break;
    }
    values = next;
    if (values.some((value) => Math.abs(value) > UNBOUNDED * Math.max(1, items))) return null;
    if (isLast) {
      const full = inverse(factored);
      const variances = values.map((_, k) =>
        k === 0 ? 0 : full[(k - 1) * factored.stride + k - 1]!,
      );
      return { values, variances };
    }
  }
  return null;
}

function meanAbility(values: Float64Array, items: number): number {
  return values.subarray(0, items).reduce((sum, value) => sum + value, 0) / items;
}

function penalisedLogLik(
  cells: readonly Cell[],
  values: Float64Array,
  items: number,
  withOrder: boolean,
  precision: number,
): number {
  let sum = 0;
  for (const cell of cells) {
    const p = probabilityOf(cell, values, withOrder);
    if (cell.wins > 0) sum += cell.wins * Math.log(p);
    if (cell.wins < cell.total) sum += (cell.total - cell.wins) * Math.log(1 - p);
  }
  const mean = meanAbility(values, items);
  const squares = values.reduce(
    (all, value, k) => all + (k < items ? (value - mean) ** 2 : value ** 2),
    0,
  );
  return sum - (precision / 2) * squares;
}

function derivatives(
  cells: readonly Cell[],
  values: Float64Array,
  items: number,
  withOrder: boolean,
  precision: number,
) {
  const parameters = values.length;
  const stride = strideFor(parameters - 1);
  const gradient = new Float64Array(parameters);
  const information = new Float64Array(stride * stride);
  const add = (i: number, j: number, value: number) => {
    if (i > 0 && j > 0) information[(Math.max(i, j) - 1) * stride + Math.min(i, j) - 1]! += value;
  };
  for (const cell of cells) {
    const { a, b, wins, total } = cell;
    const p = probabilityOf(cell, values, withOrder);
    const rest = wins - total * p;
    const weight = total * p * (1 - p);
    gradient[a]! += rest;
    gradient[b]! -= rest;
    add(a, a, weight);
    add(b, b, weight);
    add(a, b, -weight);
    if (withOrder) {
      gradient[items]! += rest;
      add(items, items, weight);
      add(a, items, weight);
      add(b, items, -weight);
    }
  }
  if (precision > 0) {
    const mean = meanAbility(values, items);
    for (let i = 0; i < items; i += 1) {
      gradient[i]! -= precision * (values[i]! - mean);
      for (let j = 0; j <= i; j += 1) add(i, j, precision * ((i === j ? 1 : 0) - 1 / items));
    }
    if (withOrder) {
      gradient[items]! -= precision * values[items]!;
      add(items, items, precision);
    }
  }
  return { gradient, information };
}

function devianceOf(cells: readonly Cell[], values: Float64Array, withOrder: boolean): number {
  let sum = 0;
  for (const cell of cells) {
    const p = probabilityOf(cell, values, withOrder);
    const losses = cell.total - cell.wins;
    if (cell.wins > 0) sum += cell.wins * Math.log(cell.wins / (cell.total * p));
    if (losses > 0) sum += losses * Math.log(losses / (cell.total * (1 - p)));
  }
  return 2 * sum;
}
