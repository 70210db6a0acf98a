import type { Key } from '@i18n/keys.ts';
import type { Values } from '@i18n/translate.ts';

/** What is wrong with a file, and where: said as `FILE:LINE: …`, exit code 2. */
export type InputFault = Error & {
  /** Counted from 1. */
  readonly line: number;
  readonly key: Key;
  readonly values: Values;
};

export function inputFault(line: number, key: Key, values: Values = {}): InputFault {
  return Object.assign(new Error(key), { line, key, values });
}

export function isInputFault(error: unknown): error is InputFault {
  return error instanceof Error && 'line' in error && 'key' in error && 'values' in error;
}
