import { createCanvas } from '@napi-rs/canvas';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Book } from '@server/ports/book.ts';
import { bindBook } from './bind-book.ts';

async function jpeg(colour: string): Promise<Uint8Array> {
  const canvas = createCanvas(400, 300);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 400, 300);
  return canvas.encode('jpeg', 80);
}

const CAPTION =
  'Ngư dân Lý Sơn giữ ngọn hải đăng, kể chuyện Hoàng Sa: Ễnh ương, Ộp oạp, Ữ, ẵ, ỡ, ỷ.';

async function book(paper: Book['paper']): Promise<Book> {
  return {
    paper,
    title: 'Chuyến tàu ra Trường Sa của Nguyễn Thị Ngọc Ễn 🚢',
    byline: ['Nguyễn Hoàng Minh Khuê', 'Lớp 5A, Trường Tiểu học Gia Cẩm'],
    pages: [
      { jpeg: await jpeg('#0e6ba3'), caption: CAPTION, alt: 'Con thuyền trên sóng' },
      { jpeg: await jpeg('#f2b233'), caption: `${CAPTION} `.repeat(3).slice(0, 280), alt: 'Đảo' },
    ],
    madeAt: Date.UTC(2027, 3, 15),
  };
}

/** What the page streams and objects say, inflated. */
function insides(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    const bytes = Buffer.from(body!, 'latin1');
    return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : '';
  });
  return text + streams.join('\n');
}

it('binds a cover and a page for each picture, at the size of the paper', async () => {
  for (const [paper, size] of [
    ['A4', '841\\.8'],
    ['A3', '1190\\.5'],
  ] as const) {
    const pdf = insides(await bindBook(await book(paper)));
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(3);
    expect(pdf).toMatch(new RegExp(`/MediaBox \\[0 0 ${size}`));
  }
});

it('embeds the letters, keeps every mark, and tells screen readers what a page shows', async () => {
  const pdf = insides(await bindBook(await book('A4')));
  expect(pdf).toContain('BeVietnamPro-Regular');
  expect(pdf).toContain('/FontFile2');
  expect(pdf).not.toContain('/Helvetica');
  // The map from glyphs back to letters, by which text is found and copied.
  for (const letter of 'ỄỘỮẵỡỷđ') {
    expect(pdf).toContain(letter.codePointAt(0)!.toString(16).padStart(4, '0'));
  }
  const alt = Buffer.from('Đảo', 'utf16le').swap16().toString('latin1');
  expect(pdf).toContain(alt);
  expect(pdf).toContain('(vi-VN)');
});

it('gives the same bytes for the same book', async () => {
  const [first, second] = [await bindBook(await book('A4')), await bindBook(await book('A4'))];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
