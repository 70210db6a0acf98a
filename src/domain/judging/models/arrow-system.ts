import { factor, inverse, solveInPlace, strideFor, type DenseFactor } from './dense.ts';
import type { Facet } from './rating-table.ts';

/**
 * Where the normal equations of crossed facets are not zero. The facet with most ids (as a rule
 * the entries) meets itself only on the diagonal; it is eliminated exactly, row by row, and what
 * remains is one dense matrix over the other facets and any further columns:
 *
 *     | D  B |        S = C − Bᵀ D⁻¹ B   (Schur complement)
 *     | Bᵀ C |
 *
 * B is sparse (an entry meets its few judges), D diagonal, C and S symmetric.
 */
export type ArrowPattern = {
  readonly facets: readonly Facet[];
  /** Index into `facets` of the one that is eliminated. */
  readonly eliminated: number;
  /** First dense column per facet; −1 for the eliminated one. */
  readonly offset: readonly number[];
  /** First dense column after the facets. */
  readonly extraOffset: number;
  /** Dense columns. */
  readonly size: number;
  /** Row i of B has the elements start[i] … start[i + 1] − 1. */
  readonly start: Int32Array;
  /** Dense column per element of B, ascending within a row. */
  readonly column: Int32Array;
  /** Element of B in which each rating falls, per facet; empty for the eliminated one. */
  readonly slots: readonly Int32Array[];
};

/** The numbers of such a system; `dense` holds the lower triangle of C. */
export type ArrowMatrix = {
  readonly diagonal: Float64Array;
  readonly cross: Float64Array;
  readonly dense: Float64Array;
};

export type ArrowFactor = ArrowMatrix & {
  readonly pattern: ArrowPattern;
  readonly schur: DenseFactor;
};

/** `extra` columns meet every eliminated row (steps of a scale). */
export function arrowPattern(facets: readonly Facet[], extra = 0): ArrowPattern {
  const sizes = facets.map((facet) => facet.ids.length);
  const eliminated = sizes.indexOf(Math.max(...sizes));
  let size = 0;
  const offset = sizes.map((count, index) => {
    if (index === eliminated) return -1;
    size += count;
    return size - count;
  });
  const extraOffset = size;
  size += extra;

  const out = facets[eliminated]!;
  const met = out.ids.map(() => new Set<number>());
  for (const [index, facet] of facets.entries()) {
    if (index === eliminated) continue;
    for (let row = 0; row < out.of.length; row += 1) {
      met[out.of[row]!]!.add(offset[index]! + facet.of[row]!);
    }
  }
  const start = new Int32Array(out.ids.length + 1);
  const columns: number[] = [];
  const slotOf = met.map((set, level) => {
    for (let k = 0; k < extra; k += 1) set.add(extraOffset + k);
    const sorted = [...set].sort((a, b) => a - b);
    const slots = new Map(sorted.map((column, k) => [column, columns.length + k]));
    columns.push(...sorted);
    start[level + 1] = columns.length;
    return slots;
  });
  const slots = facets.map((facet, index) =>
    index === eliminated
      ? new Int32Array(0)
      : out.of.map((level, row) => slotOf[level]!.get(offset[index]! + facet.of[row]!)!),
  );
  return {
    facets,
    eliminated,
    offset,
    extraOffset,
    size,
    start,
    column: Int32Array.from(columns),
    slots,
  };
}

export function emptyMatrix(pattern: ArrowPattern): ArrowMatrix {
  const stride = strideFor(pattern.size);
  return {
    diagonal: new Float64Array(pattern.start.length - 1),
    cross: new Float64Array(pattern.column.length),
    dense: new Float64Array(stride * stride),
  };
}

/** Ratings counted per pair of ids: Zᵀ·Z for the facets' indicator columns Z. */
export function countMatrix(pattern: ArrowPattern): ArrowMatrix {
  const { facets, eliminated, offset, slots } = pattern;
  const matrix = emptyMatrix(pattern);
  const stride = strideFor(pattern.size);
  matrix.diagonal.set(facets[eliminated]!.count);
  for (const [index, facet] of facets.entries()) {
    if (index === eliminated) continue;
    for (const slot of slots[index]!) matrix.cross[slot]! += 1;
    for (let row = 0; row < facet.of.length; row += 1) {
      const column = offset[index]! + facet.of[row]!;
      for (let other = 0; other <= index; other += 1) {
        if (other === eliminated) continue;
        matrix.dense[column * stride + offset[other]! + facets[other]!.of[row]!]! += 1;
      }
    }
  }
  return matrix;
}

/** Diagonal of C. */
export function denseDiagonal({ size }: ArrowPattern, { dense }: ArrowMatrix): Float64Array {
  const stride = strideFor(size);
  return Float64Array.from({ length: size }, (_, k) => dense[k * stride + k]!);
}

/**
 * Eliminates and factors; `matrix.dense` is used up. Pivots below `tolerance` times `scale` (as a
 * rule the diagonal of C) are dropped.
 */
export function factorArrow(
  pattern: ArrowPattern,
  matrix: ArrowMatrix,
  tolerance = 0,
  scale = denseDiagonal(pattern, matrix),
): ArrowFactor {
  const { start, column, size } = pattern;
  const { diagonal, cross, dense } = matrix;
  const stride = strideFor(size);
  for (let level = 0; level < diagonal.length; level += 1) {
    const end = start[level + 1]!;
    for (let p = start[level]!; p < end; p += 1) {
      const weight = cross[p]! / diagonal[level]!;
      if (weight === 0) continue;
      const base = column[p]! * stride;
      for (let q = start[level]!; q <= p; q += 1) dense[base + column[q]!]! -= weight * cross[q]!;
    }
  }
  return { ...matrix, pattern, schur: factor(dense, size, tolerance, scale) };
}

/** Solves the whole system; both parts hold the right side before and the solution after. */
export function solveArrow(f: ArrowFactor, out: Float64Array, dense: Float64Array): void {
  const { start, column } = f.pattern;
  for (let level = 0; level < out.length; level += 1) {
    const ratio = out[level]! / f.diagonal[level]!;
    for (let p = start[level]!; p < start[level + 1]!; p += 1) {
      dense[column[p]!]! -= ratio * f.cross[p]!;
    }
  }
  solveInPlace(f.schur, dense);
  for (let level = 0; level < out.length; level += 1) {
    let value = out[level]!;
    for (let p = start[level]!; p < start[level + 1]!; p += 1) {
      value -= f.cross[p]! * dense[column[p]!]!;
    }
    out[level] = value / f.diagonal[level]!;
  }
}

/** Diagonal of the whole system's inverse, per facet in order, then the extra columns. */
export function inverseDiagonal(f: ArrowFactor): Float64Array[] {
  const { start, column, size, facets, offset, eliminated } = f.pattern;
  const { stride } = f.schur;
  const full = inverse(f.schur);
  const ofDense = Float64Array.from({ length: size }, (_, k) => full[k * stride + k]!);
  const ofOut = f.diagonal.map((pivot, level) => {
    let form = 0;
    for (let p = start[level]!; p < start[level + 1]!; p += 1) {
      const base = column[p]! * stride;
      let inner = 0.5 * full[base + column[p]!]! * f.cross[p]!;
      for (let q = start[level]!; q < p; q += 1) inner += full[base + column[q]!]! * f.cross[q]!;
      form += 2 * inner * f.cross[p]!;
    }
    return 1 / pivot + form / (pivot * pivot);
  });
  return facets.map((facet, index) =>
    index === eliminated ? ofOut : ofDense.slice(offset[index]!, offset[index]! + facet.ids.length),
  );
}
