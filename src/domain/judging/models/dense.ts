/**
 * Kernels for dense symmetric matrices, row-major. The side of a matrix is padded to a multiple of
 * four with rows of the identity, and work is done in tiles of 4 × 4: sixteen sums stay in
 * registers while eight numbers are read, about four times as fast as one dot product at a time.
 */
export type DenseFactor = {
  /** Rows and columns in use. */
  readonly size: number;
  /** Length of a row, the padded side. */
  readonly stride: number;
  /** Lower triangle L of the factor. */
  readonly lower: Float64Array;
  /** 1 / L_ii, and 0 where the pivot was dropped. */
  readonly inversePivot: Float64Array;
  /** Pivots that were not zero. */
  readonly rank: number;
  /** log |A|, over the pivots that were kept. */
  readonly logDeterminant: number;
};

const TILE = 4;
const tile = new Float64Array(TILE * TILE);

export function strideFor(size: number): number {
  return Math.ceil(size / TILE) * TILE;
}

/** tile[r][c] = Σ a[row + r][k] · b[column + c][k] over from ≤ k < to. */
function dotTile(
  a: Float64Array,
  row: number,
  b: Float64Array,
  column: number,
  stride: number,
  from: number,
  to: number,
): void {
  let p0 = row * stride + from;
  let q0 = column * stride + from;
  const end = row * stride + to;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  const two = 2 * stride;
  const three = 3 * stride;
  for (; p0 < end; p0 += 1, q0 += 1) {
    const x0 = a[p0]!;
    const x1 = a[p0 + stride]!;
    const x2 = a[p0 + two]!;
    const x3 = a[p0 + three]!;
    const y0 = b[q0]!;
    const y1 = b[q0 + stride]!;
    const y2 = b[q0 + two]!;
    const y3 = b[q0 + three]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
}

/**
 * A = L·Lᵀ, in place over the lower triangle of `matrix` (stride `strideFor(size)`). A pivot not
 * above `tolerance` times its element of `scale` is dropped: its row and column count as absent,
 * so a singular but consistent system gets the solution in which those unknowns are 0.
 */
export function factor(
  matrix: Float64Array,
  size: number,
  tolerance: number,
  scale: Float64Array,
): DenseFactor {
  const stride = strideFor(size);
  const a = matrix;
  for (let i = size; i < stride; i += 1) {
    a.fill(0, i * stride, i * stride + stride);
    a[i * stride + i] = 1;
  }
  const inversePivot = new Float64Array(stride);
  let rank = 0;
  let logDeterminant = 0;
  for (let i = 0; i < stride; i += TILE) {
    for (let j = 0; j <= i; j += TILE) {
      dotTile(a, i, a, j, stride, 0, j);
      for (let c = 0; c < TILE; c += 1) {
        const column = j + c;
        for (let r = j === i ? c : 0; r < TILE; r += 1) {
          const at = (i + r) * stride + column;
          let value = a[at]! - tile[r * TILE + c]!;
          for (let k = j; k < column; k += 1) {
            value -= a[(i + r) * stride + k]! * a[column * stride + k]!;
          }
          if (i + r !== column) {
            a[at] = value * inversePivot[column]!;
          } else if (value > tolerance * (scale[column] ?? 0) && value > 0) {
            a[at] = Math.sqrt(value);
            inversePivot[column] = 1 / a[at]!;
            if (column < size) {
              rank += 1;
              logDeterminant += Math.log(value);
            }
          } else {
            a[at] = 0;
          }
        }
      }
    }
  }
  return { size, stride, lower: a, inversePivot, rank, logDeterminant };
}

/** Solves A·x = b; `x` holds b before and the solution after. */
export function solveInPlace(f: DenseFactor, x: Float64Array): void {
  const { size, stride, lower, inversePivot } = f;
  for (let i = 0; i < size; i += 1) {
    let value = x[i]!;
    for (let k = 0, at = i * stride; k < i; k += 1, at += 1) value -= lower[at]! * x[k]!;
    x[i] = value * inversePivot[i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const value = x[i]! * inversePivot[i]!;
    x[i] = value;
    for (let k = 0, at = i * stride; k < i; k += 1, at += 1) x[k]! -= lower[at]! * value;
  }
}

/** A⁻¹ as a full matrix of the same stride; rows and columns of dropped pivots are 0. */
export function inverse(f: DenseFactor): Float64Array {
  const { stride, lower, inversePivot } = f;
  // Row j of `columns` is column j of L⁻¹, so that every sum below runs along memory.
  const columns = new Float64Array(stride * stride);
  for (let j = 0; j < stride; j += TILE) {
    for (let i = j; i < stride; i += TILE) {
      if (i > j) dotTile(lower, i, columns, j, stride, j, i);
      for (let c = 0; c < TILE; c += 1) {
        const base = (j + c) * stride;
        for (let r = i === j ? c : 0; r < TILE; r += 1) {
          let value = i > j ? -tile[r * TILE + c]! : i + r === j + c ? 1 : 0;
          for (let k = i; k < i + r; k += 1) {
            value -= lower[(i + r) * stride + k]! * columns[base + k]!;
          }
          columns[base + i + r] = value * inversePivot[i + r]!;
        }
      }
    }
  }
  const result = new Float64Array(stride * stride);
  for (let i = 0; i < stride; i += TILE) {
    for (let j = 0; j <= i; j += TILE) {
      dotTile(columns, i, columns, j, stride, i, stride);
      for (let r = 0; r < TILE; r += 1) {
        for (let c = 0; c < TILE; c += 1) {
          result[(i + r) * stride + j + c] = tile[r * TILE + c]!;
          result[(j + c) * stride + i + r] = tile[r * TILE + c]!;
        }
      }
    }
  }
  return result;
}
