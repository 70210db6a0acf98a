import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@domain/kernel/refusal.ts';
import { randomFrom } from '@domain/kernel/random.ts';
import { storyLogs } from '@tests/fixtures/story-arbitraries.ts';
import { seal } from './envelope.ts';
import { withLayer } from './earlier.ts';
import type { StoryEvent } from './event.ts';
import { sha256Hex } from './hash.ts';
import { MAX_DECODED_BYTES, MAX_ENCODED_BYTES, quarterSize, quarterX, quarterY } from './limits.ts';
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

/** 120 samples a second of a hand that wavers, speeds up and presses unevenly. */
function humanLog(strokes: number): readonly StoryEvent[] {
  const random = randomFrom(7);
  const events: StoryEvent[] = [{ kind: 'page-add', pageId: 1, index: 0, seq: 0, atMs: 0 }];
  for (let seq = 1; seq <= strokes; seq += 1) {
    let x = 100 + random() * 1200;
    let y = 100 + random() * 900;
    let heading = random() * 6.28;
    let turn = 0;
    let speed = 1;
    const samples = Array.from({ length: 73 }, (_, i) => {
      turn = turn * 0.9 + (random() - 0.5) * 0.06;
      heading += turn;
      speed = Math.max(0.3, speed + (random() - 0.48) * 0.5);
      x += Math.cos(heading) * speed;
      y += Math.sin(heading) * speed;
      const pressure = Math.round(90 + 60 * Math.sin((i / 72) * Math.PI) + random() * 3);
      return { x: quarterX(x), y: quarterY(y), pressure, t: Math.round(i * 8.33 + random()) };
    });
    events.push({
      kind: 'stroke',
      pageId: 1,
      tool: 'brush',
      colour: 0x0e6ba3,
      size: quarterSize(10),
      opacity: 255,
      layer: 1,
      symmetry: 'none',
      seed: 0,
      x: samples.map((sample) => sample.x),
      y: samples.map((sample) => sample.y),
      pressure: samples.map((sample) => sample.pressure),
      t: samples.map((sample, i) => (i === 0 ? 0 : sample.t)),
      seq,
      atMs: seq * 1_100 + Math.round(random() * 300),
    });
  }
  return events;
}

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
    const events = humanLog(3);
    expect(sha256Hex(encodePicture(pictureOf(replay(events))))).toMatchInlineSnapshot(`"e214d290ba2fdb8c734a17c202552d1c123ddc809a5d5d8196c35975020fbe3e"`);
    expect(sha256Hex(encodeProcess(events))).toMatchInlineSnapshot(`"4dc58e4730fbc0717af2c1e637e6a91544cc121e12e6779ca84200374ad458f5"`);
  });

  it('takes less than 200 bytes for a stroke with pressure and time', () => {
    const strokes = 500;
    expect(encodeProcess(humanLog(strokes)).length / strokes).toBeLessThan(200);
  });
});

describe('foreign bytes', () => {
  const documents = [encodeProcess(humanLog(4)), encodePicture(pictureOf(replay(humanLog(4))))];

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
    const payloads = fc.uint8Array({ minLength: 30, maxLength: 60, max: 6 });
    fc.assert(
      fc.property(payloads, (payload) => {
        const outcome = refusalOf(() => decodeProcess(seal('process', payload)));
        expect(outcome).toMatch(/^story\.|^accepted/);
      }),
      { numRuns: 2_000 },
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
