export type Bindable = string | number | bigint | Uint8Array | null;

// NUL cuts a text short in libsql and is refused by Postgres; half of a surrogate pair is silently
// replaced by both.
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/**
 * The value as both engines store it alike: a boolean is 1 or 0. What an engine would change
 * without a word is refused: NUL and lone surrogates in text, integers beyond 2^53, NaN and
 * infinities, and anything that is not text, number, bytes or null.
 */
export function bindable(value: unknown): Bindable {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) throw new RangeError('text with NUL or half a character');
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} is not a storable number`);
    if (Number.isInteger(value)) safeInteger(BigInt(value));
    return value;
  }
  if (typeof value === 'bigint') {
    safeInteger(value);
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be bound to a query`);
}

/** The integer as a number; beyond 2^53 it is refused instead of rounded. */
export function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`integer ${value} is beyond 2^53`);
  return number;
}
