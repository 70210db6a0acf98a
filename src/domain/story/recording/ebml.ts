import { refuse } from '@domain/kernel/refusal.ts';

/** One element of an EBML file (RFC 8794), as far as it is there. */
export type Element = {
  readonly id: number;
  readonly from: number;
  /** End of its data: of the file where the size was left open, or where the file was cut off. */
  readonly to: number;
  readonly open: boolean;
  readonly cut: boolean;
};

const LONGEST_ID = 4;
const LONGEST_SIZE = 8;

function vintLength(first: number, longest: number): number {
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > longest) throw refuse('telling.malformed');
  return length;
}

function unsigned(bytes: Uint8Array, from: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i += 1) value = value * 256 + bytes[from + i]!;
  return value;
}

/** The element that begins at `at`; null where not even its head is whole. */
export function elementAt(bytes: Uint8Array, at: number, end: number): Element | null {
  if (at >= end) return null;
  const idLength = vintLength(bytes[at]!, LONGEST_ID);
  const sizeAt = at + idLength;
  if (sizeAt >= end) return null;
  const sizeLength = vintLength(bytes[sizeAt]!, LONGEST_SIZE);
  const from = sizeAt + sizeLength;
  if (from > end) return null;
  const id = unsigned(bytes, at, idLength);
  const marker = 2 ** (7 * sizeLength);
  const size = unsigned(bytes, sizeAt, sizeLength) % marker;
  const open = size === marker - 1;
  const to = open ? end : from + size;
  return { id, from, to: Math.min(to, end), open, cut: to > end };
}

export function readUnsigned(bytes: Uint8Array, { from, to }: Element): number {
  if (to - from > 6) throw refuse('telling.malformed');
  return unsigned(bytes, from, to - from);
}

function sizeOf(length: number): number[] {
  // Always four bytes, so that places can be reckoned before anything is written.
  if (length >= 2 ** 28 - 1) throw refuse('telling.malformed');
  return [0x10 | (length >>> 24), (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
}

function idBytes(id: number): number[] {
  const bytes: number[] = [];
  for (let rest = id; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}

export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function element(id: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return join([new Uint8Array([...idBytes(id), ...sizeOf(length)]), ...content]);
}

/** An unsigned integer in four bytes. */
export function uintElement(id: number, value: number): Uint8Array {
  const data = new Uint8Array(4);
  new DataView(data.buffer).setUint32(0, value);
  return element(id, data);
}

export function floatElement(id: number, value: number): Uint8Array {
  const data = new Uint8Array(8);
  new DataView(data.buffer).setFloat64(0, value);
  return element(id, data);
}

export function asciiElement(id: number, text: string): Uint8Array {
  return element(
    id,
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  );
}
