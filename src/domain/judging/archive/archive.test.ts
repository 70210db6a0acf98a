import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { resultTask } from '@tests/fixtures/judging/result-task.ts';
import { verifyArchive } from './verify-archive.ts';
import { writeArchive } from './write-archive.ts';

const FACTS = {
  edition: 'Biển, đảo Tổ quốc em',
  province: 'Phú Thọ',
  version: 1,
  frozenAt: '2026-11-23T02:00:00.000Z',
  signatures: [{ name: 'Nguyễn Thị Ngọc Ưởng', signedAt: '2026-11-23T01:59:00.000Z' }],
};

const task = {
  ...resultTask(5),
  finals: [
    {
      divisionId: '',
      entries: ['B001', 'B002'],
      lines: [{ above: 1, from: 0, to: 1 }],
      planned: 2,
      preferences: [
        { winner: 'B001', loser: 'B002', first: 'B001' },
        { winner: 'B001', loser: 'B002', first: 'B002' },
      ],
    },
  ],
  changes: [{ entry: 'B003', prizeId: null, reason: 'Xin rút khỏi giải' }],
};
const archive = writeArchive(task, FACTS);

/** The archive with one file changed. */
function tampered(name: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(archive.bytes);
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name]!))) });
}

describe('an archive', () => {
  it('is the same bytes for the same task, in any order of rows and in any time zone', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const again = writeArchive({ ...task, scores: task.scores.toReversed() }, FACTS);
    process.env['TZ'] = zone;
    expect(again.bytes).toEqual(archive.bytes);
    expect(again.resultSha256).toBe(archive.resultSha256);
  });

  it('is verified by recomputing its result from its sheets', () => {
    expect(verifyArchive(archive.bytes)).toEqual({
      ok: true,
      resultSha256: archive.resultSha256,
      differences: [],
    });
  });

  it.each([
    { name: 'sheets.csv', why: 'points', change: (s: string) => s.replace(/,C1,\d+,/, ',C1,1,') },
    {
      name: 'result.json',
      why: 'a rank',
      change: (s: string) => s.replace('"rank": 2', '"rank": 1'),
    },
    { name: 'rules.json', why: 'the rule', change: (s: string) => s.replace('adjusted', 'raw') },
    { name: 'decision.json', why: 'a prize', change: (s: string) => s.replace('null', '"nhat"') },
    {
      name: 'pairs-1.csv',
      why: 'a choice',
      change: (s: string) => s.replace('B001,B002,B002', 'B002,B001,B002'),
    },
    {
      name: 'manifest.json',
      why: 'the seal',
      change: (s: string) => s.replace(archive.resultSha256, '0'.repeat(64)),
    },
    {
      name: 'entries.csv',
      why: 'an unknown file',
      change: (s: string) => s.replace('B001', 'B001;'),
    },
  ])('shows that $why was changed in $name', ({ name, change }) => {
    const bytes = tampered(name, change);
    const verdict = verifyArchive(bytes);
    expect(verdict).toMatchObject({ ok: false });
    if ('unreadable' in verdict) return;
    expect(verdict.differences.map(({ file }) => file)).toContain(name);
  });

  it('says in points and places what changed scores come to', () => {
    const verdict = verifyArchive(
      tampered('sheets.csv', (text) => text.replace(/^B001,(\w+),C1,\d+,/m, 'B001,$1,C1,60,')),
    );
    if ('unreadable' in verdict) throw new Error(verdict.unreadable);
    expect(verdict.resultSha256).not.toBe(archive.resultSha256);
    expect(verdict.differences.some(({ at }) => /rows\.\d+\.raw/.test(at))).toBe(true);
  });

  it('is unreadable, and nothing worse, whatever bytes it is', () => {
    expect(verifyArchive(new Uint8Array())).toEqual({ unreadable: 'not-zip' });
    expect(verifyArchive(zipSync({ 'a.txt': strToU8('a') }))).toEqual({
      unreadable: 'no-manifest',
    });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(),
        fc.nat({ max: 255 }),
        (noise, at, byte) => {
          expect(verifyArchive(noise)).toHaveProperty('unreadable');
          const cut = archive.bytes.slice(0, at % archive.bytes.length);
          expect(verifyArchive(cut)).toHaveProperty('unreadable');
          const flipped = archive.bytes.slice();
          flipped[at % flipped.length]! ^= byte || 1;
          const verdict = verifyArchive(flipped);
          if (!('unreadable' in verdict) && verdict.ok) {
            // Only what no reader of a ZIP looks at may change without being seen.
            expect(verdict.resultSha256).toBe(archive.resultSha256);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses to unpack a bomb', () => {
    const bomb = zipSync({ 'manifest.json': new Uint8Array(140 * 2 ** 20) }, { level: 1 });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(verifyArchive(bomb)).toEqual({ unreadable: 'too-large' });
  });
});
