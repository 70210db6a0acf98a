import type { ResultTask } from '../results/result-task.ts';

/** The tables of an archive: commas, line feeds, a header, cells without quotes. */
const CELL = /^[A-Za-z0-9_.-]{1,64}$/;

export type TableFault = { readonly line: number };

export function isTableFault(value: object): value is TableFault {
  return 'line' in value;
}

function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** Cells of a table with exactly this header, or the line (from 1) that is not as it should be. */
function tableRows(text: string, header: readonly string[]): string[][] | TableFault {
  const lines = text.split('\n');
  if (lines[0] !== header.join(',')) return { line: 1 };
  if (lines.pop() !== '') return { line: lines.length + 1 };
  const rows: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const cells = line.split(',');
    const fits = cells.length === header.length && cells.every((cell) => CELL.test(cell));
    if (!fits) return { line: index + 1 };
    rows.push(cells);
  }
  return rows;
}

const SCORES = ['entry', 'judge', 'criterion', 'score', 'max'];

const byText = (a: readonly string[], b: readonly string[]) => {
  const [x, y] = [a.join(','), b.join(',')];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** RATINGS.csv as `judging fit` reads it, in the order of entry, judge and criterion. */
export function scoresText({ scores, rules }: Pick<ResultTask, 'scores' | 'rules'>): string {
  const maxOf = new Map(rules.criteria.map(({ code, max }) => [code, max]));
  const rows = scores.map(({ entry, judge, criterion, score }) => [
    entry,
    judge,
    criterion,
    String(score),
    String(maxOf.get(criterion)),
  ]);
  return tableText(SCORES, rows.toSorted(byText));
}

/** Whole points within the rubric, each criterion of a sheet once. */
export function scoresFrom(
  text: string,
  rules: ResultTask['rules'],
): ResultTask['scores'] | TableFault {
  const rows = tableRows(text, SCORES);
  if (isTableFault(rows)) return rows;
  const maxOf = new Map(rules.criteria.map(({ code, max }) => [code, max]));
  const seen = new Set<string>();
  const scores = [];
  for (const [index, row] of rows.entries()) {
    const [entry, judge, criterion, points, max] = row as [string, string, string, string, string];
    const full = maxOf.get(criterion);
    const score = Number(points);
    const key = `${entry},${judge},${criterion}`;
    const fits =
      /^\d{1,3}$/.test(points) && full !== undefined && score <= full && max === String(full);
    if (!fits || seen.has(key)) return { line: index + 2 };
    seen.add(key);
    scores.push({ entry, judge, criterion, score });
  }
  return scores;
}

const PAIRS = ['winner', 'loser', 'first'];

/** COMPARISONS.csv as `judging pairs` reads it. */
export function pairsText(preferences: ResultTask['finals'][number]['preferences']): string {
  const rows = preferences.map(({ winner, loser, first }) => [winner, loser, first]);
  return tableText(PAIRS, rows.toSorted(byText));
}

export function pairsFrom(
  text: string,
  entries: readonly string[],
): ResultTask['finals'][number]['preferences'] | TableFault {
  const rows = tableRows(text, PAIRS);
  if (isTableFault(rows)) return rows;
  const known = new Set(entries);
  const preferences = [];
  for (const [index, row] of rows.entries()) {
    const [winner, loser, first] = row as [string, string, string];
    const fits = winner !== loser && known.has(winner) && known.has(loser);
    if (!fits || (first !== winner && first !== loser)) return { line: index + 2 };
    preferences.push({ winner, loser, first });
  }
  return preferences;
}

const ENTRIES = ['entry', 'division'];
/** The division of an edition without divisions has no id of its own. */
const WHOLE = '.';

export function entriesText(entries: ResultTask['entries']): string {
  const rows = entries.map(({ code, divisionId }) => [code, divisionId || WHOLE]);
  return tableText(ENTRIES, rows.toSorted(byText));
}

export function entriesFrom(text: string): ResultTask['entries'] | TableFault {
  const rows = tableRows(text, ENTRIES);
  if (isTableFault(rows)) return rows;
  const seen = new Set<string>();
  const repeated = rows.findIndex(([code]) => seen.size === seen.add(code!).size);
  if (repeated >= 0) return { line: repeated + 2 };
  return rows.map(([code, division]) => ({
    code: code!,
    divisionId: division === WHOLE ? '' : division!,
  }));
}
