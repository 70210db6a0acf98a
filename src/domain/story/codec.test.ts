import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@domain/kernel/refusal.ts';
import { benchLog, benchStrokes } from '@tests/bench/strokes.ts';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import { type DocumentKind, seal, unseal } from './envelope.ts';
import type { StoryEvent } from './event.ts';
import { decodeFilm, encodeFilm } from './film-codec.ts';
import { replayFilm } from './film.ts';
import { withLayer } from './earlier.ts';
import { sha256Hex } from './hash.ts';
import { MAX_DECODED_BYTES, MAX_ENCODED_BYTES } from './limits.ts';
import { decodePicture, encodePicture } from './picture-codec.ts';
import { pictureOf } from './picture.ts';
import { decodeProcess, encodeProcess } from './process-codec.ts';
import { replay } from './story.ts';

function documentPath(name: string): string {
  return `${import.meta.dirname}/../../../tests/fixtures/documents/${name}`;
}

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
}

const fewStrokes = benchLog(benchStrokes(4));

describe('the document', () => {
  it('comes back from its bytes as it was', () => {
    fc.assert(
      fc.property(storyLogs, (events) => {
        expect(decodeProcess(encodeProcess(events))).toEqual(events);
        const picture = pictureOf(replay(events));
        expect(decodePicture(encodePicture(picture))).toEqual(picture);
      }),
    );
  });

  it('gives the server the same picture hash from the log as the pupil had', () => {
    fc.assert(
      fc.property(storyLogs, (events) => {
        const pupils = sha256Hex(encodePicture(pictureOf(replay(events))));
        const servers = pictureOf(replay(decodeProcess(encodeProcess(events))));
        expect(sha256Hex(encodePicture(servers))).toBe(pupils);
      }),
    );
  });

  it('opens documents of version 1: their ink lies on the layer of lines', () => {
    const { events, picture } = JSON.parse(readFileSync(documentPath('story-v1.json'), 'utf8'));
    const read = decodeProcess(readFileSync(documentPath('process-v1.bin')));
    expect(read).toEqual(events.map(withLayer));
    const shown = decodePicture(readFileSync(documentPath('picture-v1.bin')));
    expect(shown).toEqual(pictureOf(replay(read)));
    expect(shown.pages.map(({ caption }) => caption)).toEqual(
      picture.pages.map(({ caption }: { caption: string }) => caption),
    );
    expect(decodePicture(encodePicture(shown))).toEqual(shown);
  });

  it('keeps the bytes of version 2', () => {
    const events = fewStrokes;
    expect(sha256Hex(encodePicture(pictureOf(replay(events))))).toMatchInlineSnapshot(
      `"31d6014d10b6550393033f3fae95041a7577b67739fff0a58c386b14caa8756f"`,
    );
    expect(sha256Hex(encodeProcess(events))).toMatchInlineSnapshot(
      `"e0a49d8acad27cb197ba96babcb0a36b96746d9d4bc0a72afa8f787f7f034aed"`,
    );
  });

  it('takes at most 90 bytes for a stroke of 73 points with pressure and time', () => {
    const strokes = benchStrokes(1_000);
    expect(encodeProcess(benchLog(strokes)).length / strokes.length).toBeLessThan(90);
    const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    expect(points / strokes.length).toBeCloseTo(73, 0);
  });
});

describe('foreign bytes', () => {
  const documents = [encodeProcess(fewStrokes), encodePicture(pictureOf(replay(fewStrokes)))];

  it('are refused and nothing worse, when random or random within the envelope', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, process) => {
        const decode = process ? decodeProcess : decodePicture;
        expect(refusalOf(() => decode(noise))).toMatch(/^story\./);
        expect(refusalOf(() => decode(seal(process ? 'process' : 'picture', noise)))).toMatch(
          /^story\.|^accepted/,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('are refused when a document lost or changed a byte', () => {
    for (const bytes of documents) {
      const decode = bytes === documents[0] ? decodeProcess : decodePicture;
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = bytes.slice();
        changed[at]! ^= 1 << (at % 8);
        expect(refusalOf(() => decode(bytes.slice(0, at)))).toBe('story.malformed');
        // A bit that inflates to the same payload (padding, an unused code) does no harm.
        expect(refusalOf(() => decode(changed))).toMatch(/^story\.|^accepted/);
      }
    }
  });

  it('are refused and nothing worse, when the payload is changed under a right checksum', () => {
    const changes = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 4,
    });
    const codecs = [
      ['process', decodeProcess, (events: readonly StoryEvent[]) => encodeProcess(events)],
      ['picture', decodePicture, (events) => encodePicture(pictureOf(replay(events)))],
      ['film', decodeFilm, (events) => encodeFilm(replayFilm(replay(events)))],
    ] as const satisfies readonly (readonly [
      DocumentKind,
      (bytes: Uint8Array) => unknown,
      (events: readonly StoryEvent[]) => Uint8Array,
    ])[];
    fc.assert(
      fc.property(storyLogs, fc.array(changes, { maxLength: 8 }), (events, attempts) => {
        for (const [kind, decode, encode] of codecs) {
          const { payload } = unseal(kind, encode(events));
          for (const attempt of attempts) {
            const changed = payload.slice();
            for (const { at, byte } of attempt) changed[at % changed.length] = byte;
            expect(refusalOf(() => decode(seal(kind, changed)))).toMatch(/^story\.|^accepted/);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are refused when of the other kind, of a later version, or of another format', () => {
    const [process, picture] = documents;
    expect(refusalOf(() => decodeProcess(picture!))).toBe('story.malformed');
    expect(refusalOf(() => decodePicture(process!))).toBe('story.malformed');
    expect(refusalOf(() => decodePicture(picture!.with(3, 3)))).toBe('story.malformed');
    expect(refusalOf(() => decodePicture(gzipSync(picture!)))).toBe('story.malformed');
    expect(refusalOf(() => decodePicture(new Uint8Array()))).toBe('story.malformed');
  });

  it('are refused when too large, before they are inflated', () => {
    expect(refusalOf(() => decodePicture(new Uint8Array(MAX_ENCODED_BYTES + 1)))).toBe(
      'story.too-large',
    );
    const zeros = deflateSync(new Uint8Array(8_000_000));
    const declares = (length: number) => {
      const bomb = new Uint8Array(12 + zeros.length);
      bomb.set(documents[1]!.subarray(0, 12));
      bomb.set(zeros, 12);
      new DataView(bomb.buffer).setUint32(8, length, true);
      return refusalOf(() => decodePicture(bomb));
    };
    expect(declares(MAX_DECODED_BYTES + 1)).toBe('story.too-large');
    expect(declares(1_000)).toBe('story.malformed');
  });
});
