import type { Key } from '@i18n/keys.ts';

/** Something the person at the machine can put right: told in a sentence, without a stack. */
export type Fault = Error & {
  readonly messageKey: Key;
  readonly values: Readonly<Record<string, string | number>>;
};

export function fault(messageKey: Key, values: Fault['values'] = {}): Fault {
  return Object.assign(new Error(messageKey), { messageKey, values });
}

export function isFault(error: unknown): error is Fault {
  return error instanceof Error && 'messageKey' in error;
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
