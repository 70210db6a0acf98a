import { describe, expect, it } from 'vitest';
import { partOf } from './part-of-file.ts';

const file = Uint8Array.from({ length: 10 }, (_, i) => i);

describe('a wish for part of a file', () => {
  it.each([
    { range: 'bytes=0-', status: 206, from: 0, to: 9 },
    { range: 'bytes=3-5', status: 206, from: 3, to: 5 },
    { range: 'bytes=8-99', status: 206, from: 8, to: 9 },
    { range: 'bytes=-4', status: 206, from: 6, to: 9 },
    { range: 'bytes=-99', status: 206, from: 0, to: 9 },
  ])('gets what $range names', ({ range, status, from, to }) => {
    const part = partOf(file, range);
    expect(part.status).toBe(status);
    expect(part.headers['Content-Range']).toBe(`bytes ${from}-${to}/10`);
    expect([...part.bytes]).toEqual([...file.subarray(from, to + 1)]);
  });

  it.each([undefined, '', 'bytes=-', 'bytes=5-3', 'bytes=0-1,3-4', 'pages=1-2'])(
    'gets the whole where %s asks for no one part',
    (range) => {
      expect(partOf(file, range)).toEqual({ status: 200, headers: {}, bytes: file });
    },
  );

  it.each(['bytes=10-', 'bytes=-0'])('learns the size where %s lies beyond the end', (range) => {
    const { status, headers } = partOf(file, range);
    expect([status, headers['Content-Range']]).toEqual([416, 'bytes */10']);
  });
});
