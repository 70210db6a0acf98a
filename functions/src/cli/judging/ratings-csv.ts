import type { MarkedRating } from '@domain/judging/models/rescale.ts';
import { numberIn, readCsv, textIn, type CsvRow } from './csv-table.ts';
import { inputFault } from './input-fault.ts';

export type RatingRow = MarkedRating & { readonly line: number };

type Column = 'entry' | 'judge' | 'score' | 'criterion' | 'max';

/**
 * RATINGS.csv: `entry,judge,score`, optionally `criterion` and `max`, the criterion's full marks.
 * Refused: a criterion of an entry scored twice by one judge, scores outside 0 … max, a criterion
 * with two different full marks, fewer than two judges.
 */
export function readRatings(bytes: Uint8Array): RatingRow[] {
  const rows = readCsv(bytes, {
    required: ['entry', 'judge', 'score'],
    optional: ['criterion', 'max'],
  });
  const ratings = rows.map(ratingOf);
  refuseRepeated(ratings);
  refuseChangingMax(ratings);
  const last = ratings.at(-1)!;
  if (ratings.every(({ judge }) => judge === last.judge)) {
    throw inputFault(last.line, 'cli.judging.oneJudge', { judge: last.judge });
  }
  return ratings;
}

function ratingOf(row: CsvRow<Column>): RatingRow {
  const score = numberIn(row, 'score');
  const max = row.cells.max === undefined ? null : numberIn(row, 'max');
  if (max !== null && max <= 0) {
    throw inputFault(row.line, 'cli.judging.maxNotPositive', { max: String(max) });
  }
  if (max !== null && (score < 0 || score > max)) {
    throw inputFault(row.line, 'cli.judging.outsideMax', {
      score: String(score),
      max: String(max),
    });
  }
  return {
    line: row.line,
    entry: textIn(row, 'entry'),
    judge: textIn(row, 'judge'),
    criterion: row.cells.criterion === undefined ? null : textIn(row, 'criterion'),
    score,
    max,
  };
}

function refuseRepeated(ratings: readonly RatingRow[]): void {
  const lineOf = new Map<string, number>();
  for (const { line, entry, judge, criterion } of ratings) {
    const key = JSON.stringify([entry, judge, criterion]);
    const before = lineOf.get(key);
    if (before !== undefined) {
      throw inputFault(line, 'cli.judging.scoredTwice', { judge, entry, before: String(before) });
    }
    lineOf.set(key, line);
  }
}

function refuseChangingMax(ratings: readonly RatingRow[]): void {
  const maxOf = new Map<string | null, number | null>();
  for (const { line, criterion, max } of ratings) {
    const before = maxOf.get(criterion);
    if (before !== undefined && before !== max) {
      throw inputFault(line, 'cli.judging.maxChanges', {
        max: String(max),
        before: String(before),
      });
    }
    maxOf.set(criterion, max);
  }
}
