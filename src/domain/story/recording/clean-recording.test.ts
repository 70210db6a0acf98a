import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@domain/kernel/refusal.ts';
import { oggRecording } from '@tests/fixtures/ogg-recording.ts';
import { cleanRecording, isClean } from './clean-recording.ts';

// Chromium's MediaRecorder on its fake microphone, 2.3 s, pieces of half a second put together.
const recorded = (name: string) =>
  new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/recordings', name)),
  );
const SECRET = 'Nguyen Thi Anh Duong';
const RECORDINGS = [
  { kind: 'webm', bytes: recorded('chromium.webm'), marks: ['Chrome'], ms: 2280 },
  { kind: 'mp4', bytes: recorded('chromium.mp4'), marks: ['SoundHandler'], ms: 2280 },
  {
    kind: 'ogg',
    bytes: oggRecording({ packets: 100, comment: SECRET }),
    marks: [SECRET],
    ms: 2000,
  },
];

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const concat = (...parts: (Uint8Array | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const refusalOrNothing = (bytes: Uint8Array) => {
  try {
    return cleanRecording(bytes);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'telling.malformed') return null;
    throw error;
  }
};

describe.each(RECORDINGS)('a recording in $kind', ({ kind, bytes, marks, ms }) => {
  const clean = cleanRecording(bytes);

  it('keeps its length and loses what tells of where it was made', () => {
    expect(clean.mediaType).toBe(`audio/${kind}`);
    expect(Math.abs(clean.durationMs - ms)).toBeLessThan(120);
    for (const mark of marks) {
      expect(latin(bytes)).toContain(mark);
      expect(latin(clean.bytes)).not.toContain(mark);
    }
  });

  it('is clean after it was cleaned, and was not before', () => {
    expect(isClean(bytes, clean)).toBe(false);
    expect(isClean(clean.bytes, cleanRecording(clean.bytes))).toBe(true);
  });

  it('is kept as far as it goes wherever it was cut off', () => {
    let longest = 0;
    for (let end = bytes.length; end > 0; end -= 97) {
      const part = refusalOrNothing(bytes.slice(0, end));
      longest = Math.max(longest, part?.durationMs ?? 0);
      expect(part?.durationMs ?? 0).toBeLessThanOrEqual(clean.durationMs);
      if (part !== null) expect(isClean(part.bytes, cleanRecording(part.bytes))).toBe(true);
    }
    expect(longest).toBe(clean.durationMs);
    const half = refusalOrNothing(bytes.slice(0, Math.floor(bytes.length / 2)));
    expect(half?.durationMs).toBeGreaterThan(300);
  });

  it('is taken or refused, never anything else, when bytes of it are changed', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    const changes = fc.array(change, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (places) => {
        const broken = bytes.slice();
        for (const [at, byte] of places) broken[at] = byte;
        refusalOrNothing(broken);
      }),
      { numRuns: 150 },
    );
  });
});

it('drops what a WebM file says besides its sound', () => {
  const bytes = recorded('chromium.webm');
  const title = [0x7b, 0xa9, 0x80 + SECRET.length, ...Buffer.from(SECRET)];
  const info = latin(bytes).indexOf('\x15\x49\xa9\x66');
  const size = bytes[info + 4]! - 0x80;
  const after = info + 5 + size;
  const tagged = concat(
    bytes.slice(0, info + 4),
    [0x80 + size + title.length],
    bytes.slice(info + 5, after),
    title,
    bytes.slice(after),
  );
  expect(latin(tagged)).toContain(SECRET);
  const clean = cleanRecording(tagged);
  expect(isClean(clean.bytes, cleanRecording(bytes))).toBe(true);
});

it('blanks what an MP4 file says besides its sound', () => {
  const bytes = recorded('chromium.mp4');
  const box = [0, 0, 0, 8 + SECRET.length, ...Buffer.from('udta'), ...Buffer.from(SECRET)];
  const moov = latin(bytes).indexOf('moov') - 4;
  const size = new DataView(bytes.buffer).getUint32(moov);
  const grown = bytes.slice();
  new DataView(grown.buffer).setUint32(moov, size + box.length);
  const tagged = concat(grown.slice(0, moov + size), box, grown.slice(moov + size));
  const clean = cleanRecording(tagged);
  expect(latin(clean.bytes)).not.toContain(SECRET);
  expect(clean.bytes.length).toBe(tagged.length);
  expect(clean.durationMs).toBe(cleanRecording(bytes).durationMs);
});

it('takes no picture for a sound, no film, and nothing at all for nothing', () => {
  const film = Uint8Array.from(recorded('chromium.mp4'));
  film.set(Buffer.from('vide'), latin(film).indexOf('soun'));
  for (const bytes of [film, new Uint8Array(), Buffer.from('\x89PNG\r\n\x1a\n'.repeat(20))]) {
    expect(refusalOrNothing(bytes)).toBeNull();
  }
});
