import type { Key } from '@i18n/keys.ts';
import type { Values } from '@i18n/translate.ts';

/** What the person at the command line can put right: said in their language, without a trace. */
export type Problem = Error & { readonly key: Key; readonly values: Values };

export function problem(key: Key, values: Values = {}): Problem {
  return Object.assign(new Error(key), { key, values });
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && 'key' in error && 'values' in error;
}
