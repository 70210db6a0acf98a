import { refuse } from '@domain/kernel/refusal.ts';
import { type ByteReader, byteReader, type ByteWriter, byteWriter } from './varint.ts';

// Values of one kind lie together: neighbours are alike, and deflate finds the likeness. A column is
// addressed by its place in the list of names, so a later version may only append names.

export interface ColumnWriter extends ByteWriter {
  /** A value as its difference from the last one of this column. */
  delta(value: number): void;
  /**
   * A sequence as its first value's difference from the last one of this column, then as the
   * differences of its differences: nearly zero for a steady hand or clock.
   */
  curve(values: readonly number[]): void;
  text(value: string): void;
}

export interface ColumnReader extends ByteReader {
  delta(): number;
  curve<Value extends number>(length: number): readonly Value[];
  text(maxChars: number): string;
}

function columnWriter(): ColumnWriter {
  const writer = byteWriter();
  let last = 0;
  return {
    ...writer,
    delta: (value) => {
      writer.signed(value - last);
      last = value;
    },
    curve: (values) => {
      let step = 0;
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i]!;
        const nextStep = value - last;
        writer.signed(nextStep - step);
        // The way from one sequence to the next says nothing of the hand.
        step = i === 0 ? 0 : nextStep;
        last = value;
      }
    },
    // UTF-16 units: Vietnamese takes two bytes a letter instead of UTF-8's three, and no decoder
    // can replace or drop what it dislikes.
    text: (value) => {
      writer.varint(value.length);
      for (let i = 0; i < value.length; i += 1) writer.varint(value.charCodeAt(i));
    },
  };
}

function columnReader(bytes: Uint8Array, version: number): ColumnReader {
  const reader = byteReader(bytes);
  let last = 0;
  return {
    ...reader,
    delta: () => {
      last += reader.signed();
      return last;
    },
    curve: <Value extends number>(length: number) => {
      // Every value takes a byte or more, so this bounds the array by what really arrived.
      if (length > reader.remaining()) throw refuse('story.malformed');
      // Made at its size: an array that grows, as Array.from's does, takes twice the memory.
      // oxlint-disable-next-line unicorn/no-new-array
      const values = new Array<Value>(length);
      let step = 0;
      for (let i = 0; i < length; i += 1) {
        step += reader.signed();
        last += step;
        if (i === 0 && version > 1) step = 0;
        values[i] = last as Value;
      }
      return values;
    },
    text: (maxChars) => {
      const length = reader.varint();
      if (length > maxChars) throw refuse('story.too-large');
      let value = '';
      for (let i = 0; i < length; i += 1) {
        const unit = reader.varint();
        if (unit > 0xffff) throw refuse('story.malformed');
        value += String.fromCharCode(unit);
      }
      return value;
    },
  };
}

function mapNames<Name extends string, Value>(names: readonly Name[], make: (i: number) => Value) {
  return Object.fromEntries(names.map((name, i) => [name, make(i)])) as Record<Name, Value>;
}

export function writeColumns<Name extends string>(
  names: readonly Name[],
  fill: (columns: Record<Name, ColumnWriter>) => void,
): Uint8Array {
  const columns = mapNames(names, columnWriter);
  fill(columns);
  const parts = names.map((name) => columns[name].bytes());
  const directory = byteWriter();
  for (const part of parts) directory.varint(part.length);
  const head = directory.bytes();
  const payload = new Uint8Array(parts.reduce((sum, part) => sum + part.length, head.length));
  let at = 0;
  for (const part of [head, ...parts]) {
    payload.set(part, at);
    at += part.length;
  }
  return payload;
}

/**
 * Only the first `present` columns are in the payload, as that version wrote it; the others are empty. Refuses 'story.malformed' unless `read` consumes every column to its end.
 */
export function readColumns<Name extends string, Value>(
  payload: Uint8Array,
  {
    names,
    version,
    present,
  }: { readonly names: readonly Name[]; readonly version: number; readonly present: number },
  read: (columns: Record<Name, ColumnReader>) => Value,
): Value {
  const reader = byteReader(payload);
  const lengths = names.map((_, i) => (i < present ? reader.varint() : 0));
  const parts = lengths.map((length) => reader.take(length));
  const columns = mapNames(names, (i) => columnReader(parts[i]!, version));
  const value = read(columns);
  const leftOver = names.some((name) => columns[name].remaining() > 0);
  if (leftOver || reader.remaining() > 0) throw refuse('story.malformed');
  return value;
}
