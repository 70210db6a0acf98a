import { refuse } from '@domain/kernel/refusal.ts';

type Box = { readonly type: string; readonly at: number; readonly to: number };

const HEAD_BYTES = 8;
/** Boxes that hold boxes, and which of those belong to sound (ISO 14496-12). */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  moov: ['mvhd', 'trak', 'mvex'],
  mvex: ['mehd', 'trex'],
  trak: ['tkhd', 'mdia', 'edts'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'stsc', 'stsz', 'stco', 'co64', 'sgpd', 'sbgp'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sgpd', 'sbgp'],
};
const TOP = ['ftyp', 'moov', 'moof', 'mdat'];
/** Boxes that begin with the moments at which something was made and changed. */
const DATED = ['mvhd', 'tkhd', 'mdhd'];
const CODECS = ['mp4a', 'Opus'];
/** With one reference, to data within the same file; an address may follow and is blanked. */
const OWN_DATA_REF_BYTES = 28;

type Times = {
  timescale: number;
  declaredMs: number;
  defaultSamples: number;
  fragmentsEnd: number;
};

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Boxes between two places. At the top a box that was cut off ends the file; within, it is refused. */
function boxesIn(bytes: Uint8Array, from: number, to: number, top: boolean): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const boxes: Box[] = [];
  for (let at = from; at + HEAD_BYTES <= to;) {
    const size = view.getUint32(at);
    if (size < HEAD_BYTES) throw refuse('telling.malformed');
    if (at + size > to) {
      if (top) break;
      throw refuse('telling.malformed');
    }
    boxes.push({ type: typeAt(bytes, at + 4), at, to: at + size });
    at += size;
  }
  return boxes;
}

function blank(bytes: Uint8Array, { at, to }: Box): void {
  bytes.set([0x66, 0x72, 0x65, 0x65], at + 4);
  bytes.fill(0, at + HEAD_BYTES, to);
}

function cleanLeaf(bytes: Uint8Array, box: Box, times: Times): void {
  const { type, at, to } = box;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, to - at);
  const need = (length: number) => {
    if (to - at < length) throw refuse('telling.malformed');
  };
  if (DATED.includes(type)) {
    need(32);
    const wide = view.getUint8(HEAD_BYTES) === 1;
    bytes.fill(0, at + 12, at + 12 + (wide ? 16 : 8));
    if (type === 'mdhd') {
      if (wide) need(44);
      times.timescale = view.getUint32(wide ? 28 : 20);
      const samples = wide ? Number(view.getBigUint64(32)) : view.getUint32(24);
      if (times.timescale === 0) throw refuse('telling.malformed');
      times.declaredMs = (samples * 1000) / times.timescale;
    }
  } else if (type === 'hdlr') {
    need(32);
    if (typeAt(bytes, at + 16) !== 'soun') throw refuse('telling.malformed');
    bytes.fill(0, at + 32, to);
  } else if (type === 'dref') {
    need(OWN_DATA_REF_BYTES);
    if (view.getUint32(12) !== 1) throw refuse('telling.malformed');
    bytes.fill(0, at + OWN_DATA_REF_BYTES, to);
  } else if (type === 'stsd') {
    need(24);
    if (view.getUint32(12) !== 1 || !CODECS.includes(typeAt(bytes, at + 20))) {
      throw refuse('telling.malformed');
    }
  } else if (type === 'trex') {
    need(32);
    times.defaultSamples = view.getUint32(20);
  }
}

/**
 * When the sound of one fragment ends, in units of the time scale. Where the fragment does not say
 * when it begins, it follows on the one before.
 */
function fragmentEnd(
  bytes: Uint8Array,
  traf: Box,
  { defaultSamples, fragmentsEnd }: Times,
): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const children = boxesIn(bytes, traf.at + HEAD_BYTES, traf.to, false);
  let each = defaultSamples;
  let sum = 0;
  let start = fragmentsEnd;
  for (const { type, at, to } of children) {
    const flags = to - at >= 16 ? view.getUint32(at + 8) & 0xffffff : 0;
    if (type === 'tfhd' && (flags & 8) !== 0) {
      const place = at + 16 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
      if (place + 4 > to) throw refuse('telling.malformed');
      each = view.getUint32(place);
    } else if (type === 'tfdt') {
      const wide = bytes[at + 8] === 1;
      if (at + (wide ? 20 : 16) > to) throw refuse('telling.malformed');
      start = wide ? Number(view.getBigUint64(at + 12)) : view.getUint32(at + 12);
    } else if (type === 'trun') {
      if (at + 16 > to) throw refuse('telling.malformed');
      const count = view.getUint32(at + 12);
      if ((flags & 0x100) === 0) {
        sum += count * each;
        continue;
      }
      const first = at + 16 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
      const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((bit) => (flags & bit) !== 0).length;
      if (first + count * step > to) throw refuse('telling.malformed');
      for (let i = 0; i < count; i += 1) sum += view.getUint32(first + i * step);
    }
  }
  return start + sum;
}

function cleanWithin(bytes: Uint8Array, box: Box, times: Times): void {
  const allowed = CHILDREN[box.type];
  if (allowed === undefined) {
    cleanLeaf(bytes, box, times);
    return;
  }
  const children = boxesIn(bytes, box.at + HEAD_BYTES, box.to, false);
  if (children.filter(({ type }) => type === 'trak' || type === 'traf').length > 1) {
    throw refuse('telling.malformed');
  }
  for (const child of children) {
    if (!allowed.includes(child.type)) blank(bytes, child);
    else cleanWithin(bytes, child, times);
    if (child.type === 'traf') {
      times.fragmentsEnd = fragmentEnd(bytes, child, times);
    }
  }
}

/**
 * An MP4 recording in which every box that is not needed to play its sound is blanked, with the
 * moments and names of those that are; places stay as they are, for tables point to them. Cut off,
 * it is kept as far as whole fragments go. Refuses telling.malformed for anything but one track of
 * AAC or Opus.
 */
export function cleanMp4(given: Uint8Array): { bytes: Uint8Array; durationMs: number } {
  const boxes = boxesIn(given, 0, given.length, true);
  // A fragment whose sound is missing would end the playing there with an error.
  while (boxes.at(-1)?.type === 'moof') boxes.pop();
  const bytes = given.slice(0, boxes.at(-1)?.to ?? 0);
  const times: Times = { timescale: 0, declaredMs: 0, defaultSamples: 0, fragmentsEnd: 0 };
  for (const box of boxes) {
    if (!TOP.includes(box.type)) blank(bytes, box);
    else if (CHILDREN[box.type] !== undefined) cleanWithin(bytes, box, times);
  }
  const has = (type: string) => boxes.some((box) => box.type === type);
  if (!has('moov') || !has('mdat') || times.timescale === 0) throw refuse('telling.malformed');
  const fragmentsMs = (times.fragmentsEnd * 1000) / times.timescale;
  return { bytes, durationMs: Math.round(has('moof') ? fragmentsMs : times.declaredMs) };
}
