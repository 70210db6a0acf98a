import { deflateSync, Inflate } from 'fflate';
import { refuse } from '@domain/kernel/refusal.ts';
import { MAX_DECODED_BYTES, MAX_ENCODED_BYTES } from './limits.ts';

// "TT" for tranh truyện, P for process, B for bức tranh (picture) or F for film, then the version,
// the CRC-32 and length of the payload (little-endian), then the payload, deflated.
const MAGIC = {
  process: [0x54, 0x54, 0x50],
  picture: [0x54, 0x54, 0x42],
  film: [0x54, 0x54, 0x46],
} as const;
const VERSION = 2;
const OLDEST_VERSION = 1;
const VERSION_AT = 3;
const CRC_AT = 4;
const LENGTH_AT = 8;
const HEADER_BYTES = 12;

// Deflate can swell 1,032-fold; fed by small pieces, a bomb is noticed after 4 MB at the latest.
const INFLATE_PIECE_BYTES = 4096;

export type DocumentKind = keyof typeof MAGIC;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  }
  return value;
});

/** CRC-32 as in ISO 3309, zip and PNG. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

export function seal(kind: DocumentKind, payload: Uint8Array): Uint8Array {
  if (payload.length > MAX_DECODED_BYTES) throw refuse('story.too-large');
  const deflated = deflateSync(payload, { level: 6 });
  const length = HEADER_BYTES + deflated.length;
  if (length > MAX_ENCODED_BYTES) throw refuse('story.too-large');
  const bytes = new Uint8Array(length);
  bytes.set([...MAGIC[kind], VERSION]);
  const view = new DataView(bytes.buffer);
  view.setUint32(CRC_AT, crc32(payload), true);
  view.setUint32(LENGTH_AT, payload.length, true);
  bytes.set(deflated, HEADER_BYTES);
  return bytes;
}

/** Inflates to exactly `length` bytes. */
function inflate(deflated: Uint8Array, length: number): Uint8Array {
  const payload = new Uint8Array(length);
  let at = 0;
  let overflow = false;
  const stream = new Inflate((piece) => {
    overflow ||= at + piece.length > length;
    if (overflow) return;
    payload.set(piece, at);
    at += piece.length;
  });
  for (let from = 0; from < deflated.length && !overflow; from += INFLATE_PIECE_BYTES) {
    const to = from + INFLATE_PIECE_BYTES;
    try {
      stream.push(deflated.subarray(from, to), to >= deflated.length);
    } catch {
      // fflate throws plain errors of its own for broken streams.
      throw refuse('story.malformed');
    }
  }
  if (overflow || at !== length) throw refuse('story.malformed');
  return payload;
}

export interface Unsealed {
  /** OLDEST_VERSION to VERSION. */
  readonly version: number;
  readonly payload: Uint8Array;
}

/** The payload of a sealed document. Refuses 'story.too-large' before it allocates, 'story.malformed' for anything else amiss. */
export function unseal(kind: DocumentKind, bytes: Uint8Array): Unsealed {
  if (bytes.length > MAX_ENCODED_BYTES) throw refuse('story.too-large');
  if (bytes.length <= HEADER_BYTES) throw refuse('story.malformed');
  if (MAGIC[kind].some((byte, i) => bytes[i] !== byte)) throw refuse('story.malformed');
  const version = bytes[VERSION_AT]!;
  if (version < OLDEST_VERSION || version > VERSION) throw refuse('story.malformed');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(LENGTH_AT, true);
  if (length > MAX_DECODED_BYTES) throw refuse('story.too-large');
  const payload = inflate(bytes.subarray(HEADER_BYTES), length);
  if (crc32(payload) !== view.getUint32(CRC_AT, true)) throw refuse('story.malformed');
  return { version, payload };
}
