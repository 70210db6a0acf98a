import type { Comparison } from '@domain/judging/models/comparison-cells.ts';
import { numberIn, readCsv, textIn, type CsvRow } from './csv-table.ts';
import { inputFault } from './input-fault.ts';

type Column = 'winner' | 'loser' | 'count' | 'first';

/**
 * COMPARISONS.csv: `winner,loser`, optionally `count` (a whole number, 1 without the column) and
 * `first`, which of the two was shown first. Refused: an item against itself, a `first` that is
 * neither of the two, counts that are not whole or negative, no comparison at all.
 */
export function readComparisons(bytes: Uint8Array): Comparison[] {
  const rows = readCsv(bytes, { required: ['winner', 'loser'], optional: ['count', 'first'] });
  const comparisons = rows.map(comparisonOf);
  if (comparisons.every(({ count }) => count === 0)) {
    throw inputFault(rows.at(-1)!.line, 'cli.judging.nothingCompared');
  }
  return comparisons;
}

function comparisonOf(row: CsvRow<Column>): Comparison {
  const winner = textIn(row, 'winner');
  const loser = textIn(row, 'loser');
  if (winner === loser) {
    throw inputFault(row.line, 'cli.judging.againstItself', { item: winner });
  }
  const count = row.cells.count === undefined ? 1 : numberIn(row, 'count');
  if (!Number.isSafeInteger(count) || count < 0) {
    throw inputFault(row.line, 'cli.judging.countNotWhole', { count: row.cells.count ?? '' });
  }
  const first = row.cells.first === undefined ? null : textIn(row, 'first');
  if (first !== null && first !== winner && first !== loser) {
    throw inputFault(row.line, 'cli.judging.firstIsNeither', { first, winner, loser });
  }
  return { winner, loser, count, first };
}
