import { refuse } from '@domain/kernel/refusal.ts';
import {
  asciiElement,
  element,
  elementAt,
  type Element,
  floatElement,
  join,
  readUnsigned,
  uintElement,
} from './ebml.ts';
import { type OpusHead, opusPacketMs, readOpusHead, writeOpusHead } from './opus.ts';

/** Names of elements, RFC 9559. */
const ID = {
  ebml: 0x1a45dfa3,
  ebmlVersion: 0x4286,
  ebmlReadVersion: 0x42f7,
  maxIdLength: 0x42f2,
  maxSizeLength: 0x42f3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  codecDelay: 0x56aa,
  seekPreRoll: 0x56bb,
  audio: 0xe1,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
} as const;

const AUDIO = 2;
const MS_IN_NS = 1_000_000;
const SEEK_PRE_ROLL_NS = 80_000_000;
/** One sought place per this much sound, ms. */
const CLUSTER_MS = 5_000;
const BLOCK_HEAD_BYTES = 4;

type Packet = { readonly atMs: number; readonly data: Uint8Array };
type Sound = { readonly head: OpusHead; readonly packets: readonly Packet[] };

/** Whole children of an element. What was cut off in the middle is left out, unless it can be entered. */
function* childrenOf(bytes: Uint8Array, { from, to }: Pick<Element, 'from' | 'to'>) {
  let at = from;
  for (;;) {
    const child = elementAt(bytes, at, to);
    if (child === null) return;
    const enterable = child.id === ID.segment || child.id === ID.cluster;
    if (child.cut && !enterable) return;
    yield child;
    // A cluster of open size ends where the next of its level begins: its children come one by one.
    at = child.open || child.cut ? child.from : child.to;
  }
}

function headOf(bytes: Uint8Array, tracks: Element): OpusHead {
  const entries = [...childrenOf(bytes, tracks)].filter(({ id }) => id === ID.trackEntry);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) throw refuse('telling.malformed');
  const fields = new Map([...childrenOf(bytes, entry)].map((field) => [field.id, field]));
  const type = fields.get(ID.trackType);
  const codec = fields.get(ID.codecPrivate);
  if (type === undefined || readUnsigned(bytes, type) !== AUDIO || codec === undefined) {
    throw refuse('telling.malformed');
  }
  const head = readOpusHead(bytes.subarray(codec.from, codec.to));
  if (head === null) throw refuse('telling.malformed');
  return head;
}

function packetOf(bytes: Uint8Array, { from, to }: Element, clusterMs: number): Packet {
  const flags = bytes[from + 3];
  // One track, numbered below 128; no lacing, so that a block is a packet.
  if (to - from <= BLOCK_HEAD_BYTES || bytes[from]! < 0x81 || (flags! & 0x06) !== 0) {
    throw refuse('telling.malformed');
  }
  const relative = new DataView(bytes.buffer, bytes.byteOffset + from + 1, 2).getInt16(0);
  return { atMs: clusterMs + relative, data: bytes.subarray(from + BLOCK_HEAD_BYTES, to) };
}

function readSound(bytes: Uint8Array): Sound {
  let head: OpusHead | null = null;
  let clusterMs = 0;
  const packets: Packet[] = [];
  const walk = (within: Pick<Element, 'from' | 'to'>): void => {
    for (const child of childrenOf(bytes, within)) {
      if (child.id === ID.info) {
        const scale = [...childrenOf(bytes, child)].find(({ id }) => id === ID.timestampScale);
        if (scale !== undefined && readUnsigned(bytes, scale) !== MS_IN_NS) {
          throw refuse('telling.malformed');
        }
      } else if (child.id === ID.tracks) {
        head = headOf(bytes, child);
      } else if (child.id === ID.timestamp) {
        clusterMs = readUnsigned(bytes, child);
      } else if (child.id === ID.simpleBlock || child.id === ID.block) {
        packets.push(packetOf(bytes, child, clusterMs));
      } else if (child.id === ID.blockGroup || enclosed(child)) {
        walk(child);
      }
    }
  };
  walk({ from: 0, to: bytes.length });
  if (head === null || packets.length === 0) throw refuse('telling.malformed');
  return { head, packets };
}

/** A segment or cluster that says its own size; the others are entered by going on behind their head. */
function enclosed({ id, open, cut }: Element): boolean {
  return (id === ID.segment || id === ID.cluster) && !open && !cut;
}

/** Times from 0, never back: a browser whose clock slipped must not make the sound unplayable. */
function inOrder(packets: readonly Packet[]): Packet[] {
  const startMs = packets[0]!.atMs;
  let lastMs = 0;
  return packets.map(({ atMs, data }) => {
    lastMs = Math.max(lastMs, atMs - startMs);
    return { atMs: lastMs, data };
  });
}

function clustersOf(packets: readonly Packet[]): Packet[][] {
  const clusters = new Map<number, Packet[]>();
  for (const packet of packets) {
    const number = Math.floor(packet.atMs / CLUSTER_MS);
    const cluster = clusters.get(number);
    if (cluster === undefined) clusters.set(number, [packet]);
    else cluster.push(packet);
  }
  return [...clusters.values()];
}

function writeCluster(packets: readonly Packet[]): Uint8Array {
  const startMs = packets[0]!.atMs;
  const blocks = packets.map(({ atMs, data }) => {
    const head = new Uint8Array(BLOCK_HEAD_BYTES);
    const view = new DataView(head.buffer);
    view.setUint8(0, 0x81);
    view.setInt16(1, atMs - startMs);
    view.setUint8(3, 0x80);
    return element(ID.simpleBlock, head, data);
  });
  return element(ID.cluster, uintElement(ID.timestamp, startMs), ...blocks);
}

const EBML_HEAD = element(
  ID.ebml,
  uintElement(ID.ebmlVersion, 1),
  uintElement(ID.ebmlReadVersion, 1),
  uintElement(ID.maxIdLength, 4),
  uintElement(ID.maxSizeLength, 8),
  asciiElement(ID.docType, 'webm'),
  uintElement(ID.docTypeVersion, 4),
  uintElement(ID.docTypeReadVersion, 2),
);

function writeInfo(durationMs: number): Uint8Array {
  return element(
    ID.info,
    uintElement(ID.timestampScale, MS_IN_NS),
    floatElement(ID.duration, durationMs),
    // Both have to be there; whose program it was is nobody's business.
    asciiElement(ID.muxingApp, '-'),
    asciiElement(ID.writingApp, '-'),
  );
}

function writeTracks(head: OpusHead): Uint8Array {
  return element(
    ID.tracks,
    element(
      ID.trackEntry,
      uintElement(ID.trackNumber, 1),
      uintElement(ID.trackUid, 1),
      uintElement(ID.trackType, AUDIO),
      asciiElement(ID.codecId, 'A_OPUS'),
      element(ID.codecPrivate, writeOpusHead(head)),
      uintElement(ID.codecDelay, Math.round((head.preSkip * 1e9) / 48_000)),
      uintElement(ID.seekPreRoll, SEEK_PRE_ROLL_NS),
      element(
        ID.audio,
        floatElement(ID.samplingFrequency, 48_000),
        uintElement(ID.channels, head.channels),
      ),
    ),
  );
}

function writeCues(times: readonly number[], places: readonly number[]): Uint8Array {
  return element(
    ID.cues,
    ...times.map((timeMs, i) =>
      element(
        ID.cuePoint,
        uintElement(ID.cueTime, timeMs),
        element(
          ID.cueTrackPositions,
          uintElement(ID.cueTrack, 1),
          uintElement(ID.cueClusterPosition, places[i]!),
        ),
      ),
    ),
  );
}

/**
 * A WebM recording written anew from nothing but its Opus packets and their times: no tags, no
 * title, no name of a browser, no chance of any. What browsers leave out is added: how long it is,
 * and where it can be sought. A recording that was cut off is kept as far as it goes. Doing it again
 * changes nothing. Refuses telling.malformed for anything but one track of Opus.
 */
export function cleanWebm(bytes: Uint8Array): { bytes: Uint8Array; durationMs: number } {
  const { head, packets: found } = readSound(bytes);
  const packets = inOrder(found);
  const last = packets.at(-1)!;
  const durationMs = Math.round(last.atMs + opusPacketMs(last.data));
  const groups = clustersOf(packets);
  const clusters = groups.map(writeCluster);
  const before = [writeInfo(durationMs), writeTracks(head)];
  const times = groups.map((group) => group[0]!.atMs);
  const cuesBytes = writeCues(times, times).length;
  let place = before.reduce((sum, part) => sum + part.length, cuesBytes);
  const places = clusters.map((cluster) => {
    const at = place;
    place += cluster.length;
    return at;
  });
  const segment = element(ID.segment, ...before, writeCues(times, places), ...clusters);
  return { bytes: join([EBML_HEAD, segment]), durationMs };
}
