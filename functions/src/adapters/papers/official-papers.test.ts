import { strFromU8, unzipSync } from 'fflate';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { PaperFacts, SheetTable } from '@server/ports/papers.ts';
import { officialPapers } from './official-papers.ts';

const NAME = 'Nguyễn Thị Ngọc Ưởng';
const SHA256 = 'ab'.repeat(32);

function facts(author: string, count = 1): PaperFacts {
  return {
    edition: 'Biển, đảo Tổ quốc em',
    province: 'Phú Thọ',
    at: Date.UTC(2026, 10, 23),
    version: 1,
    resultSha256: SHA256,
    judges: [{ name: 'Đỗ Văn Hải', sheets: 24 }],
    criteria: [{ name: 'Nội dung', max: 30 }],
    divisions: [
      {
        name: 'Bảng A',
        entries: 60,
        judged: 58,
        decides: 'adjusted',
        awards: Array.from({ length: count }, () => ({
          prize: 'Giải Nhất',
          authors: [author],
          title: 'Ngọn hải đăng thức đêm',
          className: '4A',
          schoolName: 'Trường Tiểu học Hải Âu',
          score: 90.25,
          reason: null,
        })),
      },
    ],
    signatures: [{ name: NAME, signedAt: 0 }],
  };
}

/** What the streams of a PDF say, inflated. */
function insides(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    const bytes = Buffer.from(body!, 'latin1');
    return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : '';
  });
  return text + streams.join('\n');
}

it.each(['minutes', 'awards'] as const)(
  'sets %s with letters of its own, the same for composed and decomposed names',
  async (kind) => {
    const composed = await officialPapers[kind](facts(NAME.normalize('NFC')));
    const decomposed = await officialPapers[kind](facts(NAME.normalize('NFD')));
    expect(Buffer.from(composed).equals(Buffer.from(decomposed))).toBe(true);
    const pdf = insides(composed);
    expect(pdf).toContain('BeVietnamPro');
    expect(pdf).not.toContain('/Helvetica');
    for (const letter of 'Ưởễị') {
      expect(pdf).toContain(letter.codePointAt(0)!.toString(16).padStart(4, '0'));
    }
  },
);

it('goes on over pages when there are many prizes', async () => {
  const pages = (pdf: Uint8Array) => insides(pdf).match(/\/Type \/Page\b(?!s)/g)!.length;
  expect(pages(await officialPapers.awards(facts(NAME)))).toBe(2);
  expect(pages(await officialPapers.awards(facts(NAME, 40)))).toBe(3);
});

const sheets: SheetTable = {
  criteria: [{ name: 'Nội dung', max: 30 }],
  rows: [
    {
      receiptNumber: 'BD-000001',
      blindCode: 'B7K2',
      title: '=HYPERLINK("http://x")',
      authors: NAME,
      className: '4A',
      schoolName: 'Trường "Hải Âu", cơ sở 2',
      judgeCode: 'GK01',
      judgeName: '@SUM(A1)',
      points: [27],
      total: 27,
    },
  ],
};

it('writes tables in which nothing that was typed becomes a formula', async () => {
  const csv = strFromU8(await officialPapers.csv(sheets));
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(csv).toContain(`'@SUM(A1)`);
  expect(csv).toContain('"Trường ""Hải Âu"", cơ sở 2"');
  const files = unzipSync(await officialPapers.workbook(sheets));
  const text = Object.values(files)
    .map((file) => strFromU8(file))
    .join('');
  expect(text).toContain('=HYPERLINK');
  expect(text).not.toContain('<f>');
  expect(text).toContain('<v>27</v>');
});
