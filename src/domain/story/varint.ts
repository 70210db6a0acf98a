import { refuse } from '@domain/kernel/refusal.ts';

// Seven bits a byte, least significant first, at most 2^53 - 1 (8 bytes). Above 2^31 the shifts of
// JavaScript lose bits, hence the arithmetic.
const MAX_VARINT_BYTES = 8;

export interface ByteWriter {
  byte(value: number): void;
  /** A non-negative safe integer. */
  varint(value: number): void;
  /** A safe integer of either sign, small magnitudes short. */
  signed(value: number): void;
  bytes(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(64);
  let length = 0;

  function byte(value: number): void {
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[length] = value;
    length += 1;
  }

  function varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    byte(rest);
  }

  return {
    byte,
    varint,
    signed: (value) => varint(value >= 0 ? value * 2 : value * -2 - 1),
    bytes: () => buffer.subarray(0, length),
  };
}

export interface ByteReader {
  byte(): number;
  varint(): number;
  signed(): number;
  take(length: number): Uint8Array;
  remaining(): number;
}

/** Reads what byteWriter wrote. Refuses 'story.malformed' past the end and for a varint that is longer than it need be. */
export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;

  function byte(): number {
    const value = bytes[at];
    if (value === undefined) throw refuse('story.malformed');
    at += 1;
    return value;
  }

  function varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < MAX_VARINT_BYTES; i += 1) {
      const part = byte();
      value += (part & 0x7f) * scale;
      if (part < 0x80) {
        if ((part === 0 && i > 0) || value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
      scale *= 0x80;
    }
    throw refuse('story.malformed');
  }

  return {
    byte,
    varint,
    signed: () => {
      const value = varint();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    take: (length) => {
      if (length > bytes.length - at) throw refuse('story.malformed');
      at += length;
      return bytes.subarray(at - length, at);
    },
    remaining: () => bytes.length - at,
  };
}
