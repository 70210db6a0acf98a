import { expect, it } from 'vitest';
import { randomFrom } from '../../kernel/random.ts';
import { factor, inverse, solveInPlace, strideFor } from './dense.ts';

/** XᵀX of random rows: positive definite, as a lower triangle and as a function. */
function gram(size: number, rows: number) {
  const random = randomFrom(size);
  const x = Array.from({ length: rows }, () => Array.from({ length: size }, () => random() - 0.5));
  const at = (i: number, j: number) => x.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
  const stride = strideFor(size);
  const lower = new Float64Array(stride * stride);
  const diagonal = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) lower[i * stride + j] = at(i, j);
    diagonal[i] = at(i, i);
  }
  return { at, lower, diagonal, stride };
}

it.each([1, 2, 3, 4, 5, 8, 11, 30])('inverts and solves with %i unknowns', (size) => {
  const { at, lower, diagonal, stride } = gram(size, 3 * size);
  const factored = factor(lower, size, 0, diagonal);
  const x = Float64Array.from({ length: size }, (_, k) => k + 1);
  solveInPlace(factored, x);
  const full = inverse(factored);
  for (let i = 0; i < size; i += 1) {
    let product = 0;
    for (let k = 0; k < size; k += 1) {
      product += at(i, k) * x[k]!;
      let unit = 0;
      for (let l = 0; l < size; l += 1) unit += at(i, l) * full[l * stride + k]!;
      expect(unit).toBeCloseTo(i === k ? 1 : 0, 9);
    }
    expect(product).toBeCloseTo(i + 1, 9);
  }
});

it('leaves redundant unknowns at 0 and still solves a consistent system', () => {
  const size = 7;
  const { at, lower, diagonal } = gram(size, 4);
  const right = Float64Array.from({ length: size }, (_, i) => at(i, 0) - at(i, 5));
  const factored = factor(lower, size, 1e-10, diagonal);
  expect(factored.rank).toBe(4);
  const x = right.slice();
  solveInPlace(factored, x);
  for (let i = 0; i < size; i += 1) {
    let product = 0;
    for (let k = 0; k < size; k += 1) product += at(i, k) * x[k]!;
    expect(product).toBeCloseTo(right[i]!, 9);
  }
  expect(x.filter((value) => value === 0)).toHaveLength(3);
});
