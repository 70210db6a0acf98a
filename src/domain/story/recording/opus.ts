/** What a decoder of Opus has to know before the first packet; channel mapping family 0 only. */
export type OpusHead = {
  readonly channels: number;
  /** Samples at 48 kHz that are decoded and not played. */
  readonly preSkip: number;
};

const MAGIC = [0x4f, 0x70, 0x75, 0x73, 0x48, 0x65, 0x61, 0x64];
const HEAD_BYTES = 19;
/** Opus counts samples at 48 kHz, whatever came in. */
export const OPUS_SAMPLES_PER_MS = 48;
const MOST_CHANNELS = 2;

/** Reads an identification header (RFC 7845, 5.1); null for anything but plain mono or stereo. */
export function readOpusHead(bytes: Uint8Array): OpusHead | null {
  if (bytes.length !== HEAD_BYTES || MAGIC.some((byte, i) => bytes[i] !== byte)) return null;
  const channels = bytes[9]!;
  const plain = bytes[8] === 1 && bytes[18] === 0 && channels >= 1 && channels <= MOST_CHANNELS;
  return plain ? { channels, preSkip: bytes[10]! | (bytes[11]! << 8) } : null;
}

/** The header written anew: no gain, the input's sample rate (a trait of a device) set to 48 kHz. */
export function writeOpusHead({ channels, preSkip }: OpusHead): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint8(8, 1);
  view.setUint8(9, channels);
  view.setUint16(10, preSkip, true);
  view.setUint32(12, 48_000, true);
  return bytes;
}

/** Samples at 48 kHz of one frame, by the five configuration bits (RFC 6716, table 2). */
function frameSamples(config: number): number {
  if (config < 12) return [480, 960, 1920, 2880][config % 4]!;
  if (config < 16) return [480, 960][config % 2]!;
  return [120, 240, 480, 960][config % 4]!;
}

/** How long a packet sounds, ms; 0 for one that is none. */
export function opusPacketMs(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 63 : 2;
  return (frames * frameSamples(toc >> 3)) / OPUS_SAMPLES_PER_MS;
}
