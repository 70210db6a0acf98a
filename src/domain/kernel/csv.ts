import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows Vietnamese letters.
 * Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvForSpreadsheets(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(cellOf).join(',')}\r\n`);
  return utf8ToBytes(`\uFEFF${lines.join('')}`);
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
