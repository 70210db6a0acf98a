import { refuse } from '@domain/kernel/refusal.ts';
import { join } from './ebml.ts';
import { OPUS_SAMPLES_PER_MS, readOpusHead, writeOpusHead } from './opus.ts';

const HEAD_BYTES = 27;
const CAPTURE = [0x4f, 0x67, 0x67, 0x53];
const TAGS_MAGIC = 'OpusTags';
const FIRST = 2;
const LAST = 4;
const CONTINUED = 1;
const SERIAL = 1;

type OggPage = {
  readonly continued: boolean;
  /** Samples at 48 kHz by the end of this page; all ones where no packet ends. */
  readonly granule: bigint;
  readonly lacing: Uint8Array;
  readonly body: Uint8Array;
};

const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value & 0x80000000 ? 0x04c11db7 : 0);
  return value >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ CRC[((crc >>> 24) ^ byte) & 255]!) >>> 0;
  return crc;
}

/** The pages that are there whole, of one logical stream (RFC 3533). */
function readPages(bytes: Uint8Array): OggPage[] {
  const pages: OggPage[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let serial: number | null = null;
  for (let at = 0; at + HEAD_BYTES <= bytes.length;) {
    if (CAPTURE.some((byte, i) => bytes[at + i] !== byte) || bytes[at + 4] !== 0) {
      throw refuse('telling.malformed');
    }
    serial ??= view.getUint32(at + 14, true);
    if (serial !== view.getUint32(at + 14, true)) throw refuse('telling.malformed');
    const bodyAt = at + HEAD_BYTES + bytes[at + 26]!;
    const lacing = bytes.subarray(at + HEAD_BYTES, bodyAt);
    const end = lacing.reduce((sum, length) => sum + length, bodyAt);
    if (end > bytes.length || bodyAt > bytes.length) break;
    pages.push({
      continued: (bytes[at + 5]! & CONTINUED) !== 0,
      granule: view.getBigUint64(at + 6, true),
      lacing,
      body: bytes.subarray(bodyAt, end),
    });
    at = end;
  }
  return pages;
}

function writePage(
  { granule, lacing, body }: Pick<OggPage, 'granule' | 'lacing' | 'body'>,
  flags: number,
  sequence: number,
): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(CAPTURE);
  const view = new DataView(head.buffer);
  view.setUint8(5, flags);
  view.setBigUint64(6, granule, true);
  view.setUint32(14, SERIAL, true);
  view.setUint32(18, sequence, true);
  view.setUint8(26, lacing.length);
  const page = join([head, lacing, body]);
  new DataView(page.buffer).setUint32(22, checksum(page), true);
  return page;
}

function onePacket(body: Uint8Array): Pick<OggPage, 'granule' | 'lacing' | 'body'> {
  return { granule: 0n, lacing: new Uint8Array([body.length]), body };
}

function emptyTags(): Uint8Array {
  const tags = new Uint8Array(TAGS_MAGIC.length + 8);
  for (let i = 0; i < TAGS_MAGIC.length; i += 1) tags[i] = TAGS_MAGIC.charCodeAt(i);
  return tags;
}

/** A packet ends with its page where the last of the lacing values is below 255. */
function endsPacket({ lacing }: OggPage): boolean {
  return lacing.length > 0 && lacing.at(-1)! < 255;
}

/**
 * An Ogg recording with its two header packets written anew: no vendor, no comments, no serial
 * number of its own; checksums set right, the last page marked as the last. Cut off, it is kept as
 * far as whole pages go. Refuses telling.malformed for anything but one stream of Opus.
 */
export function cleanOgg(bytes: Uint8Array): { bytes: Uint8Array; durationMs: number } {
  const pages = readPages(bytes);
  const head = pages[0] === undefined ? null : readOpusHead(pages[0].body);
  // The comments may take several pages; sound begins on a page of its own (RFC 7845, 3).
  const tagsEnd = pages.findIndex((page, i) => i > 0 && endsPacket(page));
  const magic = String.fromCharCode(...(pages[1]?.body.subarray(0, TAGS_MAGIC.length) ?? []));
  const sound = pages.slice(tagsEnd + 1);
  if (head === null || tagsEnd < 1 || magic !== TAGS_MAGIC || sound.length === 0) {
    throw refuse('telling.malformed');
  }
  const ends = sound.map(({ granule }) => granule).filter((granule) => granule < 2n ** 53n);
  const samples = Number(ends.at(-1) ?? 0n) - head.preSkip;
  const last = sound.length - 1;
  const written = [
    writePage(onePacket(writeOpusHead(head)), FIRST, 0),
    writePage(onePacket(emptyTags()), 0, 1),
    ...sound.map((page, i) =>
      writePage(page, (page.continued ? CONTINUED : 0) | (i === last ? LAST : 0), i + 2),
    ),
  ];
  const durationMs = Math.max(0, Math.round(samples / OPUS_SAMPLES_PER_MS));
  return { bytes: join(written), durationMs };
}
