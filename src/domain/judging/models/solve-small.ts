/**
 * Solves A·x = b for a handful of unknowns by elimination with partial pivoting. A pivot that is
 * 0 leaves its unknown at 0.
 */
export function solveSmall(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    }
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!;
    if (pivot[column] === 0) continue;
    for (let row = column + 1; row < size; row += 1) {
      const share = rows[row]![column]! / pivot[column]!;
      for (let k = column; k <= size; k += 1) rows[row]![k]! -= share * pivot[k]!;
    }
  }
  const x = right.map(() => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = rows[row]!;
    let value = line[size]!;
    for (let k = row + 1; k < size; k += 1) value -= line[k]! * x[k]!;
    x[row] = line[row] === 0 ? 0 : value / line[row]!;
  }
  return x;
}
