import Papa from 'papaparse';
import { inputFault } from './input-fault.ts';

export type CsvRow<Column extends string> = {
  /** Line on which the row begins, counted from 1. */
  readonly line: number;
  /** Trimmed and composed (NFC); undefined where the file has no such column. */
  readonly cells: Readonly<Partial<Record<Column, string>>>;
};

type Columns<Required extends string, Optional extends string> = {
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
};

/**
 * Rows of a comma-separated file (RFC 4180) in UTF-8 with a header. Refuses what it does not
 * understand: unknown, repeated or missing columns, rows of another length, stray quotes, no rows.
 */
export function readCsv<Required extends string, Optional extends string>(
  bytes: Uint8Array,
  columns: Columns<Required, Optional>,
): CsvRow<Required | Optional>[] {
  const [header, ...rows] = records(textOf(bytes));
  if (header === undefined) throw inputFault(1, 'cli.judging.empty');
  const names = header.cells;
  const known: readonly string[] = [...columns.required, ...columns.optional];
  for (const [index, column] of names.entries()) {
    if (!known.includes(column)) {
      throw inputFault(header.line, 'cli.judging.columnUnknown', {
        column,
        known: known.join(', '),
      });
    }
    if (names.indexOf(column) < index) {
      throw inputFault(header.line, 'cli.judging.columnTwice', { column });
    }
  }
  for (const column of columns.required) {
    if (!names.includes(column)) {
      throw inputFault(header.line, 'cli.judging.columnMissing', { column });
    }
  }
  if (rows.length === 0) throw inputFault(header.line, 'cli.judging.empty');
  return rows.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      throw inputFault(line, 'cli.judging.cellCount', {
        expected: String(names.length),
        found: String(cells.length),
      });
    }
    return {
      line,
      cells: Object.fromEntries(names.map((name, index) => [name, cells[index]!])),
    } as CsvRow<Required | Optional>;
  });
}

function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputFault(1, 'cli.judging.notUtf8');
  }
  return text.replaceAll(/\r\n?/g, '\n').normalize('NFC');
}

/** Records that are not blank, with the line each begins on. */
function records(text: string): { line: number; cells: string[] }[] {
  const found: { line: number; cells: string[] }[] = [];
  let line = 1;
  let begins = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    step({ data, errors, meta }) {
      if (errors.length > 0) throw inputFault(line, 'cli.judging.quotes');
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) found.push({ line, cells });
      for (; begins < meta.cursor; begins += 1) if (text[begins] === '\n') line += 1;
    },
  });
  return found;
}

/** A cell that must say something. */
export function textIn<Column extends string>(
  { line, cells }: CsvRow<Column>,
  column: Column,
): string {
  const text = cells[column];
  if (!text) throw inputFault(line, 'cli.judging.cellEmpty', { column });
  return text;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A cell that must be a number in decimal notation. Nothing else is read as one, least of all as 0. */
export function numberIn<Column extends string>(row: CsvRow<Column>, column: Column): number {
  const text = textIn(row, column);
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(value)) {
    throw inputFault(row.line, 'cli.judging.notNumber', { column, text });
  }
  return value;
}
